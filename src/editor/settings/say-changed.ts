import { showInformation } from '../workbench/messages.ts';
import type { Undo } from './change-setting.ts';

/** Tells the user about a change of the settings, and takes it back if the user wants that. */
export async function sayChanged(sentence: string, undo: Undo): Promise<void> {
  const button = 'Undo';
  if ((await showInformation(sentence, button)) === button) await undo();
}
