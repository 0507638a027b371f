import { commandLineModes } from './command-line-modes.ts';
import { editorModes } from './editor-modes.ts';
import type { InputFile } from './input.ts';

/** Gets everything ready, and returns what is measured. It may run many times. */
export type Mode = (files: readonly InputFile[]) => () => unknown;

/** What the product does with its inputs, by name. */
export const modes: Readonly<Record<string, Mode>> = { ...commandLineModes, ...editorModes };
