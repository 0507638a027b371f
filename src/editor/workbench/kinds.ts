import * as vscode from 'vscode';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('backupResponse');
export const sortKind = vscode.CodeActionKind.Source.append('sortProperties.backupResponse');

/** The kinds of actions in the light bulb. The engine registers them, and loads the actions on demand. */
export const codeActionsMetadata: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind, sortKind],
};

/** The kind of our paste edits: users can prefer it in the setting `editor.pasteAs.preferences`. */
export const pasteKind = vscode.DocumentDropOrPasteEditKind.Text.append('backupRecord');
