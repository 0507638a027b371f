import { quote } from '../../model/words.ts';
import { type Allowance, entryOf } from './allow-action.ts';
import { changeEntry, sayChanged } from './change-setting.ts';
import { effectiveValue, scopeToChange } from './setting-entry.ts';

/** The command of the action that allows a value or a name: adds the value or the name to the settings, and offers to take it back. */
export async function allow(allowance: Allowance): Promise<void> {
  const { text } = allowance;
  const entry = entryOf(allowance);
  const scope = scopeToChange(entry);
  // VS Code does not join the lists of several scopes, so the new list includes the values that are allowed already.
  const list = [...new Set([...listIn(effectiveValue(entry)), text])];
  const undo = await changeEntry(entry, scope, list, (now, before) => {
    const others = listIn(now).filter((one) => one !== text);
    return others.length > 0 || before !== undefined ? others : undefined;
  });
  if (undo) void sayChanged(`${quote(text)} is allowed in ${scope.name}.`, undo);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
