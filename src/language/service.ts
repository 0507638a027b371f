import type { CompletionItem, JSONDocument, JSONSchema, Position, Range } from 'vscode-json-languageservice';
import { ClientCapabilities, getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.editor.schema.json' with { type: 'json' };
import type { Allowed } from '../record/allowed.ts';

/*
 * VS Code's JSON service as a library, with our schema. It is a bundle of its own, loaded when it is first needed,
 * because it is larger than the rest of the extension.
 */

/** The documentation of a property or value, in Markdown. */
export interface Explanation {
  readonly texts: readonly string[];
  readonly range: Range;
}

const uri = 'backup-response://text';
const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
let configuredFor: Allowed | undefined;

/** Completes a JSON text at a position. @param allowed what is completed beside the schema */
export async function complete(text: string, position: Position, allowed: Allowed): Promise<readonly CompletionItem[]> {
  configure(allowed);
  const list = await ask(text, (document, parsed) => service.doComplete(document, position, parsed));
  return (list?.items ?? []).map(inOrder);
}

/** Values keep the schema's order: VS Code sorts what has no sort text by the alphabet. */
function inOrder(item: CompletionItem, at: number): CompletionItem {
  return item.sortText === undefined ? { ...item, sortText: String(at).padStart(3, '0') } : item;
}

/** What the schema says about a value of an enum. @param property its name, or `includeTypes` for an object type */
export function meaningOf(property: string, value: string): string | undefined {
  const { properties } = schema.definitions.record;
  const { items } = properties.options.properties.includeTypes;
  const definition: SchemaOfValue | undefined =
    property === 'includeTypes' ? { anyOf: [items.if] } : (properties as Record<string, SchemaOfValue>)[property];
  const listed = definition?.anyOf?.[0];
  return listed?.markdownEnumDescriptions?.[listed.enum?.indexOf(value) ?? -1];
}

/** Explains the property or value at a position in a JSON text; undefined if there is nothing to explain. */
export async function explain(text: string, position: Position, allowed: Allowed): Promise<Explanation | undefined> {
  configure(allowed);
  const hover = await ask(text, (document, parsed) => service.doHover(document, position, parsed));
  if (!hover?.range) return undefined;
  const texts = [hover.contents].flat().map((content) => (typeof content === 'string' ? content : content.value));
  return { texts: texts.filter((one) => one !== ''), range: hover.range };
}

/** Tells the service the schema, and what is allowed beside it. */
function configure(allowed: Allowed): void {
  if (configuredFor && JSON.stringify(configuredFor) === JSON.stringify(allowed)) return;
  configuredFor = allowed;
  const extended = schemaWith(allowed) as JSONSchema;
  service.configure({ schemas: [{ uri: 'backup-response://schema', fileMatch: [uri], schema: extended }] });
}

/** The schema, with further values and properties. */
function schemaWith({ values, properties }: Allowed): object {
  const extended = structuredClone(schema);
  const known: Record<string, object> = extended.definitions.record.properties;
  for (const [name, added] of Object.entries(values)) {
    const listed: SchemaOfValue | undefined = known[name];
    listed?.anyOf?.[0]?.enum?.push(...added);
  }
  Object.assign(known, Object.fromEntries(properties.map((name) => [name, {}])));
  return extended;
}

/** The part of the schema that lists the values of an enum. */
interface SchemaOfValue {
  readonly title?: string;
  readonly anyOf?: readonly { readonly enum?: unknown[]; readonly markdownEnumDescriptions?: readonly string[] }[];
}

/** @returns undefined if the text is nested so deeply that the service overflows the stack */
async function ask<T>(text: string, question: (document: TextDocument, parsed: JSONDocument) => PromiseLike<T>) {
  const document = TextDocument.create(uri, 'json', 1, text);
  try {
    return await question(document, service.parseJSONDocument(document));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
