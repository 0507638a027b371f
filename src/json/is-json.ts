import type { Node } from 'jsonc-parser';

let lastText: string | undefined;
let lastAnswer = false;

/** Caches that this text is valid JSON. */
export function noteJson(text: string): void {
  lastText = text;
  lastAnswer = true;
}

/** Whether a text is JSON. The last answer is kept, because all records of a text ask the same. */
export function isJson(text: string): boolean {
  if (text === lastText) return lastAnswer;
  lastText = text;
  lastAnswer = parses(text);
  return lastAnswer;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const continued = /[\w.+-]/;

/** Whether a name or a value is written in a way that JSON does not allow. Objects and lists are not tokens. */
export function isBrokenToken({ type, offset, length }: Node, text: string): boolean {
  if (type === 'object' || type === 'array') return false;
  const end = offset + length;
  return !parses(text.slice(offset, end)) || (type !== 'string' && continued.test(text.charAt(end)));
}
