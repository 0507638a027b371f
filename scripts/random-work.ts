import { seed } from '../test/support/seed.ts';
import { today, writeFigures } from './figures.ts';

/** The arguments of a script with random input. */
export interface RandomWork {
  readonly count: number;
  /** Whether to write the result into docs/quality.md. */
  readonly isWritten: boolean;
}

/**
 * Runs a script with the arguments of this process; they are those of `workFrom`.
 * @param usually how much it does without a number
 */
export function runRandomWork(usually: number, run: (work: RandomWork) => void): void {
  const work = workFrom(process.argv.slice(2), usually);
  if (typeof work === 'string') {
    console.error(work);
    process.exitCode = 1;
  } else run(work);
}

/**
 * Reads the arguments of a script: how much it does, `--seed=N`, which seed.ts reads, and `--write`.
 * @returns the problem, if there are other arguments: a run of nothing must not look like one without a mistake
 */
export function workFrom(args: readonly string[], usually: number): RandomWork | string {
  const [count = String(usually), ...others] = args.filter((arg) => !/^--(?:write$|seed=)/.test(arg));
  if (!/^[1-9]\d{0,14}$/.test(count) || others.length > 0)
    return `"${[count, ...others].join(' ')}" does not say how much to do. Use a positive whole number, such as 1000.`;
  return { count: Number(count), isWritten: args.includes('--write') };
}

/**
 * Prints the result, and writes it into docs/quality.md if that is asked for.
 * @param name of the figures there
 */
export function conclude(name: string, result: string, { isWritten }: RandomWork): void {
  const sentence = `${result} (seed ${seed})`;
  console.log(sentence);
  if (isWritten) writeFigures('docs/quality.md', name, `${today()}: ${sentence}`);
}
