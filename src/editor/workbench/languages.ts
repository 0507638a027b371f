import type { TextDocument } from 'vscode';
import type { Format } from '../../document/value-scanner.ts';

/** The languages of documents that can hold records, and the format that each implies. */
const formats: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['jsonc', 'jsonc'],
  ['jsonl', 'lines'],
]);

/** The ids of these languages. */
export const languages: readonly string[] = [...formats.keys()];

/** The format of a document. Its language decides, not its name. */
export function formatOfDocument({ languageId }: TextDocument): Format {
  return formats.get(languageId) ?? 'json';
}

export function isJson({ languageId }: TextDocument): boolean {
  return formats.has(languageId);
}

/** Whether a document has nothing but white space, as far as it is worth to look. */
export function isBlank(document: TextDocument): boolean {
  return document.lineCount < 100 && document.getText().trim() === '';
}

/** Whether VS Code's own JSON support handles a document: it has none for JSON Lines. */
export function hasJsonSupport({ languageId }: Pick<TextDocument, 'languageId'>): boolean {
  return languageId === 'json' || languageId === 'jsonc';
}
