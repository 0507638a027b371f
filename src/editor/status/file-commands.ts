import * as vscode from 'vscode';
import { hasLongLine } from '../../features/one-per-line.ts';
import { countLossless } from '../../features/same-findings.ts';
import { commandId } from '../command-ids.ts';
import type { Checks } from '../problems/checks.ts';
import { associate, openSchemaSettings } from '../recognition/associate.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { canBeRecognized, type Recognizer } from '../recognition/recognizer.ts';
import { changedRules } from '../settings/changed-rules.ts';
import { resetRules } from '../settings/rule-severities.ts';
import { severityIn } from '../settings/settings.ts';
import { activeDocument, uriOfActiveTab } from '../workbench/active-document.ts';
import { showInformation } from '../workbench/messages.ts';
import { nameOf } from '../workbench/uris.ts';
import { type FileAction, type FileState, fileActions } from './file-actions.ts';
import { summaryOf } from './file-status.ts';

interface ActionItem extends vscode.QuickPickItem {
  readonly action?: FileAction;
}

/** The commands for the file in the active editor, and the menu that lists them. */
export function fileCommands(checks: Checks, recognizer: Recognizer) {
  const { exclusions } = recognizer;
  const onFile = (run: (document: vscode.TextDocument) => unknown) => () => {
    const document = activeDocument();
    return document && canBeRecognized(document) ? run(document) : explainMissing();
  };
  return {
    showActions: onFile((document) => showActions(checks, recognizer, document)),
    associate: onFile((document) => associate(document, exclusions)),
    exclude: onFile((document) => exclusions.set(document, true)),
    resetRules: onFile(({ uri }) => resetRules(uri)),
    include: onFile((document) => exclusions.set(document, false)),
    openSchemaSettings,
  };
}

async function showActions(checks: Checks, recognizer: Recognizer, document: vscode.TextDocument): Promise<void> {
  const checked = checks.of(document);
  const summary = checked?.index.isSettled ? summaryOf(checked) : undefined;
  const changed = changedRules(document.uri);
  const off = changed.filter(({ severity }) => severity === 'off');
  const state: FileState = {
    recognition: recognizer.recognize(document),
    isExcluded: recognizer.exclusions.has(document),
    isUntitled: document.isUntitled,
    hasJsonSchema: hasJsonSchema(document, beginningOf(document)),
    problems: summary?.problems ?? 0,
    fixable: checked && countLossless(checked.index, severityIn(document.uri)),
    records: checked?.index.recordCount ?? 0,
    hasLongLine: checked !== undefined && hasLongLine(checked.index),
    rulesOff: off.length,
    rulesChanged: changed.length - off.length,
  };
  const items = fileActions(state).flatMap((group, index): ActionItem[] => [
    ...(index > 0 ? [{ label: '', kind: vscode.QuickPickItemKind.Separator }] : []),
    ...group.map((action) => ({ ...action, iconPath: new vscode.ThemeIcon(action.icon), action })),
  ]);
  const placeHolder = summary ? `${summary.text}: ${summary.detail}` : 'Select an action for this file';
  const picked = await vscode.window.showQuickPick(items, { title: nameOf(document.uri), placeHolder });
  if (picked?.action) await vscode.commands.executeCommand(picked.action.command, ...(picked.action.arguments ?? []));
}

/** If VS Code sent us no document, it may still show a file: one that is too large for extensions. */
function explainMissing(): void {
  const uri = uriOfActiveTab();
  if (uri && !activeDocument()) void explainTooLarge(uri);
  else void showInformation('Open a JSON file first.');
}

async function explainTooLarge(uri: vscode.Uri): Promise<void> {
  const check = 'Check Its Folder';
  const text = `"${nameOf(uri)}" is not checked in the editor, because VS Code does not send files above 50 MB to extensions. Check its folder to check the file on disk.`;
  if ((await showInformation(text, check)) !== check) return;
  await vscode.commands.executeCommand(commandId('checkFolder'), vscode.Uri.joinPath(uri, '..'));
}
