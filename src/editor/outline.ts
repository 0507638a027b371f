import * as vscode from 'vscode';
import type { RecordIndex } from '../index/record-index.ts';
import { recordsOf } from '../index/records.ts';
import { rangeOf } from './convert.ts';
import type { Checks } from './problems/checks.ts';
import { inSlices } from './workbench/progress.ts';
import { sliceMs } from './workbench/scheduling.ts';

/** The outline of JSON Lines, and thus the breadcrumbs: one symbol per record. For other JSON, VS Code has its own. */
export async function outlineOf(
  checks: Checks,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentSymbol[] | undefined> {
  const checked = await checks.current(document);
  if (!checked) return undefined;
  // As many as VS Code's own JSON support has.
  const max = Math.max(0, vscode.workspace.getConfiguration('json', document).get<number>('maxItemsComputed', 5_000));
  // If the document has changed, VS Code asks again.
  return inSlices(document, symbolsIn(checked.index, max), sliceMs.outline, token);
}

function* symbolsIn(index: RecordIndex, max: number): Generator<readonly vscode.DocumentSymbol[]> {
  let count = 0;
  for (const { title, summary, range } of recordsOf(index)) {
    if (count++ >= max) return;
    const detail = [summary.status, summary.type].filter(Boolean).join(' · ');
    const whole = rangeOf(range);
    yield [new vscode.DocumentSymbol(title, detail, vscode.SymbolKind.Module, whole, whole)];
  }
}
