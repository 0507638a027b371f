import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Definition, record } from '../../src/model/schema.ts';
import { answerIndex, noteCount, noteIndex } from '../../src/record/first-look/facts.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src', 'record', 'first-look', 'assembly');
const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');

/** How many pages of WebAssembly's memory, 64 KiB each, are for the text. The tables follow. */
const textPages = 4;
const page = 65_536;

/** The first look as a module of TypeScript: `src/record/first-look/assembly`, compiled with the schema in its tables. */
export function firstLookSource(): string {
  const definitions = numberedDefinitions();
  const rows = definitions.map(({ path }, number) => `  '${path}': ${number},`);
  return `/** \`src/record/first-look/assembly\` as WebAssembly, in Base64. */
export const wasm =
  '${compiled(definitions).toString('base64')}';

/** How long a text may be, in bytes, with the zeros after it. */
export const room = ${textPages * page};

/** Where the notes on each value are: the number of its row. */
export const rows = {
${rows.join('\n')}
} as const;
`;
}

/** Compiles in a process of its own: as a library, the compiler would be transpiled first, all 14 MB of it. */
function compiled(definitions: readonly Definition[]): Buffer {
  const copy = mkdtempSync(join(tmpdir(), 'clean-'));
  try {
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'tables.ts'), tablesSource(definitions));
    const pages = String(textPages + 1);
    const memory = ['--memoryBase', String(textPages * page), '--initialMemory', pages, '--maximumMemory', pages];
    const args = ['clean.ts', '-O2', '--runtime', 'stub', '--noAssert', ...memory, '--outFile', 'clean.wasm'];
    const { status } = spawnSync(process.execPath, [compiler, ...args], { cwd: copy, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${folder} cannot be compiled.`);
    return readFileSync(join(copy, 'clean.wasm'));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const kinds = ['string', 'enum', 'dateTime', 'jobId', 'integer', 'types', 'names', 'object', 'refused'] as const;
type Kind = (typeof kinds)[number];

/** All definitions, each with the number that the tables know it by: its index. */
function numberedDefinitions(): Definition[] {
  const definitions: Definition[] = [];
  const add = (definition: Definition): void => {
    if (definitions.includes(definition)) return;
    definitions.push(definition);
    definition.below.forEach(add);
  };
  add(record);
  return definitions;
}

/** The tables: the schema, in the form in which texts are compared with it, four bytes at a time. */
function tablesSource(definitions: readonly Definition[]): string {
  const literalsBy = definitions.map(literalsOf);
  const belowBy = definitions.map((definition) => belowOf(definition).map((below) => definitions.indexOf(below)));
  const literals = [...literalsBy.flat(), 'null'];
  const wordsBy = literals.map(wordsIn);
  return [
    ...kinds.map((kind, number) => constant(`${kind}Kind`, number)),
    ...Object.entries(answerIndex).map(([name, index]) => constant(`${name}Answer`, index)),
    ...Object.entries(noteIndex).map(([name, index]) => constant(`${name}Note`, index)),
    constant('answerCount', Object.keys(answerIndex).length),
    constant('noteCount', noteCount),
    constant('definitionCount', definitions.length),
    table(
      'kinds',
      'u8',
      definitions.map((definition) => kinds.indexOf(kindOf(definition))),
    ),
    table(
      'isNullable',
      'u8',
      definitions.map((definition) => Number(definition.isNullable)),
    ),
    table('firstLiteral', 'u8', startsOf(literalsBy)),
    table(
      'literalCount',
      'u8',
      literalsBy.map(({ length }) => length),
    ),
    table('firstBelow', 'u8', startsOf(belowBy)),
    table('below', 'u8', belowBy.flat()),
    table(
      'lengths',
      'u8',
      literals.map(({ length }) => length),
    ),
    table('firstWord', 'u16', startsOf([...wordsBy, []])),
    table('words', 'i32', wordsBy.flat()),
    constant('nullLiteral', literals.indexOf('null')),
  ].join('\n');
}

function kindOf({ path, type, values, items, format }: Definition): Kind {
  if (path === 'jobId') return 'jobId';
  if (path === '$schema') return 'refused';
  if (values || type === 'boolean') return 'enum';
  if (format === 'date-time') return 'dateTime';
  if (type === 'array') return items?.values ? 'types' : 'names';
  return type;
}

/** The words that are compared with the text: the names of an object, the values of a string, or those of list items. */
export function literalsOf({ path, type, names, values, items }: Definition): readonly string[] {
  if (type === 'boolean') return ['false', 'true'];
  const texts = (names ?? values ?? items?.values)?.all ?? [];
  // The names of an object and the items of a list are noted as the bits of a number, which is not negative.
  if (texts.length > 31) throw new Error(`"${path}" has ${texts.length} names or values; the first look can note 31.`);
  return texts.map((text) => `"${text}"`);
}

/** The definition of each property of an object. */
function belowOf({ names, below }: Definition): readonly Definition[] {
  return below.length === 1 ? (names?.all.map(() => below[0] as Definition) ?? []) : below;
}

/** A text as words of four bytes each, the last one filled up with zeros. */
function wordsIn(text: string): number[] {
  if (!/^[ -~]{4,}$/.test(text)) throw new Error(`${text} is too short, or not ASCII.`);
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, '\0'));
  return Array.from({ length: bytes.length / 4 }, (_, word) => bytes.readInt32LE(word * 4));
}

/** Where each list begins when all are put in a row. */
function startsOf(lists: readonly (readonly unknown[])[]): number[] {
  let end = 0;
  return lists.map(({ length }) => {
    end += length;
    return end - length;
  });
}

function constant(name: string, value: number | undefined): string {
  if (value === undefined || value < 0) throw new Error(`There is no ${name}.`);
  return `export const ${name}: i32 = ${value};`;
}

function table(name: string, type: 'u8' | 'u16' | 'i32', numbers: readonly number[]): string {
  return `export const ${name} = memory.data<${type}>([${numbers}]);`;
}
