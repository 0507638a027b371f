import * as vscode from 'vscode';
import { nameOfEnum } from '../../record/allowed.ts';
import type { Finding } from '../../record/finding.ts';
import { record } from '../../record/schema.ts';
import { quote } from '../../record/words.ts';
import { commandId } from '../command-ids.ts';
import { changeEntry, effectiveValue, type SettingEntry, scopeToChange } from '../setting-entry.ts';
import { allowedSettings } from '../settings.ts';
import { sayChanged } from './say-changed.ts';

/** What the user may allow: a value of an enum, or a name of a record. */
interface Allowance {
  readonly resource: vscode.Uri;
  /** The property whose value it is; undefined for a name. */
  readonly property?: string;
  readonly text: string;
}

/** The action that allows what a finding reports; undefined if the finding is about something else, or has a suggestion. */
export function allowAction(resource: vscode.Uri, finding: Finding): vscode.CodeAction | undefined {
  const allowance = allowanceFor(resource, finding);
  if (!allowance) return undefined;
  const title = `Allow ${quote(allowance.text)} in ${scopeToChange(entryOf(allowance)).name}`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: commandId('allow'), arguments: [allowance] };
  return action;
}

function allowanceFor(resource: vscode.Uri, finding: Finding): Allowance | undefined {
  if (finding.rule === 'unknown-property') {
    const isOfRecord = finding.object === record.path && finding.text !== '$schema';
    return isOfRecord ? { resource, text: finding.text } : undefined;
  }
  if (finding.rule !== 'enum' || finding.suggestion) return undefined;
  const property = nameOfEnum(finding.path);
  return property === undefined ? undefined : { resource, property, text: finding.text };
}

/** The command of the action: adds the value or the name to the settings, and offers to take it back. */
export async function allow(allowance: Allowance): Promise<void> {
  const { text } = allowance;
  const entry = entryOf(allowance);
  const scope = scopeToChange(entry);
  // VS Code does not join the lists of several scopes, so the new list has what is allowed already.
  const list = [...new Set([...listIn(effectiveValue(entry)), text])];
  const undo = await changeEntry(entry, scope, list, (now, before) => {
    const others = listIn(now).filter((one) => one !== text);
    return others.length > 0 || before !== undefined ? others : undefined;
  });
  if (undo) void sayChanged(`${quote(text)} is allowed in ${scope.name}.`, undo);
}

function entryOf({ resource, property }: Allowance): SettingEntry {
  const { values, properties } = allowedSettings;
  return property === undefined ? { resource, setting: properties } : { resource, setting: values, key: property };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
