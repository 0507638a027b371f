import fc from 'fast-check';
import { runs } from './runs.ts';

/**
 * The seed of everything random in the unit tests: from `--seed=N` or BACKUP_RESPONSE_SEED, which repeat a run. In CI it
 * is always the same, so that a build fails because of its change only; elsewhere each run has a new one.
 */
export const seed = givenSeed() ?? (process.env.CI ? 20_260_822 : Math.floor(Math.random() * 2 ** 31));

fc.configureGlobal({ seed, numRuns: runs(100) });

function givenSeed(): number | undefined {
  const flag = process.argv.find((arg) => arg.startsWith('--seed='));
  const text = flag?.slice('--seed='.length) ?? process.env.BACKUP_RESPONSE_SEED;
  if (!text) return undefined;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`"${text}" is not a seed. Use the number that a test run printed.`);
  return Number(text);
}
