import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../src/document/value-scanner.ts';
import { type FileChoice, generate } from './generate.ts';

/** The layouts that files really have. */
export const layouts = [
  'indented',
  'record a line',
  'one line',
  'JSON Lines',
  'page',
  'CRLF',
  'UTF-16',
  'comments',
] as const;
export type GridLayout = (typeof layouts)[number];

/** Per cent of the records that have a mistake. */
export const shares = [0, 0.1, 5, 100] as const;
export const counts = [10, 1_000, 20_000] as const;

/** A file of the grid. */
export interface GridFile {
  readonly path: string;
  /** The same without comments, for programs that read none. */
  readonly plainPath: string;
  readonly format: Format;
}

const made = new Map<string, GridFile>();

/** Writes a file of the grid, once in a run. */
export function gridFile(layout: GridLayout, faulty: number, records: number): GridFile {
  const name = `${layout} ${faulty} ${records}`.replace(/\W+/g, '-');
  const known = made.get(name);
  if (known) return known;
  const folder = join(__dirname, 'grid');
  mkdirSync(folder, { recursive: true });
  const choice: FileChoice = { records, faulty, layout: layoutOf(layout) };
  const plain = rowed(layout, generate(choice));
  const format = layout === 'JSON Lines' ? 'lines' : layout === 'comments' ? 'jsonc' : 'json';
  const path = join(folder, `${name}.backupresponse.${format === 'lines' ? 'jsonl' : format}`);
  writeFileSync(path, bytesOf(layout, plain));
  let plainPath = path;
  if (layout === 'comments') {
    plainPath = join(folder, `${name}-plain.json`);
    writeFileSync(plainPath, plain);
  }
  const file = { path, plainPath, format } as const;
  made.set(name, file);
  return file;
}

function layoutOf(layout: GridLayout): NonNullable<FileChoice['layout']> {
  if (layout === 'one line') return 'minified';
  if (layout === 'JSON Lines' || layout === 'record a line') return 'lines';
  return layout === 'page' ? 'page' : 'pretty';
}

function rowed(layout: GridLayout, text: string): string {
  return layout === 'record a line' ? `[\n${text.trimEnd().replaceAll('\n', ',\n')}\n]\n` : text;
}

function bytesOf(layout: GridLayout, text: string): Uint8Array | string {
  if (layout === 'CRLF') return text.replaceAll('\n', '\r\n');
  if (layout === 'UTF-16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return layout === 'comments' ? text.replaceAll('\n  {\n', '\n  {\n    // Kept for the audit.\n') : text;
}
