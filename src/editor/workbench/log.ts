import * as vscode from 'vscode';

/** The output channel "BackupResponse", for unexpected errors. */
export const log = vscode.window.createOutputChannel('BackupResponse', { log: true });
