import { promptWithCommand } from './around.ts';
import { type LeftOut, maxQuoted } from './left-out.ts';

/** A printed property: its name, its value line by line, and where it starts. */
export interface PrintedProperty {
  readonly name: string;
  readonly lines: string[];
  readonly offset: number;
}

/** The output for one object. The colons of its lines are in one column. */
export interface Block {
  readonly properties: PrintedProperty[];
  /** Whether blank lines are around it, and each of its values takes one line. */
  isPlain: boolean;
}

/** The blocks of a text, and the lines between them that belong to none. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly leftOut: readonly LeftOut[];
}

/** At least one space is before the colon, and one after it: `name       : value`. */
const propertyLine = /^(\s*)(\w+)\s+:(?: (.*))?$/;
const lines = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;

/**
 * Divides a text into blocks as `Format-List` prints them. A block ends with a blank line, or where a name comes for the
 * second time or the column of the colon changes; the lines of a long value start in the column of the value.
 */
export function blocksOf(text: string): Blocks {
  const blocks: Block[] = [];
  const leftOut: LeftOut[] = [];
  let block: Block | undefined;
  let names = new Set<string>();
  let column = 0;
  let indent = 0;
  for (let at = 0; at < text.length; at = lines.lastIndex) {
    lines.lastIndex = at;
    const line = lines.exec(text)?.[1] ?? '';
    if (line.trim() === '') {
      block = undefined;
      continue;
    }
    const last = block?.properties.at(-1);
    if (block && last && line.length > column + 2 && line.search(/\S/) === column + 2) {
      last.lines.push(line);
      block.isPlain = false;
      continue;
    }
    const [all, space = '', name = '', value = ''] = propertyLine.exec(line) ?? [];
    if (all === undefined) {
      promptWithCommand.lastIndex = at;
      const isPrompt = promptWithCommand.test(text);
      if (!isPrompt) leftOut.push({ offset: at, why: 'other text', what: line.trim().slice(0, maxQuoted) });
      continue;
    }
    const colon = line.indexOf(':');
    const isNext = block && colon === column && space.length === indent;
    if (!block || !isNext || names.has(name)) {
      if (block) block.isPlain = false;
      block = { properties: [], isPlain: block === undefined };
      blocks.push(block);
      names = new Set();
      column = colon;
      indent = space.length;
    }
    names.add(name);
    block.properties.push({ name, lines: [value], offset: at + space.length });
  }
  return { blocks, leftOut };
}
