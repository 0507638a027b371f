import { parseText } from '../contestants/json-parse.ts';
import type { ContestantModule } from '../contestants.ts';
import { type Format, readDocument, readText } from '../files.ts';
import { answer, collectGarbage } from '../processes.ts';
import { median } from '../statistics.ts';

/** The first check of a file in a process, its code being loaded. */
export interface First {
  readonly findings: number;
  readonly milliseconds: number;
  /** What `JSON.parse` of the same text takes in the same process right after: the median of three calls. */
  readonly parse: number;
}

/* Arguments: the contestant's bundle, what it reads, the file, its format. */
const [bundle = '', reads, path = '', format = 'json'] = process.argv.slice(2) as [string, string, string, Format];

async function measure(): Promise<First> {
  const { check }: ContestantModule = require(bundle);
  const source = reads === 'document' ? readDocument(path) : readText(path);
  collectGarbage();
  const start = performance.now();
  const findings = await check(source, format);
  const milliseconds = performance.now() - start;

  const text = readText(path);
  const parse = median([1, 2, 3].map(() => timeOf(() => parseText(text, format))));
  return { findings, milliseconds, parse };
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

measure().then(answer);
