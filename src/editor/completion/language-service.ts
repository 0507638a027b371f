import type * as vscode from 'vscode';
import type { Checks } from '../problems/checks.ts';
import { log } from '../workbench/log.ts';
import { lazyModule } from '../workbench/modules.ts';
import { type RecordText, recordAt } from './record-at.ts';

/** The exports of the language service's bundle. */
export type Service = typeof import('../../language/service.ts');

/** In UTF-16 units. A longer record was not written by hand, and would take too long. */
const maxRecordLength = 1_000_000;

/** @returns undefined if no record can be at the position, or if it is too long */
export async function recordToShow(
  checks: Checks,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<RecordText | undefined> {
  const record = await recordAt(checks, document, position);
  return record && record.text.length <= maxRecordLength ? record : undefined;
}

/**
 * VS Code's JSON service as a library: the same code that answers where VS Code has a schema.
 * @returns loads it when it is first needed; undefined if it could not be loaded
 */
export function languageService(extensionUri: vscode.Uri): () => Promise<Service | undefined> {
  const load = lazyModule<Service>(extensionUri, 'language.mjs');
  return () =>
    load().catch((error) => {
      log.error('Completion and hover could not be loaded.', error);
      return undefined;
    });
}
