import { anonymize } from '../../../src/features/anonymize/anonymize.ts';
import { Placeholders } from '../../../src/features/anonymize/placeholders.ts';
import { comparedRecord, pairLists } from '../../../src/features/compare.ts';
import { completionContext } from '../../../src/features/completion/completion-context.ts';
import { completionsAt } from '../../../src/features/completion/completions.ts';
import { toPowerShell } from '../../../src/features/copy-as-powershell.ts';
import { copyOf } from '../../../src/features/duplicate.ts';
import { insertAfter, removeRecord } from '../../../src/features/duplicate-and-remove.ts';
import { factsAt } from '../../../src/features/hover.ts';
import { insertRecords } from '../../../src/features/insert-records.ts';
import { insertionAt } from '../../../src/features/insertion.ts';
import { sharedValues } from '../../../src/features/new-record.ts';
import { readRecords } from '../../../src/features/paste/read-records.ts';
import { RecordSearch } from '../../../src/features/record-search.ts';
import { sortAllRecords } from '../../../src/features/sort-edits.ts';
import { pageOf } from '../../../src/features/table.ts';
import { decode } from '../../../src/files/encoding.ts';
import { formatOf } from '../../../src/files/file-names.ts';
import { mightHoldRecords } from '../../../src/files/prefilter.ts';
import { isOursByContent } from '../../../src/files/recognize.ts';
import { EntryFixes, fixAllEdits } from '../../../src/index/fixes.ts';
import { countFindings, entriesWithFindings, findingsTouching, listFindings } from '../../../src/index/listing.ts';
import { recordAt } from '../../../src/index/record-at.ts';
import { RecordIndex } from '../../../src/index/record-index.ts';
import { recordIn, recordsOf } from '../../../src/index/records.ts';
import { nothingAllowed } from '../../../src/model/allowed.ts';
import { severities } from '../../../src/model/severity.ts';
import { message } from '../../../src/record/message.ts';
import { overviewOf } from '../../../src/record/overview.ts';
import { isJsonWithComments } from '../../../src/record/parse/parse.ts';
import { defaultSeverities, type RuleId } from '../../../src/record/rules/index.ts';
import { Random } from '../../support/random.ts';
import { TextDocument } from '../../support/text-document.ts';
import { Editing, type Place } from '../editing.ts';
import type { InputFile } from './input.ts';
import type { Mode } from './modes.ts';

/** A file as it is open in an editor, checked, with the cursor in the middle. */
interface Opened {
  readonly text: string;
  readonly document: TextDocument;
  readonly index: RecordIndex;
  readonly cursor: Place;
}

const now = new Date('2024-03-05T08:00:00Z');
const shown = 1_000;
const rank = (rule: RuleId): number => severities.indexOf(defaultSeverities[rule]);
const all = (): boolean => true;

/** The work of the editor on an open file, as far as it needs no VS Code. */
export const editorModes: Readonly<Record<string, Mode>> = {
  recognize: (files) => () => {
    for (const { bytes, name } of files) {
      const { text } = decode(bytes);
      mightHoldRecords(text);
      isOursByContent(text, formatOf(name));
    }
  },
  index: ([file]) => {
    const { document } = opened(file);
    return () => new RecordIndex(document, formatOf(file?.name ?? '') ?? 'json', { allowed: nothingAllowed }).step();
  },
  edit: inDocument(({ document, index, cursor }) => {
    const editing = new Editing(document, new Random(1));
    for (const typed of ['x', '"', '{']) {
      const change = editing.typed(cursor, typed);
      for (const one of [change, editing.undoOf(change)]) {
        document.apply([one]);
        index.change([one]);
        index.step();
        listFindings(index, { rank, near: cursor.line, max: shown });
      }
    }
  }),
  problems: inDocument(({ index }) => {
    countFindings(index, all);
    return listFindings(index, { rank, near: 0, max: shown }).map(({ finding }) => message(finding));
  }),
  'light-bulb': inDocument(({ index, cursor }) => {
    const fixes = new Map<number, EntryFixes>();
    for (const { finding, entry } of findingsTouching(index, { start: cursor, end: cursor }, 50).slice(0, 50)) {
      if (entry === undefined) continue;
      const ofEntry = fixes.get(entry) ?? new EntryFixes(index, index.entryAt(entry));
      fixes.set(entry, ofEntry);
      ofEntry.fixesOf(finding);
    }
  }),
  'fix-everywhere': inDocument(({ index }) => {
    for (const [entry, findings] of entriesWithFindings(index)) {
      const fixes = new EntryFixes(index, entry);
      for (const finding of findings) fixes.fixesOf(finding);
    }
  }),
  'fix-all': inDocument(({ index }) => {
    Array.from(fixAllEdits(index, all));
  }),
  outline: inDocument(({ index }) => [...recordsOf(index)]),
  'go-to-record': inDocument(({ index }) => {
    const search = new RecordSearch(index, 200);
    search.find('complete 12');
    search.step();
    return search.found.map((place) => recordIn(index, place));
  }),
  table: inDocument(({ index }) => {
    const rows = [...recordsOf(index)].map((record) => {
      const { status = '', backupType: type = '' } = overviewOf(index.source.getText(record.range));
      const texts = { created: '', duration: '', objects: '', problems: '', target: undefined };
      return { name: record.title, status, type, ...texts, line: record.range.start.line };
    });
    return pageOf({ title: 'a', counts: [], total: rows.length, rows: rows.slice(0, shown) });
  }),
  compare: inDocument(({ index }) => {
    const records = [...recordsOf(index)].map(({ range, summary }) =>
      comparedRecord(summary.jobId, index.source.getText(range)),
    );
    return pairLists(records, records);
  }),
  anonymize: inEntries((texts) => {
    const placeholders = new Placeholders();
    return texts.map((text) => anonymize(text, placeholders));
  }),
  'copy-as-powershell': inEntries((texts) => texts.map(toPowerShell)),
  duplicate: inEntries((texts) => texts.map((text) => copyOf(text, { jobId: '', now }))),
  sort: inDocument(({ index }) => [...sortAllRecords(index)]),
  hover: inRecord((text, offset) =>
    factsAt(text, offset, { now, localTime: String, allowed: nothingAllowed, meaningOf: () => '' }),
  ),
  completion: inRecord((text, offset) => {
    sharedValues(text);
    return completionsAt(text, offset, { now, allowed: nothingAllowed, isWholeFile: false, otherValues: () => [] });
  }),
  'paste-into-empty': ([file]) => {
    const { text } = opened(file);
    const empty = new RecordIndex(new TextDocument(''), 'json', { allowed: nothingAllowed });
    empty.step();
    return () => {
      const reading = readRecords(text);
      isJsonWithComments(text);
      return 'records' in reading ? insertRecords(empty, { line: 0, character: 0 }, reading.records, '  ') : reading;
    };
  },
  paste: inDocument(({ index, cursor }) => insertRecords(index, cursor, ['{"jobId":"a"}'], '  ')),
  'new-record': inDocument(({ index, cursor }) => insertionAt(index, cursor)),
  'duplicate-or-remove': inDocument(({ index, cursor }) => {
    const record = recordAt(index, cursor);
    return record && record.parent !== 'none' && [insertAfter(index, record, '{}'), removeRecord(index, record)];
  }),
};

/** Each file is opened once for all modes, which leave it as it is. */
const documents = new WeakMap<InputFile, Opened>();

function opened(file: InputFile = { name: '', bytes: new Uint8Array() }): Opened {
  const known = documents.get(file) ?? open(file);
  documents.set(file, known);
  return known;
}

function open(file: InputFile): Opened {
  const { text } = decode(file.bytes);
  const document = new TextDocument(text);
  const index = new RecordIndex(document, formatOf(file.name) ?? 'json', { allowed: nothingAllowed });
  index.step();
  const line = Math.floor(document.lineCount / 2);
  const { length } = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { text, document, index, cursor: { line, character: Math.floor(length / 2) } };
}

function inDocument(run: (opened: Opened) => unknown): Mode {
  return ([file]) => {
    const one = opened(file);
    return () => run(one);
  };
}

function inEntries(run: (texts: readonly string[]) => unknown): Mode {
  return inDocument(({ index }) =>
    run(Array.from({ length: index.count }, (_, at) => index.source.getText(index.entryAt(at)))),
  );
}

/** In the text around the cursor that completion and hover look at. */
function inRecord(run: (text: string, offset: number) => unknown): Mode {
  return inDocument(({ index, cursor }) => {
    const context = completionContext(index, cursor);
    if (!context) return undefined;
    const text = `${context.before}${index.source.getText(context)}${context.after}`;
    return run(text, Math.floor(text.length / 2));
  });
}
