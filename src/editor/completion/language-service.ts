import * as vscode from 'vscode';
import type { Range } from 'vscode-json-languageservice';
import { log } from '../log.ts';
import { importModule } from '../modules.ts';
import type { Checks } from '../problems/checks.ts';
import { beginningOf } from '../recognition/beginning.ts';
import { hasJsonSchema } from '../recognition/json-schemas.ts';
import { recognize } from '../recognition/recognition.ts';
import { recordAt } from './record-at.ts';

/** What the bundle of the language service exports. */
type Module = typeof import('../../language/service.ts');

/** A place in a document that is ours to speak of, and the language service to ask. */
export interface Place {
  readonly service: Module;
  /** The record there, as a JSON text of its own, and the place in that. */
  readonly text: string;
  readonly position: vscode.Position;
  /** The range of the document that a range of the text is. */
  range(within: Range): vscode.Range;
}

/** How long a record may be, in UTF-16 units: whatever is longer was not written by hand, and would take its time. */
const longest = 1_000_000;

/** Speaks where VS Code's JSON service does not, with the same code, which is loaded when it is first needed. */
export class LanguageService {
  #loading: Promise<Module | undefined> | undefined;

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly checks: Checks,
  ) {}

  /** @returns undefined where the document is not ours, where VS Code has a schema for it, or where no record may be */
  async placeOf(document: vscode.TextDocument, position: vscode.Position): Promise<Place | undefined> {
    if (!recognize(document) || hasJsonSchema(document, beginningOf(document))) return undefined;
    const around = await recordAt(this.checks, document, position);
    const service = around && around.text.length <= longest ? await this.#load() : undefined;
    if (!around || !service) return undefined;
    const { text, start, added } = around;
    const shift = (line: number) => (line === 0 ? start.character - added : 0);
    const line = position.line - start.line;
    const inDocument = (within: Range['start']) =>
      new vscode.Position(start.line + within.line, within.character + shift(within.line));
    return {
      service,
      text,
      position: new vscode.Position(line, position.character - shift(line)),
      range: (within) => new vscode.Range(inDocument(within.start), inDocument(within.end)),
    };
  }

  #load(): Promise<Module | undefined> {
    this.#loading ??= importModule<Module>(this.extensionUri, 'language.mjs').catch((error) => {
      log.error('Completion and hover could not be loaded.', error);
      return undefined;
    });
    return this.#loading;
  }
}
