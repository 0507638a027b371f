import type { CompletionItem, JSONDocument, JSONSchema, Position, Range } from 'vscode-json-languageservice';
import { ClientCapabilities, getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/backup-response.editor.schema.json' with { type: 'json' };

/*
 * What VS Code's JSON service says of a text that has our schema: the same code, as a library. A bundle of its own, to
 * be loaded when it is needed, since it is larger than all the rest of the extension.
 */

/** What there is to say of a value, in Markdown. */
export interface Explanation {
  readonly texts: readonly string[];
  readonly range: Range;
}

const uri = 'backup-response://text';
const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
service.configure({ schemas: [{ uri: 'backup-response://schema', fileMatch: [uri], schema: schema as JSONSchema }] });

/** What may be written at a place of a text. */
export async function complete(text: string, position: Position): Promise<readonly CompletionItem[]> {
  const list = await ask(text, (document, parsed) => service.doComplete(document, position, parsed));
  return list?.items ?? [];
}

/** Explains the name or the value at a place of a text; undefined where there is nothing to explain. */
export async function explain(text: string, position: Position): Promise<Explanation | undefined> {
  const hover = await ask(text, (document, parsed) => service.doHover(document, position, parsed));
  if (!hover?.range) return undefined;
  const texts = [hover.contents].flat().map((content) => (typeof content === 'string' ? content : content.value));
  return { texts: texts.filter((one) => one !== ''), range: hover.range };
}

/** Of a text that is nested so deeply that the service has no stack left, there is nothing to say. */
async function ask<T>(text: string, question: (document: TextDocument, parsed: JSONDocument) => PromiseLike<T>) {
  const document = TextDocument.create(uri, 'json', 1, text);
  try {
    return await question(document, service.parseJSONDocument(document));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
