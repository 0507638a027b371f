import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from '../../src/files/encoding.ts';
import { runProgram } from './program.mjs';
import { Random } from './random.ts';

const golden = join(import.meta.dirname, '..', 'golden');
/** Inputs that once went wrong, and others that are hard: they are mutated too, and checked as they are. */
const kept = join(import.meta.dirname, '..', 'fuzz');

/** An input of the command line. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files that all inputs are made from. */
export function corpus(): Input[] {
  return [golden, kept].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(json|jsonc|jsonl|ndjson)$/.test(name))
      .map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
  );
}

/** Makes inputs from others: bytes go, come twice, or change place; tokens come in; two files are joined. */
export function mutants(seed: number, count: number, sources: readonly Input[] = corpus()): Input[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, index) => {
    const source = random.pick(sources);
    let { bytes } = source;
    for (let rounds = 1 + random.below(4); rounds > 0; rounds--) bytes = mutate(bytes, random, sources);
    return { name: `${index}${source.name.slice(source.name.lastIndexOf('.'))}`, bytes: bytes.subarray(0, 40_000) };
  });
}

const tokens = [
  ...'{}[]",:\\/\n\r\t\0\u0001\ufeff\u00a0\u202e€💾',
  'null',
  'true',
  '-0',
  '1e999',
  '9007199254740993',
  '"jobId"',
  '"status": "complete",',
  '"__proto__": {},',
  '/* ',
  '// ',
  '"2024-02-30T00:00:00Z"',
  '"\\ud800"',
  '@{jobId=1; status=COMPLETE}',
  '\u001b[31m',
  '::error::x',
  '[{"status": "X"}]',
].map((token) => new TextEncoder().encode(token));

function mutate(bytes: Uint8Array, random: Random, sources: readonly Input[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.below(random.chance(0.8) ? 30 : 2_000));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (random.below(7)) {
    case 0:
      return joined(before, after);
    case 1:
      return joined(before, part, part, after);
    case 2:
      return joined(before, random.pick(tokens), after);
    case 3:
      return joined(before, Uint8Array.of(random.below(256)), bytes.subarray(at + 1));
    case 4:
      return joined(before, random.pick(sources).bytes.subarray(random.below(500)));
    case 5:
      return joined(after, part, before);
    default: {
      const token = random.pick(tokens);
      return joined(before, ...Array.from({ length: 1 + random.below(200) }, () => token), part, after);
    }
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

/**
 * Gives inputs to the built command line, and compares the answer with its promises: the exit code is 0 or 1,
 * both formats parse, each place lies in the text, and a second `--fix` changes nothing.
 * @returns the fault and its input; undefined if nothing did
 */
export function firstFault(inputs: readonly Input[]): { readonly input: Input; readonly fault: unknown } | undefined {
  const fault = faultOf(inputs);
  const [input] = inputs;
  if (fault === undefined || !input) return undefined;
  if (inputs.length === 1) return { input, fault };
  const half = inputs.length >> 1;
  const found = firstFault(inputs.slice(0, half)) ?? firstFault(inputs.slice(half));
  return found ?? { input, fault: new Error('The inputs do this only together.', { cause: fault }) };
}

function faultOf(inputs: readonly Input[]): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'backup-response-fuzz-'));
  const paths = inputs.map(({ name }) => join(folder, name));
  try {
    for (const [index, { bytes }] of inputs.entries()) writeFileSync(paths[index] as string, bytes);
    const problems = JSON.parse(outputOf('json', paths)) as Problem[];
    const texts = new Map(inputs.map(({ bytes }, index) => [paths[index], decode(bytes).text]));
    for (const problem of problems) assertPlace(problem, texts.get(problem.file) ?? '');
    const sarif = JSON.parse(outputOf('sarif', paths)) as { runs: [{ results: unknown[] }] };
    assert.equal(sarif.runs[0].results.length, Math.min(problems.length, 25_000));
    outputOf('text', paths, '--fix');
    const fixed = paths.map((path) => readFileSync(path));
    const again = outputOf('text', paths);
    assert.equal(outputOf('text', paths, '--fix'), again);
    assert.deepEqual(
      paths.map((path) => readFileSync(path)),
      fixed,
    );
    return undefined;
  } catch (fault) {
    return fault;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Problem {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

function outputOf(format: string, paths: readonly string[], ...options: readonly string[]): string {
  const args = ['check', '--format', format, ...options, '--', ...paths];
  const { status, stdout, stderr } = runProgram(args, { cwd: process.cwd(), input: '', env: process.env });
  assert.ok((status === 0 || status === 1) && stderr === '', `${status}: ${stderr}`);
  return stdout;
}

function assertPlace({ offset, length, line, column }: Problem, text: string): void {
  assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, `${offset} + ${length} of ${text.length}`);
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  // An offset between the two characters of a line end is on the line that ends there.
  if (text.slice(offset - 1, offset + 1) === '\r\n') return;
  assert.deepEqual([line, column], [lines.length, (lines.at(-1)?.length ?? 0) + 1]);
}
