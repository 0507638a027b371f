import { quote } from '../../model/words.ts';

/** Something that a text says and its records do not. */
export interface LeftOut {
  readonly offset: number;
  readonly why: Why;
  /** The name of a property, or the text itself. */
  readonly what: string;
}

type Why = 'cut off' | 'written twice' | 'beside the records' | 'comment' | 'other text';

/** How much of a text is kept to be quoted. */
export const maxQuoted = 200;

/** How many names a sentence has room for. */
const maxNames = 4;

/** The parts that are left out, in a few words: `"name", "options" and other text`. */
export function shortly(leftOut: readonly LeftOut[]): string {
  const has = (searched: Why): boolean => leftOut.some(({ why }) => why === searched);
  const names = leftOut.filter(({ why }) => why !== 'comment' && why !== 'other text').map(({ what }) => what);
  return joined([
    ...quoted(names),
    ...(has('comment') ? ['comments'] : []),
    ...(has('other text') ? ['other text'] : []),
  ]);
}

/** The sentence for each reason, in the order in which they are said. `where` says where the first is. */
const sentences: ReadonlyMap<Why, (whats: readonly string[], where: string) => string> = new Map([
  [
    'cut off',
    (names, where) => {
      const wereLeftOut = isOne(names) ? 'was cut off by Format-List and is' : 'were cut off by Format-List and are';
      return `${listed(names)} ${where} ${wereLeftOut} left out. Use "ConvertTo-Json -Depth 10".`;
    },
  ],
  ['written twice', (names, where) => `Of the values of ${listed(names)} ${where}, only the last is kept.`],
  [
    'beside the records',
    (names, where) => `${listed(names)} beside the records ${where} ${isOne(names) ? 'is' : 'are'} left out.`,
  ],
  [
    'comment',
    (all, where) =>
      all.length === 1 ? `A comment ${where} is left out.` : `${count(all.length)} comments ${where} are left out.`,
  ],
  [
    'other text',
    ([first = '', ...others], where) =>
      others.length === 0
        ? `${quote(first)} ${where} is not part of a record and is left out.`
        : `${quote(first)} and ${lines(others.length)} ${where} are not part of a record and are left out.`,
  ],
]);

/** Names the parts of a text that are left out, and their lines: a sentence for each reason. */
export function describeLeftOut(text: string, leftOut: readonly LeftOut[]): string {
  const said: string[] = [];
  for (const [reason, sentence] of sentences) {
    const all = leftOut.filter(({ why }) => why === reason);
    const [first] = all;
    if (!first) continue;
    const line = count(lineAt(text, first.offset));
    const where = all.length === 1 ? `(line ${line})` : `(from line ${line})`;
    said.push(
      sentence(
        all.map(({ what }) => what),
        where,
      ),
    );
  }
  return said.join(' ');
}

/** The line of an offset, as people count it. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function isOne(names: readonly string[]): boolean {
  return new Set(names).size === 1;
}

function listed(names: readonly string[]): string {
  return joined(quoted(names));
}

/** Names in quotes, each once; of too many, the first ones and a count. */
function quoted(names: readonly string[]): string[] {
  const unique = [...new Set(names)];
  const shown = unique.slice(0, maxNames).map(quote);
  return unique.length > maxNames ? [...shown, `${count(unique.length - maxNames)} more`] : shown;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function lines(more: number): string {
  return `${count(more)} more line${more === 1 ? '' : 's'}`;
}

function count(many: number): string {
  return many.toLocaleString('en');
}
