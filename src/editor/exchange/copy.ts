import * as vscode from 'vscode';
import { toPowerShell } from '../../exchange/to-powershell.ts';
import { anonymize } from '../../record/anonymize.ts';
import { Placeholders } from '../../record/placeholders.ts';
import { count } from '../count.ts';
import type { Checks } from '../problems/checks.ts';
import { selectedRecords } from './selected-records.ts';

/** The command Copy as PowerShell: the selected records, or the one at the cursor, as calls of the SDK. */
export function copyAsPowerShell(checks: Checks): Promise<void> {
  return copy(checks, 'as PowerShell', (records) => records.map(toPowerShell).join('\n'));
}

/**
 * The command Copy Anonymized: the selected records, or the one at the cursor, with placeholders for whatever names the
 * tenant, its people and its objects.
 */
export function copyAnonymized(checks: Checks): Promise<void> {
  return copy(checks, 'without names and ids', (records) => {
    const placeholders = new Placeholders();
    const texts = records.map((text) => anonymize(text, placeholders));
    return texts.length === 1 ? `${texts[0]}\n` : `[\n${texts.join(',\n')}\n]\n`;
  });
}

async function copy(checks: Checks, how: string, write: (records: readonly string[]) => string): Promise<void> {
  const selected = await selectedRecords(checks);
  if (!selected) return;
  const { ranges, checked } = selected;
  const records = ranges.map((range) => checked.index.source.getText(range));
  await vscode.env.clipboard.writeText(write(records));
  vscode.window.setStatusBarMessage(`Copied ${count(records.length, 'record')} ${how}`, 5_000);
}
