import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Definition, definition, record } from '../../src/record/schema.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'src', 'record', 'assembly');
const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');

/** How much of the memory is for the text, in bytes: whole pages of WebAssembly's, of 64 KiB. The tables lie behind it. */
const textPages = 4;
const page = 65_536;

/** The WebAssembly that `src/record/assembly` makes, with the schema in its tables, as a module of TypeScript. */
export function cleanSource(): string {
  const wasm = compiled();
  return `/** \`src/record/assembly\` as WebAssembly, in Base64. */
export const wasm =
  '${wasm.toString('base64')}';

/** How long a text may be, in bytes, with what is read behind it. */
export const room = ${textPages * page};
`;
}

/** In a process of its own, as its authors mean it: as a library it would be translated anew, all 14 MB of it. */
function compiled(): Buffer {
  const place = mkdtempSync(join(tmpdir(), 'clean-'));
  try {
    cpSync(folder, place, { recursive: true });
    writeFileSync(join(place, 'places.ts'), placesSource());
    const pages = String(textPages + 1);
    const memory = ['--memoryBase', String(textPages * page), '--initialMemory', pages, '--maximumMemory', pages];
    const args = ['clean.ts', '-Oz', '--runtime', 'stub', '--noAssert', ...memory, '--outFile', 'clean.wasm'];
    const { status } = spawnSync(process.execPath, [compiler, ...args], { cwd: place, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${folder} cannot be compiled.`);
    return readFileSync(join(place, 'clean.wasm'));
  } finally {
    rmSync(place, { recursive: true });
  }
}

const kinds = ['string', 'enum', 'dateTime', 'jobId', 'integer', 'types', 'names', 'object', 'refused'] as const;
type Kind = (typeof kinds)[number];

/** What a place in a record wants, as `clean.ts` reads it: a row of each table. */
interface Place {
  readonly kind: Kind;
  readonly isNullable: boolean;
  /** Of an object the names, of a string the values, of a list the values of its items. */
  readonly literals: readonly string[];
  /** Of an object: the numbers of the places behind its names. */
  readonly below: readonly number[];
}

/** The tables: the schema, in the form in which texts are compared with it, four bytes at a time. */
function placesSource(): string {
  const numbers = new Map<Definition, number>();
  const places: Place[] = [];
  const numberOf = (place: Definition): number => {
    const known = numbers.get(place);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(place, number);
    const below = place.places.map(numberOf);
    places[number] = { kind: kindOf(place), isNullable: place.isNullable, literals: literalsOf(place), below };
    return number;
  };
  numberOf(record);
  const literals = [...places.flatMap((place) => place.literals), 'null'];
  const wordsOf = literals.map(wordsIn);
  const note = (id: string) => numbers.get(definition(id));
  const value = (id: string, text: string) => definition(id).values?.all.indexOf(text);
  return [
    ...kinds.map((kind, number) => constant(`${kind}Kind`, number)),
    constant('placeCount', places.length),
    table(
      'kinds',
      'u8',
      places.map(({ kind }) => kinds.indexOf(kind)),
    ),
    table(
      'isNullable',
      'u8',
      places.map(({ isNullable }) => Number(isNullable)),
    ),
    table('firstLiteral', 'u8', startsOf(places.map((place) => place.literals))),
    table(
      'literalCount',
      'u8',
      places.map((place) => place.literals.length),
    ),
    table('firstBelow', 'u8', startsOf(places.map((place) => place.below))),
    table(
      'below',
      'u8',
      places.flatMap((place) => place.below),
    ),
    table(
      'lengths',
      'u8',
      literals.map(({ length }) => length),
    ),
    table('firstWord', 'u16', startsOf([...wordsOf, []])),
    table('words', 'i32', wordsOf.flat()),
    constant('nullLiteral', literals.indexOf('null')),
    ...['status', 'isPartial', 'created', 'modified', 'completed', 'includeTypes', 'objectOptions'].map((id) =>
      constant(id, note(id)),
    ),
    constant('notStarted', value('status', 'NOT_STARTED')),
    constant('inProgress', value('status', 'IN_PROGRESS')),
  ].join('\n');
}

function kindOf({ id, type, values, items, format }: Definition): Kind {
  if (id === 'jobId') return id;
  if (id === '$schema') return 'refused';
  if (values || type === 'boolean') return 'enum';
  if (format === 'date-time') return 'dateTime';
  if (type === 'array') return items?.values ? 'types' : 'names';
  return type;
}

function literalsOf({ type, names, values, items }: Definition): readonly string[] {
  if (type === 'boolean') return ['false', 'true'];
  const texts = names ?? values ?? items?.values;
  return texts?.all.map((text) => `"${text}"`) ?? [];
}

/** The words of a text, four bytes each, the last one filled up with zeros. */
function wordsIn(text: string): number[] {
  if (!/^[ -~]{4,}$/.test(text)) throw new Error(`${text} is too short, or not ASCII.`);
  const bytes = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, '\0'));
  return Array.from({ length: bytes.length / 4 }, (_, word) => bytes.readInt32LE(word * 4));
}

/** Where each list begins when all stand in a row. */
function startsOf(lists: readonly (readonly unknown[])[]): number[] {
  let end = 0;
  return lists.map(({ length }) => {
    end += length;
    return end - length;
  });
}

function constant(name: string, value: number | undefined): string {
  if (value === undefined || value < 0) throw new Error(`The schema has no ${name}.`);
  return `export const ${name}: i32 = ${value};`;
}

function table(name: string, type: 'u8' | 'u16' | 'i32', numbers: readonly number[]): string {
  return `export const ${name} = memory.data<${type}>([${numbers}]);`;
}
