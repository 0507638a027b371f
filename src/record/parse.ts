import { type Node, parseTree } from 'jsonc-parser';
import { Char, endOfComment, endOfString } from './lexer.ts';
import { PlainReader } from './plain.ts';

/** No rule looks deeper into a value, and far deeper jsonc-parser would overflow the stack. */
const deepest = 32;

/**
 * Parses one value, broken or not, comments and trailing commas allowed: what can be read of it is read, and what
 * lies deeper than any rule looks is left out.
 * @param depth how many brackets deep to look
 * @returns undefined where the text holds no value at all
 */
export function parse(text: string, depth = deepest): Node | undefined {
  plain ??= new PlainReader();
  return plain.read(text, depth) ?? parseTree(withoutDepths(text, depth), [], { allowTrailingComma: true });
}

let plain: PlainReader | undefined;

/** The text with blanks for what lies within more than `deepest` brackets: the offsets stay what they are. */
function withoutDepths(text: string, deepest: number): string {
  let depth = 0;
  let kept = '';
  let end = 0; // Of the text that is already in `kept`.
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case Char.Quote:
        at = endOfString(text, at) - 1;
        break;
      case Char.Slash:
        at = Math.max(at, endOfComment(text, at) - 1);
        break;
      case Char.OpenBrace:
      case Char.OpenBracket:
        if (++depth === deepest + 1) {
          kept += text.slice(end, at + 1);
          end = at + 1;
        }
        break;
      case Char.CloseBrace:
      case Char.CloseBracket:
        if (depth-- === deepest + 1) {
          kept += ' '.repeat(at - end);
          end = at;
        }
        break;
    }
  }
  if (depth > deepest) return kept + ' '.repeat(text.length - end);
  return end === 0 ? text : kept + text.slice(end);
}
