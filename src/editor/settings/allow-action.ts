import * as vscode from 'vscode';
import { nameOfEnum } from '../../model/allowed.ts';
import { record } from '../../model/schema.ts';
import { quote } from '../../model/words.ts';
import type { Finding } from '../../record/finding.ts';
import { allowedSettings } from '../../record/settings.ts';
import { commandId } from '../command-ids.ts';
import { type SettingEntry, scopeToChange } from './setting-entry.ts';

/** A value of an enum, or a name in a record, that the user may allow. */
export interface Allowance {
  readonly resource: vscode.Uri;
  /** The property whose value it is; undefined for a name. */
  readonly property?: string;
  readonly text: string;
}

/** The action that allows the value or name in a finding; undefined if it has none, or a suggestion. */
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
  if (finding.rule === 'unlisted' && finding.path === record.path) return { resource, text: finding.text };
  if (finding.rule !== 'unlisted' && (finding.rule !== 'enum' || finding.suggestion)) return undefined;
  const property = nameOfEnum(finding.path);
  return property === undefined ? undefined : { resource, property, text: finding.text };
}

/** The entry of the settings that lists the allowed values or names. */
export function entryOf({ resource, property }: Allowance): SettingEntry {
  const { values, properties } = allowedSettings;
  return property === undefined ? { resource, setting: properties } : { resource, setting: values, key: property };
}
