import * as vscode from 'vscode';
import { enclosureFinding } from '../../document/check.ts';
import { Fixer } from '../../document/fix.ts';
import { type Layout, layoutOf } from '../../document/layout.ts';
import { severalLinesIn } from '../../document/syntax.ts';
import { EntryText } from '../../index/entry-text.ts';
import { entriesWithFindings } from '../../index/listing.ts';
import type { RecordIndex } from '../../index/record-index.ts';
import type { Edit } from '../../json/edit.ts';
import { Lines } from '../../json/lines.ts';
import { commentsIn, unwrapTitle } from '../../json/unwrap.ts';
import type { ForAll } from '../../record/change.ts';
import { keepRecordsTitle } from '../../record/envelope.ts';
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

/** The fixes for a finding of the file as a whole: the object around its records, or records over several lines. */
export function fixesOfFile(index: RecordIndex, { rule }: Pick<Finding, 'rule'>): DocumentFix[] {
  if (rule === 'syntax') return fixesOfText(index, severalLinesIn);
  const { enclosure } = index;
  if (!enclosure || rule !== enclosure.rule) return [];
  if (enclosure.name === undefined) return joinLists(index);
  const isWrapper = rule === 'powershell-array';
  const title = isWrapper ? unwrapTitle : keepRecordsTitle;
  const edits = unwrappingEdits(index);
  return edits.length > 0 ? [{ title, edits, isLossless: isWrapper || enclosure.isOnly }] : [];
}

/** Removes the object around the records. Only the text around them is read. */
function unwrappingEdits({ enclosure, source }: RecordIndex): vscode.TextEdit[] {
  if (!enclosure?.range) return [];
  const { records, range } = enclosure;
  const before = { start: range.start, end: records.start };
  const after = { start: records.end, end: range.end };
  return [before, after].map((part) => vscode.TextEdit.replace(rangeOf(part), commentsIn(source.getText(part))));
}

/** Joins lists within a list. */
function joinLists(index: RecordIndex): DocumentFix[] {
  return fixesOfText(index, (_text, { enclosure }) => enclosure && enclosureFinding(enclosure));
}

/** The fixes for a finding that only the whole text tells. */
function fixesOfText(
  { source, format, isOverSeveralLines, allowed }: RecordIndex,
  findingIn: (text: string, layout: Layout) => Finding | undefined,
): DocumentFix[] {
  const text = source.getText();
  const layout = layoutOf(text, isOverSeveralLines ? 'lines' : format);
  const finding = findingIn(text, layout);
  if (!finding) return [];
  const lines = new Lines(text);
  return new Fixer(text, layout, allowed).fixesFor(finding).map(({ title, edits, isLossless }) => {
    const edited = edits.map((edit) => vscode.TextEdit.replace(rangeOf(lines.rangeOf(edit)), edit.content));
    return { title, edits: edited, isLossless };
  });
}

/** The edits that fix all wanted findings, entry by entry. Records without findings are not read. */
export function* fixAllEdits(
  index: RecordIndex,
  isWanted: (finding: Pick<Finding, 'rule'>) => boolean,
): Generator<vscode.TextEdit[]> {
  const { enclosure } = index;
  const ofFile = enclosure && isWanted(enclosure) ? fixesOfFile(index, enclosure) : [];
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
