import type { Node } from 'jsonc-parser';
import { quote, shorten } from '../../../model/words.ts';
import { remove } from '../../change.ts';
import { indexAt } from '../../parse/remove.ts';
import type { RecordValues } from '../../record-values.ts';
import type { Rule } from '../../rule.ts';

interface Data {
  readonly text: string;
  /** How far before this name the same name was written last, in UTF-16 units. */
  readonly distance: number;
}

export const duplicateProperty: Rule<'duplicate-property', Data> = {
  id: 'duplicate-property',
  severity: 'warning',

  onName({ node, text, earlier }) {
    return earlier && { text, distance: node.offset - earlier.offset };
  },

  message: ({ text }) => `${quote(text)} appears more than once in this object, and parsers keep only one of them.`,

  otherFixes({ distance }, { node, record }) {
    const object = node.parent?.parent;
    const earlier = object && nameAt(node.offset - distance, object);
    if (!earlier) return [remove(node, 'the later ')];
    const [first, second] = [earlier, node].map((name) => writtenUnder(name, record));
    const isSame = first === second;
    return [
      { ...remove(earlier, 'the earlier '), ...(!isSame && { title: `Keep ${second}, remove ${first}` }) },
      { ...remove(node, 'the later '), ...(!isSame && { title: `Keep ${first}, remove ${second}` }) },
    ];
  },
};

/** The value under a name as it is written, short enough for a title. */
function writtenUnder(name: Node, record: RecordValues): string {
  const value = name.parent?.children?.[1];
  return value ? shorten(record.literalOf(value)) : 'nothing';
}

function nameAt(offset: number, { children: properties = [] }: Node): Node | undefined {
  const property = properties[indexAt(offset, properties)];
  return property?.offset === offset ? property.children?.[0] : undefined;
}
