import { seed } from '../test/support/seed.ts';
import { today, writeFigures } from './figures.ts';

/**
 * How much a script with random input does.
 * @param args of the script: a number, and flags
 */
export function countFrom(args: readonly string[], usually: number): number {
  return Number(args.find((arg) => !arg.startsWith('--')) ?? usually);
}

/**
 * Says what came out, in docs/quality.md too if there is `--write` among the arguments.
 * @param name of the place there
 */
export function conclude(name: string, result: string, args: readonly string[]): void {
  const sentence = `${result} (seed ${seed})`;
  console.log(sentence);
  if (args.includes('--write')) writeFigures('docs/quality.md', name, `${today()}: ${sentence}`);
}
