import * as vscode from 'vscode';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('backupResponse');
export const sortKind = vscode.CodeActionKind.Source.append('sortProperties.backupResponse');

/** What the light bulb offers. The engine registers it, and loads the actions when the user first asks for them. */
export const codeActionsMetadata: vscode.CodeActionProviderMetadata = {
  providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind, sortKind],
};

/** The kind of our paste edits: users can prefer it in the setting `editor.pasteAs.preferences`. */
export const pasteKind = vscode.DocumentDropOrPasteEditKind.Text.append('backupRecord');
