import type { JSONDocument, Position, Range } from 'vscode-json-languageservice';
import { ClientCapabilities, getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.editor.schema.json' with { type: 'json' };

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
service.configure({ schemas: [{ uri: 'backup-response://schema', fileMatch: [uri], schema }] });

/** Describes a value of an enum, from the schema. @param property its name, or `includeTypes` for an object type */
export function meaningOf(property: string, value: string): string | undefined {
  const { properties } = schema.definitions.record;
  const { items } = properties.options.properties.includeTypes;
  const ofProperties: Readonly<Record<string, SchemaOfValue>> = properties;
  const definition: SchemaOfValue | undefined = property === 'includeTypes' ? items : ofProperties[property];
  return definition?.meanings?.[value];
}

/** Describes a property, from the schema. @param path from the record; `*` stands for any name */
export function descriptionOf(path: string): string | undefined {
  const { record, entry }: Readonly<Record<string, SchemaOfValue>> = schema.definitions;
  const found = path
    .split('.')
    .reduce<SchemaOfValue | undefined>((at, step) => (step === '*' ? entry : at?.properties?.[step]), record);
  return found?.markdownDescription;
}

/** Explains the property or value at a position in a JSON text; undefined if there is nothing to explain. */
export async function explain(text: string, position: Position): Promise<Explanation | undefined> {
  const hover = await ask(text, (document, parsed) => service.doHover(document, position, parsed));
  if (!hover?.range) return undefined;
  const texts = [hover.contents].flat().map((content) => (typeof content === 'string' ? content : content.value));
  return { texts: texts.filter((one) => one !== ''), range: hover.range };
}

/** The part of the schema that is read here. */
interface SchemaOfValue {
  readonly markdownDescription?: string;
  /** What each value means. VS Code's JSON service does not know this name, so it leaves the values to our hover. */
  readonly meanings?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, SchemaOfValue>>;
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
