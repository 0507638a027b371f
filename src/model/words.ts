import { definition, type JsonType } from './schema.ts';

/** The JSON types that a value may have. */
export type FoundType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** A value found in a file, for sentences: `a string`. */
export const foundTypeNames: Readonly<Record<FoundType, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** A value that the schema wants, for sentences. */
export const wantedTypeNames: Readonly<Record<JsonType, string>> = { ...foundTypeNames, integer: 'a whole number' };

/** The values without a name of their own, as a sentence begins with them and as it mentions them. */
const nameless: Readonly<Record<string, readonly [subject: string, object: string]>> = {
  $: ['A backup record', 'this record'],
  'options.objectOptions.*': ['An entry of "objectOptions"', 'this entry'],
  'options.includeTypes[*]': ['An object type', 'this object type'],
  'options.objectOptions.*.includedNames[*]': ['An object name', 'this object name'],
};

/** A property by its name, or another value by its path, as the subject of a sentence. */
export function subjectOf(path: string): string {
  return nameless[path]?.[0] ?? quote(nameOf(path));
}

/** The same, inside a sentence. */
export function objectOf(path: string): string {
  return nameless[path]?.[1] ?? quote(nameOf(path));
}

/** The title of a definition in a sentence, with its article: `a backup status`. */
export function titleOf(path: string): string {
  const title = definition(path).title.toLowerCase();
  return `${/^[aeiou]/.test(title) ? 'an' : 'a'} ${title}`;
}

/** Text from a file, quoted, and short enough for a sentence. */
export function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** The beginning of a text that is too long for a sentence; it does not end between two surrogates. */
export function shorten(text: string): string {
  return escapeControls(text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, '')}…` : text);
}

/**
 * Escapes, as in JSON, the characters that a terminal or an editor acts on instead of showing them: control characters,
 * line ends, and marks that change the direction of the text.
 */
export function escapeControls(text: string): string {
  return text.replace(
    controls,
    (char) => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Between letters or the parts of an emoji, U+200C and U+200D belong to the text: Persian and many emoji need them. */
const controls =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?<![\p{L}\p{M}\p{Emoji_Modifier}\p{ExtPict}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{ExtPict}])/gu;
const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `"A", "B" or "C"` */
export function listOf(values: readonly string[]): string {
  const quoted = values.map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The question after a sentence, if there is a correction to suggest. */
export function question(suggestion: string | undefined): string {
  return suggestion ? ` Did you mean ${quote(suggestion)}?` : '';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
