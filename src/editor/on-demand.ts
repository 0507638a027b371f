import type * as vscode from 'vscode';
import type { LazyCommandName } from './command-ids.ts';
import { Comparisons } from './compare.ts';
import { copyAnonymized, copyAsPowerShell } from './copy.ts';
import { duplicateRecord, removeRecordAtCursor } from './duplicate-and-remove.ts';
import { folderCommands } from './folder-check/commands.ts';
import { goToRecord } from './go-to-record.ts';
import { createRecord, createRecordFile } from './new-record/new-record.ts';
import { formatOnePerLine } from './one-per-line.ts';
import type { Checks } from './problems/checks.ts';
import { chooseFix } from './problems/choose-fix.ts';
import { reportRemaining } from './problems/rule-actions.ts';
import type { Recognizer } from './recognition/recognizer.ts';
import { allow } from './settings/allow.ts';
import { changeSeverity, turnOffRule } from './settings/rule-severities.ts';
import { sortProperties } from './sort.ts';
import { fileCommands } from './status/file-commands.ts';
import { RecordTables } from './table.ts';
import { showCommandLine } from './workbench/command-line.ts';
import { openExample } from './workbench/example.ts';

/*
 * The commands that the engine loads when the user first runs one.
 */

/** A command of which the engine has only the name. */
export type LazyCommand = (...args: never[]) => unknown;

/**
 * The commands of `lazyCommandNames`.
 * @param loadPaste loads the readers of the clipboard
 * @param problems the collection for the results of folder checks
 * @param subscriptions disposed with the extension
 */
export function createCommands(
  checks: Checks,
  recognizer: Recognizer,
  loadPaste: () => Promise<typeof import('./paste/on-paste.ts')>,
  problems: vscode.DiagnosticCollection,
  subscriptions: vscode.Disposable[],
): Readonly<Record<LazyCommandName, LazyCommand>> {
  const comparisons = new Comparisons(checks);
  const tables = new RecordTables(checks);
  subscriptions.push(comparisons, tables);
  return {
    ...fileCommands(checks, recognizer),
    ...folderCommands(checks, recognizer.exclusions, problems, subscriptions),
    new: (argument?: unknown) => createRecord(checks, argument),
    newFile: () => createRecordFile(checks),
    openExample,
    goToRecord: () => goToRecord(checks),
    duplicateRecord: () => duplicateRecord(checks),
    removeRecord: () => removeRecordAtCursor(checks),
    pasteAsRecord: async () => (await loadPaste()).pasteAsRecord(checks),
    copyAsPowerShell: () => copyAsPowerShell(checks),
    copyAnonymized: () => copyAnonymized(checks),
    sortProperties: () => sortProperties(checks),
    formatOnePerLine: () => formatOnePerLine(checks),
    compareRecords: () => comparisons.compareRecords(),
    compareFiles: () => comparisons.compareFiles(),
    showTable: () => tables.show(),
    allow,
    chooseFix,
    keepRecords: async (uri: vscode.Uri) => (await loadPaste()).keepRecords(uri),
    showCommandLine,
    turnOffRule,
    changeSeverity,
    reportRemaining: (...args: Parameters<typeof reportRemaining> extends [unknown, ...infer Rest] ? Rest : never) =>
      reportRemaining(checks, ...args),
  };
}
