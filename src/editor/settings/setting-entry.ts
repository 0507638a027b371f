import * as vscode from 'vscode';
import { quote } from '../../model/words.ts';
import { section } from '../../record/settings.ts';

/** Where settings are kept, as VS Code names it and in words. */
export interface Scope {
  readonly target: vscode.ConfigurationTarget;
  readonly name: string;
}

/** An entry of a setting that is an object, or a setting as a whole: all that a change of it touches. */
export interface SettingEntry {
  readonly resource: vscode.Uri;
  /** The name of the setting, without the section. */
  readonly setting: string;
  /** The name of the entry; undefined for the setting as a whole. */
  readonly key?: string | undefined;
}

/** Where this extension changes an entry: in the innermost scope that has it, but in the user settings only if no folder is open. */
export function scopeToChange(entry: SettingEntry): Scope {
  const [first, ...others] = scopesOf(entry.resource);
  const writable = [first, ...others.slice(0, -1)];
  return writable.find((scope) => valueIn(entry, scope) !== undefined) ?? writable.at(-1) ?? first;
}

/** The scopes that have an entry, the innermost first. */
export function scopesWith(entry: SettingEntry): Scope[] {
  return scopesOf(entry.resource).filter((scope) => valueIn(entry, scope) !== undefined);
}

/** The value of an entry, merged from all scopes. */
export function effectiveValue({ resource, setting, key }: SettingEntry): unknown {
  return entryIn(vscode.workspace.getConfiguration(section, resource).get<unknown>(setting), key);
}

/** The scopes whose settings apply to a resource, the innermost first; the user settings are the last. */
function scopesOf(resource: vscode.Uri): readonly [Scope, ...Scope[]] {
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const user = { target: Global, name: 'the user settings' };
  if (!vscode.workspace.workspaceFolders) return [user];
  const workspace = { target: Workspace, name: 'this workspace' };
  // Without a workspace file, the settings of the only folder are those of the workspace.
  const folder = vscode.workspace.workspaceFile && vscode.workspace.getWorkspaceFolder(resource);
  if (!folder) return [workspace, user];
  return [{ target: WorkspaceFolder, name: `the folder ${quote(folder.name)}` }, workspace, user];
}

function valueIn(entry: SettingEntry, scope: Scope): unknown {
  return entryIn(settingIn(entry, scope), entry.key);
}

/** A setting as one scope has it. */
export function settingIn({ resource, setting }: SettingEntry, { target }: Scope): unknown {
  const values = vscode.workspace.getConfiguration(section, resource).inspect<unknown>(setting);
  const { WorkspaceFolder, Workspace } = vscode.ConfigurationTarget;
  if (target === WorkspaceFolder) return values?.workspaceFolderValue;
  return target === Workspace ? values?.workspaceValue : values?.globalValue;
}

/** An entry of a setting, or the setting as a whole. */
export function entryIn(setting: unknown, key: string | undefined): unknown {
  if (key === undefined) return setting;
  const entries = entriesOf(setting);
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

export function entriesOf(setting: unknown): Readonly<Record<string, unknown>> {
  return typeof setting === 'object' && setting !== null ? (setting as Record<string, unknown>) : {};
}
