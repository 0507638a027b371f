import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { listSchema } from './list-schema.ts';

const service = getLanguageService({});
service.configure({ schemas: [{ uri: 'backup-response://strict', fileMatch: ['*'], schema: listSchema }] });

/** The work of VS Code's own JSON support with the strict schema after each edit; how the text comes to it not counted. */
export async function check(text: string): Promise<number> {
  const document = TextDocument.create('file:///list.json', 'json', 1, text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return diagnostics.length;
}
