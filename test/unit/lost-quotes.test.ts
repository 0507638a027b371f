import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkFile } from '../../src/files/check-file.ts';
import { isJson } from '../../src/json/is-json.ts';
import { nothingAllowed } from '../../src/model/allowed.ts';
import { runs } from '../support/runs.ts';

/** A record with all properties, and one mistake of its own: its status. */
function recordOf(number: number): object {
  return {
    jobId: idOf(number),
    status: 'DONE',
    type: 'BACKUP',
    tenant: 'acme-sb',
    requesterName: 'Backup desk, night {shift}',
    fileExists: true,
    created: '2024-03-05T08:00:00Z',
    completed: '2024-03-05T08:08:00Z',
    name: 'C:\\backups\\"nightly"',
    isPartial: true,
    backupType: 'MANUAL',
    options: {
      includeTypes: ['ROLE', 'SOURCE'],
      objectOptions: { ROLE: { includedNames: ['HR', 'IT', 'Sales'] } },
    },
    totalObjectCount: 120,
    cloudStorageStatus: 'SYNCED',
  };
}

function idOf(number: number): string {
  return `5f0a7c1e-3b2d-4c11-9e77-${String(number).padStart(12, '0')}`;
}

const record = (number: number): string => JSON.stringify(recordOf(number));

const asItIs = (text: string): string => text;

/** How a program writes records: each of them, all of them, and the name of the file. */
interface Layout {
  readonly form: (record: string) => string;
  readonly join: (records: readonly string[]) => string;
  readonly file: string;
}

const layouts: Readonly<Record<string, Layout>> = {
  'one line': { form: asItIs, join: (records) => `[${records.join(',')}]`, file: 'a.json' },
  'one line with spaces': { form: spaced, join: (records) => `[${records.join(', ')}]`, file: 'a.json' },
  'a record per line': { form: asItIs, join: (records) => `[\n${records.join(',\n')}\n]\n`, file: 'a.json' },
  indented: { form: indented, join: (records) => `[\n  ${records.join(',\n  ')}\n]\n`, file: 'a.json' },
  'indented, CRLF': {
    form: (text) => indented(text).replaceAll('\n', '\r\n'),
    join: (records) => `[\r\n  ${records.join(',\r\n  ')}\r\n]\r\n`,
    file: 'a.json',
  },
  'JSON Lines': { form: asItIs, join: (records) => `${records.join('\n')}\n`, file: 'a.jsonl' },
  'a page on one line': {
    form: asItIs,
    join: (records) => `{"count":5,"items":[${records.join(',')}]}`,
    file: 'a.json',
  },
  'a page per line': {
    form: asItIs,
    join: (records) => `{"count":5,"items":[${records.join(',')}]}\n{"count":0,"next":null,"items":[${record(9)}]}\n`,
    file: 'a.jsonl',
  },
  'a list per line': {
    form: asItIs,
    join: (records) => `[${records.join(',')}]\n[${record(9)}]\n`,
    file: 'a.jsonl',
  },
  'a list of pages': {
    form: asItIs,
    join: (records) => `[{"offset":0,"items":[${records.join(',')}]}]`,
    file: 'a.json',
  },
  'a page in a response': {
    form: asItIs,
    join: (records) => `{"ok":true,"data":{"items":[${records.join(',')}]}}`,
    file: 'a.json',
  },
  'lists in a list': {
    form: asItIs,
    join: (records) => `[[${records.slice(0, 2)}],[${records.slice(2)}]]`,
    file: 'a.json',
  },
};

/** Damages the text of a record; its fields are not valid JSON any more. */
const damages: Readonly<Record<string, (text: string, at: number) => string>> = {
  'a lost quote': (text, at) => without(text, /"/g, at),
  'a lost escape': (text, at) => without(text, /\\/g, at),
  'a lost bracket': (text, at) => without(text, /[{}[\]]/g, at),
  'a lost comma or colon': (text, at) => without(text, /[,:]/g, at),
  'a line end in a string': (text, at) => without(text, /(?<=[a-z])(?=[a-z])/g, at, '\n'),
  'quotes in a string': (text, at) => without(text, /(?<=[a-zA-Z])(?=[a-zA-Z])/g, at, '"'),
};

function without(text: string, pattern: RegExp, at: number, replacement = ''): string {
  const found = [...text.matchAll(pattern)];
  const match = found[at % found.length];
  return match ? text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length) : text;
}

function spaced(text: string): string {
  return text.replaceAll('":', '": ').replaceAll(',"', ', "');
}

function indented(text: string): string {
  return JSON.stringify(JSON.parse(text), undefined, 2).replaceAll('\n', '\n  ');
}

const count = 5;

for (const [layout, { form, join, file }] of Object.entries(layouts)) {
  test(`a broken record affects no other record in ${layout}`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(damages)), fc.nat(1000), fc.nat(count - 1), (damage, at, broken) => {
        const records = Array.from({ length: count }, (_, number) => form(record(number)));
        const damaged = damages[damage]?.(records[broken] ?? '', at) ?? '';
        fc.pre(!isJson(damaged) && !(layout.endsWith('per line') && file === 'a.jsonl' && damaged.includes('\n')));
        records[broken] = damaged;
        const text = join(records);
        const { findings, recordCount } = checkFile(new TextEncoder().encode(text), file, nothingAllowed);
        const shown = findings.map(({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`);
        const why = `${damage}: ${damaged}\n${shown.join('\n')}`;
        const enums = findings.filter(({ rule }) => rule === 'enum').map(({ offset }) => offset);
        for (let number = 0; number < count; number++) {
          if (number === broken) continue;
          const start = text.indexOf(idOf(number));
          assert.ok(enums.includes(text.indexOf('"DONE"', start)), `record ${number}: ${why}`);
        }
        const others = shown.filter((line) => !/^(?:envelope|enum "DONE"|syntax)/.test(line));
        assert.deepEqual(others, [], why);
        // In JSON Lines, each line has its own.
        const syntax = shown.filter((line) => line.startsWith('syntax')).length;
        assert.ok(syntax === 1 || (syntax === 2 && file === 'a.jsonl' && damaged.includes('\n')), why);
        // Without its first bracket or quote, the record may not be one any more.
        const missing = count + Number(text.includes(idOf(9))) - recordCount;
        assert.ok(missing === 0 || (missing === 1 && !/^\{\s*"\w/.test(damaged)), why);
      }),
      { numRuns: runs(100) },
    );
  });
}

test('text that a console has wrapped has one syntax error, and no false findings', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 200 }), fc.constantFrom('\n', '\r\n'), (width, lineEnd) => {
      const whole = `[${Array.from({ length: count }, (_, number) => record(number)).join(',')}]`;
      const text = whole.replace(new RegExp(`.{${width}}`, 'g'), (line) => line + lineEnd);
      const { findings } = checkFile(new TextEncoder().encode(text), 'a.json', nothingAllowed);
      fc.pre(!isJson(text));
      const syntax = findings.filter(({ rule }) => rule === 'syntax');
      assert.deepEqual(
        syntax.map((finding) => finding.rule === 'syntax' && finding.problem),
        ['wrapped'],
        text,
      );
      const shown = findings.map(({ rule, offset, length }) => `${rule} ${text.slice(offset, offset + length)}`);
      const others = shown.filter((line) => !/^(?:syntax|enum "DONE")/.test(line));
      assert.deepEqual(others, [], text);
    }),
    { numRuns: runs(150) },
  );
});
