import type { CommandName } from './command-ids.ts';
import { allow } from './problems/allow.ts';
import type { Checks } from './problems/checks.ts';
import { chooseFix } from './problems/choose-fix.ts';
import { changeSeverity, sayWhatIsLeft, turnOffRule } from './problems/rule-actions.ts';
import { duplicateRecord, removeRecordAtCursor } from './records/edit-record.ts';
import { openExample } from './records/example.ts';
import { goToRecord } from './records/go-to-record.ts';
import { createRecord, createRecordFile } from './records/new-record.ts';

/*
 * What the engine loads when the user first asks for it: a command, a completion, an explanation.
 */

export { Completion } from './completion/completion.ts';
export { Hovers } from './completion/hover.ts';
export { languageService } from './completion/language-service.ts';

/** A command of which the engine has only the name. */
export type LazyCommand = (checks: Checks, ...args: never[]) => unknown;

export const lazyCommands = {
  new: (checks, argument?: unknown) => createRecord(checks, argument),
  newFile: (checks) => createRecordFile(checks),
  openExample,
  goToRecord,
  duplicateRecord,
  removeRecord: removeRecordAtCursor,
  allow: (_checks, allowance: Parameters<typeof allow>[0]) => allow(allowance),
  chooseFix: (_checks, choice: Parameters<typeof chooseFix>[0]) => chooseFix(choice),
  turnOffRule: (_checks, ...args: Parameters<typeof turnOffRule>) => turnOffRule(...args),
  changeSeverity: (_checks, ...args: Parameters<typeof changeSeverity>) => changeSeverity(...args),
  sayWhatIsLeft,
} as const satisfies Partial<Record<CommandName, LazyCommand>>;
