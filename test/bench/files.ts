import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from '../support/text-document.ts';
import { type FileChoice, generate } from './generate.ts';

/** How a file is written, in the words of the check. */
export type Format = 'json' | 'lines';

/** A file on disk, for the processes that measure to read. */
export interface BenchFile {
  readonly title: string;
  readonly path: string;
  readonly format: Format;
  readonly bytes: number;
}

const made = new Map<string, BenchFile>();

/** Writes a file, once in a run. */
export function benchFile(choice: FileChoice): BenchFile {
  const title = titleOf(choice);
  const known = made.get(title);
  if (known) return known;
  const format = choice.layout === 'lines' ? 'lines' : 'json';
  const folder = join(__dirname, 'files');
  const path = join(folder, `${title.replace(/\W+/g, '-')}.${format === 'lines' ? 'jsonl' : 'json'}`);
  const bytes = new TextEncoder().encode(generate(choice));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  const file = { title, path, format, bytes: bytes.length } as const;
  made.set(title, file);
  return file;
}

const layouts = { pretty: '', page: ', in an envelope', minified: ', on one line', lines: ', JSON Lines' } as const;

function titleOf({ records, faulty, layout = 'pretty', unicode }: FileChoice): string {
  return `${records.toLocaleString('en')} records, ${faulty} % faulty${layouts[layout]}${unicode ? ', beyond ASCII' : ''}`;
}

/** The text of a file in one piece. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The same as an extension has it. */
export function readDocument(path: string): TextDocument {
  return new TextDocument(readText(path));
}
