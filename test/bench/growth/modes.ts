import { commandLineModes } from './command-line-modes.ts';
import { editorModes } from './editor-modes.ts';
import type { InputFile } from './input.ts';

/** Gets everything ready, and returns the work to measure. It may run many times. */
export type Mode = (files: readonly InputFile[]) => () => unknown;

/** The work of the product on its inputs, by name. */
export const modes: Readonly<Record<string, Mode>> = { ...commandLineModes, ...editorModes };
