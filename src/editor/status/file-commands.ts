import * as vscode from 'vscode';
import { activeDocument, uriOfActiveTab } from '../active-document.ts';
import { log } from '../log.ts';
import { openRules } from '../pages.ts';
import type { Checks } from '../problems/checks.ts';
import { associate, openSchemaSettings } from '../recognition/associate.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { exclusions } from '../recognition/exclusions.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { isJsonFile, recognize } from '../recognition/recognition.ts';
import { type FileAction, type FileState, fileActions } from './file-actions.ts';
import { summaryOf } from './file-status.ts';

interface ActionItem extends vscode.QuickPickItem {
  readonly action?: FileAction;
}

/** Registers the commands on the active editor's file, and the menu that offers what can be done with it. */
export function registerFileCommands(checks: Checks): vscode.Disposable {
  const onFile = (run: (document: vscode.TextDocument) => unknown) => () => {
    const document = activeDocument();
    return document && isJsonFile(document) ? run(document) : explainMissing();
  };
  return vscode.Disposable.from(
    ...Object.entries({
      'backupResponse.showActions': onFile((document) => showActions(checks, document)),
      'backupResponse.associate': onFile(associate),
      'backupResponse.openSchemaSettings': openSchemaSettings,
      'backupResponse.exclude': onFile((document) => exclusions.set(document, true)),
      'backupResponse.include': onFile((document) => exclusions.set(document, false)),
      'backupResponse.openRules': openRules,
      'backupResponse.showLog': () => log.show(),
    }).map(([command, run]) => vscode.commands.registerCommand(command, run)),
  );
}

async function showActions(checks: Checks, document: vscode.TextDocument): Promise<void> {
  const checked = checks.of(document);
  const summary = checked?.index.isSettled ? summaryOf(checked) : undefined;
  const state: FileState = {
    recognition: recognize(document),
    isExcluded: exclusions.has(document),
    isUntitled: document.isUntitled,
    hasJsonSchema: hasJsonSchema(document, beginningOf(document)),
    problems: summary?.problems ?? 0,
  };
  const items = fileActions(state).flatMap((group, index): ActionItem[] => [
    ...(index > 0 ? [{ label: '', kind: vscode.QuickPickItemKind.Separator }] : []),
    ...group.map((action) => ({ ...action, action })),
  ]);
  const placeHolder = summary ? `${summary.text}: ${summary.detail}` : 'What can be done with this file';
  const picked = await vscode.window.showQuickPick(items, { title: nameOf(document.uri), placeHolder });
  if (picked?.action) await vscode.commands.executeCommand(picked.action.command);
}

/** Without a document that we see, VS Code may still show a file: one that is too large for it to send us. */
function explainMissing(): void {
  const uri = uriOfActiveTab();
  if (uri && !activeDocument()) void explainTooLarge(uri);
  else void vscode.window.showInformationMessage('Open a JSON file first.');
}

async function explainTooLarge(uri: vscode.Uri): Promise<void> {
  const check = 'Check Its Folder';
  const text = `VS Code sends no file above 50 MB to extensions, so "${nameOf(uri)}" is not checked here. A check of its folder reads it from disk.`;
  if ((await vscode.window.showInformationMessage(text, check)) !== check) return;
  await vscode.commands.executeCommand('backupResponse.checkFolder', vscode.Uri.joinPath(uri, '..'));
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
