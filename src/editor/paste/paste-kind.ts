import * as vscode from 'vscode';

/** The kind of our paste edits: users can prefer it in the setting `editor.pasteAs.preferences`. */
export const pasteKind = vscode.DocumentDropOrPasteEditKind.Text.append('backupRecord');
