import * as vscode from 'vscode';
import { anonymize } from '../features/anonymize/anonymize.ts';
import { Placeholders } from '../features/anonymize/placeholders.ts';
import { toPowerShell } from '../features/copy-as-powershell.ts';
import { displayPosition } from '../json/position.ts';
import type { Checks } from './problems/checks.ts';
import { selectedRecords } from './records/selected-records.ts';
import { count } from './workbench/count.ts';
import { showInformation } from './workbench/messages.ts';

/** The command Copy as PowerShell: the selected records, or the one at the cursor, as calls of the SDK. */
export async function copyAsPowerShell(checks: Checks): Promise<void> {
  const records = await selectedTexts(checks);
  if (records) await copy(records.map(({ text }) => toPowerShell(text)).join('\n'), records.length, 'as PowerShell');
}

/**
 * The command Copy Anonymized: the selected records, or the one at the cursor, with placeholders for the tenant, its
 * people and its objects.
 */
export async function copyAnonymized(checks: Checks): Promise<void> {
  const records = await selectedTexts(checks);
  if (!records) return;
  const placeholders = new Placeholders();
  const texts: string[] = [];
  for (const { text, line } of records) {
    const anonymous = anonymize(text, placeholders);
    if (anonymous === undefined) {
      const where = `The record that starts on line ${line} has a syntax error.`;
      void showInformation(`${where} Fix it first: only whole JSON can be copied without names and ids.`);
      return;
    }
    texts.push(anonymous);
  }
  const list = texts.length === 1 ? `${texts[0]}\n` : `[\n${texts.join(',\n')}\n]\n`;
  await copy(list, records.length, 'without names and ids');
}

async function selectedTexts(checks: Checks): Promise<{ text: string; line: number }[] | undefined> {
  const selected = await selectedRecords(checks);
  return selected?.ranges.map((range) => ({
    text: selected.checked.index.source.getText(range),
    line: displayPosition(range.start).line,
  }));
}

async function copy(text: string, records: number, how: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`Copied ${count(records, 'record')} ${how}`, 5_000);
}
