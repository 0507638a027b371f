import * as vscode from 'vscode';
import { ownAssociation, type PatternProposal, proposePatterns, withPattern } from '../../files/association.ts';
import { isPattern, matchesFile } from '../../files/file-match.ts';
import { showError, showInformation } from '../workbench/messages.ts';
import { beginningOf } from './beginning.ts';
import type { Exclusions } from './exclusions.ts';
import { associationOf, textOf } from './json-schemas.ts';

const title = 'Associate Name Pattern';

const descriptions: Readonly<Record<PatternProposal['scope'], string>> = {
  similar: 'Files whose names start like this one, in any folder',
  name: 'Files with this name, in any folder',
  folder: 'All files with this extension in this folder',
  file: 'Only this file, by its path',
};

/**
 * The command Associate Name Pattern: associates files that match a pattern with our schema, in the setting
 * `json.schemas` of the workspace, or of the user if no folder is open. It proposes patterns, and lets the user edit one.
 * @returns the pattern that was written
 */
export async function associate(document: vscode.TextDocument, exclusions: Exclusions): Promise<string | undefined> {
  if (document.isUntitled) {
    void showInformation('Save the file first. The pattern is based on its name.');
    return undefined;
  }
  const settings = new SchemaSettings();
  if (!settings.with('', document.uri)) {
    showError(`"json.schemas" in ${settings.name} is not a list. Correct it there first.`);
    return undefined;
  }
  const proposed = await askProposal(document.uri);
  const pattern = proposed && (await askPattern(document.uri, proposed, settings));
  if (!pattern) return undefined;
  try {
    await settings.write(pattern, document.uri);
  } catch (error) {
    showError(`"json.schemas" could not be written to ${settings.name}: ${messageOf(error)}`);
    return undefined;
  }
  // A user who associates an excluded file wants it included again.
  if (exclusions.has(document) && matchesFile([pattern], textOf(document.uri))) exclusions.set(document, false);
  void showWritten(document, pattern, settings);
  return pattern;
}

/** Opens the settings that associate files with our schema. */
export async function openSchemaSettings(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('json').inspect<unknown>('schemas');
  const isUsers = !ownAssociation(settings?.workspaceValue) && ownAssociation(settings?.globalValue) !== undefined;
  await new SchemaSettings(!isUsers).open();
}

async function askProposal(uri: vscode.Uri): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const items = proposePatterns(textOf(uri), folder && textOf(folder.uri)).map(({ pattern, scope }) => ({
    label: pattern,
    description: descriptions[scope],
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Select a pattern for BackupResponse files. You can edit it before it is saved.',
  });
  return picked?.label;
}

function askPattern(uri: vscode.Uri, value: string, settings: SchemaSettings): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    value,
    valueSelection: [value.length, value.length],
    prompt: `The pattern is added to "json.schemas" in ${settings.name}.`,
    validateInput: (pattern) => validate(pattern, uri),
  });
}

/** Says why a pattern is wrong. */
function validate(pattern: string, uri: vscode.Uri): string | vscode.InputBoxValidationMessage | undefined {
  if (pattern.trim() === '') return 'Enter a pattern, such as "nightly*.json".';
  if (pattern.startsWith('!')) return 'Patterns that start with ! exclude files. Add them in settings.json.';
  if (!isPattern(pattern)) return 'Invalid pattern: unmatched bracket or brace.';
  if (matchesFile([pattern], textOf(uri))) return undefined;
  return {
    message: 'This pattern does not match the current file.',
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

async function showWritten(document: vscode.TextDocument, pattern: string, settings: SchemaSettings): Promise<void> {
  const isMatch = matchesFile([pattern], textOf(document.uri));
  const isAssociated = associationOf(document.uri, beginningOf(document)) === 'json.schemas';
  const except = isMatch && !isAssociated ? ' This file has a "$schema" of its own, which takes precedence.' : '';
  const open = 'Open Settings';
  const text = `Added "${pattern}" to "json.schemas" in ${settings.name}.${except}`;
  if ((await showInformation(text, open)) === open) await settings.open();
}

/** The setting `json.schemas` of the workspace or the user, whichever an association is written to. */
class SchemaSettings {
  readonly #isOfWorkspace: boolean;

  /** @param prefersWorkspace whether to use the workspace's settings if a folder is open */
  constructor(prefersWorkspace = true) {
    this.#isOfWorkspace = prefersWorkspace && vscode.workspace.workspaceFolders !== undefined;
  }

  get name(): string {
    return this.#isOfWorkspace ? 'the workspace settings' : 'the user settings';
  }

  /** The setting with the pattern added; undefined if it is not a list. */
  with(pattern: string, uri: vscode.Uri): readonly unknown[] | undefined {
    const current = vscode.workspace.getConfiguration('json').inspect('schemas');
    return withPattern(this.#isOfWorkspace ? current?.workspaceValue : current?.globalValue, pattern, textOf(uri));
  }

  /** @throws {Error} if VS Code cannot write the settings: unsaved changes, a read-only folder */
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
