import type { ContestantModule } from '../contestants.ts';
import { type Format, readDocument, readText } from '../files.ts';
import { answer, collectGarbage } from '../processes.ts';

/** From nothing to the findings of a file, in milliseconds. */
export interface Loading {
  readonly load: number;
  readonly check: number;
}

/* Arguments: the contestant's bundle, what it reads, the file, its format. */
const [bundle = '', reads, path = '', format = 'json'] = process.argv.slice(2) as [string, string, string, Format];

async function measure(): Promise<Loading> {
  const source = reads === 'document' ? readDocument(path) : readText(path);
  collectGarbage();
  const start = performance.now();
  const { check }: ContestantModule = require(bundle);
  const loaded = performance.now();
  await check(source, format);
  return { load: loaded - start, check: performance.now() - loaded };
}

measure().then(answer);
