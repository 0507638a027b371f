import { readFileSync } from 'node:fs';
import { TextDocument } from '../../support/text-document.ts';
import { answer, collectGarbage } from '../processes.ts';

/** The time of a contestant for a file of the grid in a new process, its code loaded. */
export interface GridCell {
  readonly findings: number;
  /** Milliseconds of processor time, of all threads. */
  readonly cpu: number;
  /** Milliseconds on the clock. */
  readonly wall: number;
}

/* Arguments: the contestant's bundle, what it reads, the file, its format. */
const [bundle = '', reads = '', path = '', format = ''] = process.argv.slice(2);

async function measure(): Promise<GridCell> {
  const { check } = require(bundle);
  const source = sourceOf(readFileSync(path));
  collectGarbage();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const findings = await check(source, reads === 'bytes' ? path : format);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { findings, cpu: (user + system) / 1000, wall };
}

function sourceOf(bytes: Buffer): Uint8Array | string | TextDocument {
  if (reads === 'bytes') return bytes;
  const text = bytes[0] === 0xff ? bytes.toString('utf16le').slice(1) : bytes.toString('utf8');
  return reads === 'document' ? new TextDocument(text) : text;
}

measure().then(answer);
