import * as vscode from 'vscode';
import { factsAt, type ValueFacts } from '../features/hover.ts';
import { recordToShow, type Service } from './completion/language-service.ts';
import type { RecordText } from './completion/record-at.ts';
import type { Checks } from './problems/checks.ts';
import { beginningOf } from './recognition/beginning.ts';
import { hasJsonSchema } from './recognition/json-schemas.ts';
import type { SchemaRegistry } from './recognition/schema-registry.ts';
import { allowedIn } from './settings/settings.ts';
import { localTime } from './workbench/local-time.ts';

/**
 * Explains names and values with facts from the record and, where VS Code's JSON service does not answer, with the
 * descriptions of the schema, as that service shows them.
 */
export class Hovers {
  constructor(
    readonly checks: Checks,
    readonly registry: SchemaRegistry,
    readonly load: () => Promise<Service | undefined>,
  ) {}

  async hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const record = await recordToShow(this.checks, document, position);
    const service = record && (await this.load());
    if (!service) return undefined;
    const isAnswered = !record.isInside && this.#hasSchema(document);
    const explanation = isAnswered ? undefined : await service.explain(record.text, record.toText(position));
    const reader = { now: new Date(), localTime, allowed: allowedIn(document.uri), meaningOf: service.meaningOf };
    const facts = factsAt(record.text, record.offsetOf(position), reader);
    // VS Code shows the hovers of extensions before those of its own service, so here the same order.
    const texts = [...(facts ? [facts.text] : []), ...(explanation?.texts ?? [])];
    if (texts.length === 0) return undefined;
    const range = explanation ? record.toDocument(explanation.range) : facts && rangeOf(facts, record);
    return new vscode.Hover(
      texts.map((text) => new vscode.MarkdownString(text, true)),
      range,
    );
  }

  /** Whether VS Code's JSON service has a schema for a document, and so explains it. */
  #hasSchema(document: vscode.TextDocument): boolean {
    return this.registry.has(document) || hasJsonSchema(document, beginningOf(document));
  }
}

function rangeOf({ span: { offset, length } }: ValueFacts, record: RecordText): vscode.Range {
  return new vscode.Range(record.positionOf(offset), record.positionOf(offset + length));
}
