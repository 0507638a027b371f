import type * as vscode from 'vscode';
import { log } from '../log.ts';
import { lazyModule } from '../modules.ts';
import type { Checks } from '../problems/checks.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { type RecordText, recordAt } from './record-at.ts';

/** The exports of the language service's bundle. */
export type Service = typeof import('../../language/service.ts');

/** A place that is completed or explained. */
export interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly record: RecordText;
  /** Whether VS Code's own JSON service answers too, so that only what no schema knows is missing. */
  readonly isAnswered: boolean;
}

/** In UTF-16 units. A longer record was not written by hand, and would take too long. */
const maxRecordLength = 1_000_000;

/** @returns undefined if no record can be there */
export async function placeAt(
  checks: Checks,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Place | undefined> {
  const record = await recordAt(checks, document, position);
  if (!record || record.text.length > maxRecordLength) return undefined;
  const isAnswered = !record.isInside && hasJsonSchema(document, beginningOf(document));
  return { document, position, record, isAnswered };
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
