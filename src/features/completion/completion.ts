import type { Allowed } from '../../model/allowed.ts';

/** A name or a value that completion offers. */
export interface Completion {
  readonly label: string;
  readonly isName?: true;
  /** The snippet to insert. */
  readonly insert: string;
  /** The text that VS Code compares with the text at the cursor, with the quotes of a string. */
  readonly filter: string;
  readonly detail?: string;
  /** The property that the schema explains, by its path, and perhaps one of its values. */
  readonly explained?: { readonly path: string; readonly value?: string };
  /** Whether there is a list to choose from where the cursor is afterwards. */
  readonly opensList?: boolean;
}

/** The sources of completions. */
export interface CompletionSource {
  readonly now: Date;
  readonly allowed: Allowed;
  /** Whether the record is all there is in the file: only there may it name its schema. */
  readonly isWholeFile: boolean;
  /** The texts that other records have under a name, the most likely first. */
  readonly otherValues: (name: SharedName) => readonly string[];
}

/** A property whose value a record often has in common with others. */
export type SharedName = 'tenant' | 'requesterName' | 'name';
