import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleName } from './contestants.ts';

const maxOutput = 64 * 1024 * 1024;
/** Where a child writes its answer: V8 writes to standard output too, where its collections are traced. */
const answerStream = 3;

export interface Answer<T> {
  readonly answer: T;
  /** The standard output of the process. */
  readonly output: string;
}

/**
 * Runs one of the programs in `children/` in a process of its own, so that none profits from code that another has
 * warmed up, and none pays for memory that another has left.
 * @param flags of Node
 * @throws {Error} where the process fails; its own message is in the terminal
 */
export function inFreshProcess<T>(child: string, args: readonly string[], flags: readonly string[] = []): Answer<T> {
  const { status, signal, output } = spawnSync(
    process.execPath,
    ['--expose-gc', ...flags, join(__dirname, 'children', `${child}.js`), ...args],
    { stdio: ['ignore', 'pipe', 'inherit', 'pipe'], encoding: 'utf8', maxBuffer: maxOutput },
  );
  const answer = output?.[answerStream];
  if (status !== 0 || !answer)
    throw new Error(`The process for ${child} ${args.join(' ')} ended with ${signal ?? status}.`);
  return { answer: JSON.parse(answer), output: output[1] ?? '' };
}

/** In a child: hands the answer to the process that asked. */
export function answer(value: object): void {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  for (let written = 0; written < bytes.length; ) written += writeSync(answerStream, bytes, written);
}

/** The path of a contestant's bundle, for a child to load. */
export function bundleOf({ name }: { readonly name: BundleName }): string {
  return join(__dirname, 'contestants', `${name}.js`);
}

/** In a child: takes away all garbage, so that it is not collected while something is measured. */
export function collectGarbage(): void {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
}
