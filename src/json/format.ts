import { endOfString, isSpace } from './lexer.ts';

/** Deeper levels are not indented further: thousands of brackets would make more white space than fits into a string. */
const maxIndented = 32;

/**
 * JSON with a property or an item a line.
 * @param json without comments
 * @param indentation of one level: spaces or a tab
 */
export function onManyLines(json: string, indentation: string): string {
  return layOut(json, (depth) => `\n${indentation.repeat(Math.min(depth, maxIndented))}`, 'both');
}

/** JSON on one line, with spaces as people write them. @param json without comments */
export function onOneLine(json: string): string {
  return layOut(json, () => ' ', 'objects');
}

/** @param spaced the values with a gap inside their brackets; a list without it is `[1, 2]` */
function layOut(json: string, gap: (depth: number) => string, spaced: 'both' | 'objects'): string {
  let result = '';
  let last = ''; // The text itself is not looked at: it grows with each piece.
  const put = (piece: string): void => {
    result += piece;
    last = piece;
  };
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const char = json.charAt(at);
    if (char === '"') {
      const end = endOfString(json, at);
      put(json.slice(at, end));
      at = end - 1;
    } else if (char === '{' || char === '[') {
      depth++;
      put(isEmptyFrom(json, at + 1) || !hasGap(char, spaced) ? char : char + gap(depth));
    } else if (char === '}' || char === ']') {
      depth--;
      put(last === '{' || last === '[' || !hasGap(char, spaced) ? char : gap(depth) + char);
    } else if (char === ',') put(`,${gap(depth)}`);
    else if (char === ':') put(': ');
    else if (!isSpace(char.charCodeAt(0))) put(char);
  }
  return result;
}

function hasGap(bracket: string, spaced: 'both' | 'objects'): boolean {
  return spaced === 'both' || bracket === '{' || bracket === '}';
}

/** Whether the object or the list that has just been opened is closed at once. */
function isEmptyFrom(json: string, at: number): boolean {
  while (isSpace(json.charCodeAt(at))) at++;
  return json[at] === '}' || json[at] === ']';
}
