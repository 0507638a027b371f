import * as vscode from 'vscode';
import { ownAssociation, type PatternProposal, proposePatterns, withPattern } from '../../files/association.ts';
import { isPattern, matchesFile } from '../../files/file-match.ts';
import { beginningOf } from './beginning.ts';
import { exclusions } from './exclusions.ts';
import { associationOf, textOf } from './json-schemas.ts';

const title = 'Associate Name Pattern';

const takenBy: Readonly<Record<PatternProposal['scope'], string>> = {
  similar: 'Files whose names begin alike, in every folder',
  name: 'Files of this name, in every folder',
  folder: 'All files of this ending in this folder',
  file: 'This file, by its path',
};

/**
 * The command: makes the files of a pattern ours by an entry of the setting `json.schemas`, the workspace's, or the
 * user's where no folder is open. It proposes patterns, lets the user edit one, and shows what it is about to write.
 * @returns the pattern that it has written
 */
export async function associate(document: vscode.TextDocument): Promise<string | undefined> {
  if (document.isUntitled) {
    void vscode.window.showInformationMessage('Save the file first: a pattern is made from its name.');
    return undefined;
  }
  const settings = new SchemaSettings();
  const proposed = await askProposal(document.uri);
  const pattern = proposed && (await askPattern(document.uri, proposed, settings));
  if (!pattern) return undefined;
  try {
    await settings.write(pattern, document.uri);
  } catch (error) {
    void vscode.window.showErrorMessage(`${settings.name} could not be written: ${messageOf(error)}`);
    return undefined;
  }
  // Whoever wants the file to be ours does not want it left out any more.
  if (exclusions.has(document) && matchesFile([pattern], textOf(document.uri))) exclusions.set(document, false);
  void showWritten(document, pattern, settings);
  return pattern;
}

/** The command: opens the settings that have an entry of ours. */
export async function openSchemaSettings(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('json').inspect<unknown>('schemas');
  const isUsers = !ownAssociation(settings?.workspaceValue) && ownAssociation(settings?.globalValue) !== undefined;
  await new SchemaSettings(!isUsers).open();
}

async function askProposal(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const items = proposePatterns(textOf(uri), folder && textOf(folder.uri)).map(({ pattern, scope }) => ({
    label: pattern,
    description: takenBy[scope],
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Which files are BackupResponse files? The pattern can be edited before it is written.',
  });
  return picked?.label;
}

function askPattern(uri: vscode.Uri, value: string, settings: SchemaSettings): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    value,
    valueSelection: [value.length, value.length],
    // VS Code says nothing of the value that it begins with, unless the prompt does.
    prompt: previewOf(value, uri, settings) ?? notAList(settings),
    validateInput: (pattern) => judge(pattern, uri, settings),
  });
}

/** What is wrong with a pattern, or what it makes of the settings. */
function judge(pattern: string, uri: vscode.Uri, settings: SchemaSettings): string | vscode.InputBoxValidationMessage {
  if (pattern.trim() === '') return 'Write a pattern, such as "nightly*.json".';
  if (pattern.startsWith('!')) return 'A pattern with ! in front refuses files: write it in the settings themselves.';
  if (!isPattern(pattern)) return 'This is no pattern: one of its brackets or braces has no partner.';
  const message = previewOf(pattern, uri, settings);
  if (!message) return notAList(settings);
  return matchesFile([pattern], textOf(uri))
    ? { message, severity: vscode.InputBoxValidationSeverity.Info }
    : { message: `It does not take this file. ${message}`, severity: vscode.InputBoxValidationSeverity.Warning };
}

function previewOf(pattern: string, uri: vscode.Uri, settings: SchemaSettings): string | undefined {
  const written = settings.with(pattern, uri);
  return written && `In ${settings.name}, "json.schemas" will have ${JSON.stringify(ownAssociation(written))}.`;
}

function notAList(settings: SchemaSettings): string {
  return `"json.schemas" in ${settings.name} is not a list: correct it there first.`;
}

async function showWritten(document: vscode.TextDocument, pattern: string, settings: SchemaSettings): Promise<void> {
  const isTaken = matchesFile([pattern], textOf(document.uri));
  const isOurs = associationOf(document.uri, beginningOf(document)) === 'json.schemas';
  const except = isTaken && !isOurs ? ' This file itself names a schema, which goes before the settings.' : '';
  const open = 'Open Settings';
  const text = `Written to "json.schemas" in ${settings.name}: "${pattern}".${except}`;
  if ((await vscode.window.showInformationMessage(text, open)) === open) await settings.open();
}

/** The setting `json.schemas` where an entry of ours belongs. */
class SchemaSettings {
  readonly #isOfWorkspace: boolean;

  /** @param ofWorkspace where there is one; without a folder there are the user's alone */
  constructor(ofWorkspace = true) {
    this.#isOfWorkspace = ofWorkspace && vscode.workspace.workspaceFolders !== undefined;
  }

  get name(): string {
    return this.#isOfWorkspace ? 'the settings of the workspace' : 'the user settings (no folder is open)';
  }

  /** The setting with a pattern more; undefined where it is no list. */
  with(pattern: string, uri: vscode.Uri): readonly unknown[] | undefined {
    const current = vscode.workspace.getConfiguration('json').inspect('schemas');
    return withPattern(this.#isOfWorkspace ? current?.workspaceValue : current?.globalValue, pattern, textOf(uri));
  }

  /** @throws {Error} where VS Code cannot write the settings, such as with unsaved changes or in a read-only folder */
  async write(pattern: string, uri: vscode.Uri): Promise<void> {
    const { Workspace, Global } = vscode.ConfigurationTarget;
    const target = this.#isOfWorkspace ? Workspace : Global;
    await vscode.workspace.getConfiguration('json').update('schemas', this.with(pattern, uri), target);
  }

  async open(): Promise<void> {
    const command = this.#isOfWorkspace ? 'openWorkspaceSettingsFile' : 'openSettingsJson';
    await vscode.commands.executeCommand(`workbench.action.${command}`, { revealSetting: { key: 'json.schemas' } });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
