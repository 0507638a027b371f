import { showInformation } from '../workbench/messages.ts';
import type { Undo } from './change-setting.ts';

/** Says what an action has changed in the settings, and takes the change back if the user wants that. */
export async function sayChanged(sentence: string, undo: Undo): Promise<void> {
  const button = 'Undo';
  if ((await showInformation(sentence, button)) === button) await undo();
}
