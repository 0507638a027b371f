import type * as vscode from 'vscode';
import { log } from '../log.ts';
import { importModule } from '../modules.ts';
import type { Checks } from '../problems/checks.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import type { Recognizer } from '../recognition/recognizer.ts';
import { type RecordText, recordAt } from './record-at.ts';

/** The exports of the language service's bundle. */
type Service = typeof import('../../language/service.ts');

/** What to ask the language service about. */
export interface Question {
  readonly service: Service;
  readonly record: RecordText;
}

/** In UTF-16 units. A longer record was not written by hand, and would take too long. */
const maxRecordLength = 1_000_000;

/** Answers where VS Code's JSON service has no schema, with the same code, which is loaded when it is first needed. */
export class LanguageService {
  #loading: Promise<Service | undefined> | undefined;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly checks: Checks,
    readonly recognizer: Recognizer,
  ) {}

  /** @returns undefined if the document is not recognized, VS Code has a schema for it, or no record can be there */
  async questionAt(document: vscode.TextDocument, position: vscode.Position): Promise<Question | undefined> {
    if (!this.recognizer.recognize(document) || hasJsonSchema(document, beginningOf(document))) return undefined;
    const record = await recordAt(this.checks, document, position);
    if (!record || record.text.length > maxRecordLength) return undefined;
    const service = await this.#load();
    return service && { service, record };
  }

  #load(): Promise<Service | undefined> {
    this.#loading ??= importModule<Service>(this.extensionUri, 'language.mjs').catch((error) => {
      log.error('Completion and hover could not be loaded.', error);
      return undefined;
    });
    return this.#loading;
  }
}
