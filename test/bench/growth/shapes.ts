import type { Shape } from './input.ts';
import { lists } from './lists.ts';
import { pastes } from './pastes.ts';
import { records } from './records.ts';
import { texts } from './texts.ts';

/** The inputs whose cost must grow with their length, by name. */
export const shapes: Readonly<Record<string, Shape>> = { ...lists, ...records, ...texts, ...pastes };

/** Whether a shape is measured in a mode: pasted text is only read. */
export function isMeasured(shape: string, mode: string): boolean {
  return !(shape in pastes) || mode === 'paste-into-empty';
}
