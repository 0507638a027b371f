import * as vscode from 'vscode';
import { unwrapping } from '../../document/envelope.ts';
import { Fixer } from '../../document/fix.ts';
import { layoutOf } from '../../document/layout.ts';
import { severalLinesIn } from '../../document/syntax.ts';
import { EntryText } from '../../index/entry-text.ts';
import { entriesWithFindings } from '../../index/listing.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import type { Edit } from '../../json/edit.ts';
import { Lines } from '../../json/lines.ts';
import type { ForAll } from '../../record/change.ts';
import type { Finding } from '../../record/finding.ts';
import { rangeOf } from '../convert.ts';

/** A fix whose edits are ready for VS Code. */
export interface DocumentFix {
  readonly title: string;
  readonly edits: vscode.TextEdit[];
  readonly isLossless: boolean;
  readonly forAll?: ForAll;
}

/** The fixes for a finding of an entry, whose offsets are those of the entry's text. */
export function fixesIn(text: EntryText, finding: Finding): DocumentFix[] {
  return text.fixesFor(finding).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => textEdit(text, edit)) }));
}

/** The fixes for a finding of the file as a whole: its envelope, or records over several lines. */
export function fixesOfFile(index: RecordIndex, { rule }: Pick<Finding, 'rule'>): DocumentFix[] {
  const { envelope, source } = index;
  if (rule === 'syntax') return onePerLine(index);
  if (envelope?.rule !== rule) return [];
  const entries = Array.from({ length: index.count }, (_, at) => index.entryAt(at));
  const fix = unwrapping(envelope, entries, (range) => source.getText(range));
  if (!fix) return [];
  return [{ ...fix, edits: fix.edits.map((edit) => vscode.TextEdit.replace(rangeOf(edit), edit.content)) }];
}

/** Only the whole text tells whether each record fits on a line. */
function onePerLine({ source, allowed }: RecordIndex): DocumentFix[] {
  const text = source.getText();
  const lines = new Lines(text);
  return new Fixer(text, layoutOf(text, 'lines'), allowed).fixesFor(severalLinesIn(text)).map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => vscode.TextEdit.replace(rangeOf(lines.rangeOf(edit)), edit.content)),
  }));
}

/** The edits that fix all wanted findings, entry by entry. Records without findings are not read. */
export function* fixAllEdits(
  index: RecordIndex,
  isWanted: (finding: Pick<Finding, 'rule'>) => boolean,
): Generator<vscode.TextEdit[]> {
  const { envelope } = index;
  const ofFile = envelope && isWanted(envelope) ? fixesOfFile(index, envelope) : [];
  yield ofFile.filter(({ isLossless }) => isLossless).flatMap((fix) => fix.edits);
  for (const [entry, findings] of entriesWithFindings(index)) {
    if (!findings.some(isWanted)) continue;
    const text = new EntryText(index, entry);
    yield text.fixAll(findings, isWanted).map((edit) => textEdit(text, edit));
  }
}

function textEdit(text: EntryText, { offset, length, content }: Edit): vscode.TextEdit {
  const range = { start: text.positionAt(offset), end: text.positionAt(offset + length) };
  return vscode.TextEdit.replace(rangeOf(range), content);
}
