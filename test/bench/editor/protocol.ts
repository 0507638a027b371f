/** The messages of the three parties: the script that starts VS Code, the page that shows it, and the host. */

/** The measurements to make: the host finds it in the workspace as `bench.json`. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  /** How often a mistake is made and taken back in each file. */
  readonly rounds: number;
  /** The same for VS Code's own JSON support, which takes seconds for a large file. */
  readonly ownRounds: number;
  /** How many characters the page types in each file. */
  readonly typed: number;
}

export interface PlannedFile {
  readonly name: string;
  readonly title: string;
  /** Whether the name makes the file ours. It has one mistake, in its last record. */
  readonly isOurs: boolean;
}

/** The host's report on a file, in milliseconds. */
export interface Measured {
  readonly name: string;
  /** From asking for the file until the extension host has it, and until its findings are there. */
  readonly opened: number;
  readonly opening: number | undefined;
  /** From each call of `TextEditor.edit` until our diagnostics are others. */
  readonly edits: readonly number[];
  /** Of the same edits, until VS Code has applied them. */
  readonly applied: readonly number[];
  /** From an edit that breaks the JSON, or repairs it, until VS Code's own JSON support reports it. */
  readonly own: readonly number[];
}

/** The host's lines begin with a mark, since VS Code prints much else. */
export const marks = {
  /** The cursor is where the page is to type; JSON of the file's name. */
  type: 'BACKUP-RESPONSE-TYPE ',
  /** JSON of a `Measured`. */
  measured: 'BACKUP-RESPONSE-MEASURED ',
} as const;
