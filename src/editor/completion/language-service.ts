import type * as vscode from 'vscode';
import type { Allowed } from '../../record/allowed.ts';
import { log } from '../log.ts';
import { importModule } from '../modules.ts';
import type { Checks } from '../problems/checks.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import type { Recognizer } from '../recognition/recognizer.ts';
import { allowedIn } from '../settings.ts';
import { type RecordText, recordAt } from './record-at.ts';

/** The exports of the language service's bundle. */
type Service = typeof import('../../language/service.ts');

/** What to ask the language service about. */
export interface Question {
  readonly service: Service;
  readonly record: RecordText;
  /** What the user allows beside the schema. */
  readonly allowed: Allowed;
  /** Whether VS Code's JSON service answers too, so that only what is allowed is missing. */
  readonly isAnswered: boolean;
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

  /** @returns undefined if the document is not recognized, or if no record can be there */
  async questionAt(document: vscode.TextDocument, position: vscode.Position): Promise<Question | undefined> {
    if (!this.recognizer.recognize(document)) return undefined;
    const record = await recordAt(this.checks, document, position);
    if (!record || record.text.length > maxRecordLength) return undefined;
    const allowed = allowedIn(document.uri);
    const isAnswered = !record.isInside && hasJsonSchema(document, beginningOf(document));
    if (isAnswered && isNothing(allowed)) return undefined;
    const service = await this.#load();
    return service && { service, record, allowed, isAnswered };
  }

  #load(): Promise<Service | undefined> {
    this.#loading ??= importModule<Service>(this.extensionUri, 'language.mjs').catch((error) => {
      log.error('Completion and hover could not be loaded.', error);
      return undefined;
    });
    return this.#loading;
  }
}

function isNothing({ values, properties }: Allowed): boolean {
  return properties.length === 0 && Object.values(values).every(({ length }) => length === 0);
}
