import * as vscode from 'vscode';
import { factsAt, type ValueFacts } from '../../record/hover.ts';
import { localTime } from '../local-time.ts';
import type { Checks } from '../problems/checks.ts';
import { allowedIn } from '../settings.ts';
import { type Place, placeAt, type Service } from './language-service.ts';

/**
 * Explains names and values: with what the record says about them, and, where VS Code's JSON service does not answer, with
 * what the schema says, in the same way.
 */
export class Hovers {
  constructor(
    readonly checks: Checks,
    readonly load: () => Promise<Service | undefined>,
  ) {}

  async hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const place = await placeAt(this.checks, document, position);
    const service = place && (await this.load());
    if (!service) return undefined;
    const { record, isAnswered } = place;
    const allowed = allowedIn(document.uri);
    const explanation = isAnswered ? undefined : await service.explain(record.text, record.toText(position), allowed);
    const facts = factsIn(place, service);
    // VS Code shows the hovers of extensions before those of its own service, so here the same order.
    const texts = [...(facts ? [facts.text] : []), ...(explanation?.texts ?? [])];
    if (texts.length === 0) return undefined;
    const range = explanation ? record.toDocument(explanation.range) : facts && rangeOf(facts, place);
    return new vscode.Hover(
      texts.map((text) => new vscode.MarkdownString(text, true)),
      range,
    );
  }
}

function factsIn({ record, position }: Place, { meaningOf }: Service): ValueFacts | undefined {
  return factsAt(record.text, record.offsetOf(position), { now: new Date(), localTime, meaningOf });
}

function rangeOf({ span: { offset, length } }: ValueFacts, { record }: Place): vscode.Range {
  return new vscode.Range(record.positionOf(offset), record.positionOf(offset + length));
}
