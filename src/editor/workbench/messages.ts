import * as vscode from 'vscode';

/*
 * The messages of the extension. They name files and values that others have chosen, and VS Code makes a link of
 * `[text](command:id)`, which runs the command. So every message goes through here.
 */

/** Shows a message. @returns the button that the user selects */
export function showInformation(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(withoutLinks(text), ...buttons);
}

/** Shows a warning. @returns the button that the user selects */
export function showWarning(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(withoutLinks(text), ...buttons);
}

/** Shows an error. */
export function showError(text: string): void {
  void vscode.window.showErrorMessage(withoutLinks(text));
}

/**
 * A text in which VS Code finds no link, for messages, the titles of progress and the prompts of input boxes. It looks the
 * same: a word joiner has no width. There is nothing to escape a bracket with (`src/vs/base/common/linkedText.ts` of
 * microsoft/vscode).
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
