import type { Shape } from './input.ts';
import { lists } from './lists.ts';
import { records } from './records.ts';
import { texts } from './texts.ts';

/** The inputs whose cost must grow with their length, by name. */
export const shapes: Readonly<Record<string, Shape>> = { ...lists, ...records, ...texts };
