import type { TextDocument } from '../support/text-document.ts';
import type { Format } from './files.ts';

/** A bundle in `contestants/`, which is loaded by its name. */
export type BundleName = Contestant['name'] | 'command-line';

/** Who takes part. Each is a bundle of its own, minified as an extension is, made from `contestants/<name>.ts`. */
export interface Contestant {
  readonly name: 'ours' | 'json-parse' | 'json-parse-ajv' | 'jsonc-parser-ajv' | 'language-service';
  readonly title: string;
  /** Where it begins: with the document as an extension has it, or, to its advantage, with the text in one piece. */
  readonly reads: 'document' | 'text';
  /** Whether it can read JSON Lines. */
  readonly lines: boolean;
}

/** The exports of a contestant's bundle. */
export interface ContestantModule {
  /** Checks a file, and says how many findings it has. */
  check(source: TextDocument | string, format: Format): number | Promise<number>;
}

export const ours: Contestant = { name: 'ours', title: 'BackupResponse', reads: 'document', lines: true };

/** The tools that a user has today; the others are measured against it too. */
export const incumbent: Contestant = {
  name: 'language-service',
  title: 'vscode-json-languageservice',
  reads: 'text',
  lines: false,
};

export const contestants: readonly Contestant[] = [
  ours,
  { name: 'json-parse', title: '`JSON.parse` alone', reads: 'text', lines: true },
  { name: 'json-parse-ajv', title: '`JSON.parse` + ajv, no places', reads: 'text', lines: true },
  { name: 'jsonc-parser-ajv', title: 'jsonc-parser + ajv', reads: 'text', lines: false },
  incumbent,
];
