import * as vscode from 'vscode';

/** The output channel "BackupResponse": what went wrong, for whoever looks. */
export const log = vscode.window.createOutputChannel('BackupResponse', { log: true });
