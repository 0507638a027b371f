import * as vscode from 'vscode';
import { section } from '../../record/settings.ts';
import { showError, showInformation } from '../workbench/messages.ts';
import { entriesOf, entryIn, type Scope, type SettingEntry, settingIn } from './setting-entry.ts';
import { settingName } from './settings.ts';

/** Takes a change of settings back. */
export type Undo = () => Promise<unknown>;

/**
 * Changes an entry in one scope, and nothing else there. If that is not possible, the user is told why.
 * @param value of the entry; undefined to remove it
 * @param restore gives the entry that the undo restores if the setting has changed; by default the value before
 * @returns undefined if the setting could not be written
 */
export async function changeEntry(
  entry: SettingEntry,
  scope: Scope,
  value: unknown,
  restore: (now: unknown, before: unknown) => unknown = (_now, before) => before,
): Promise<Undo | undefined> {
  const { key } = entry;
  const before = settingIn(entry, scope);
  const changed = withEntry(before, key, value);
  if (!(await write(entry, scope, changed))) return undefined;
  return () => {
    const now = settingIn(entry, scope);
    const isUntouched = JSON.stringify(now) === JSON.stringify(changed);
    return write(
      entry,
      scope,
      isUntouched ? before : withEntry(now, key, restore(entryIn(now, key), entryIn(before, key))),
    );
  };
}

/** Tells the user about a change of the settings, and takes it back if the user wants that. */
export async function sayChanged(sentence: string, undo: Undo): Promise<void> {
  const button = 'Undo';
  if ((await showInformation(sentence, button)) === button) await undo();
}

/** @returns whether it was written */
async function write({ resource, setting }: SettingEntry, { target }: Scope, value: unknown): Promise<boolean> {
  try {
    await vscode.workspace.getConfiguration(section, resource).update(setting, value, target);
    return true;
  } catch (error) {
    showError(`"${settingName(setting)}" could not be written: ${error}`);
    return false;
  }
}

/** The setting with another value for an entry; undefined if nothing is left. */
function withEntry(setting: unknown, key: string | undefined, value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: _removed, ...others } = entriesOf(setting);
  if (value !== undefined) return { ...entriesOf(setting), [key]: value };
  return Object.keys(others).length > 0 ? others : undefined;
}
