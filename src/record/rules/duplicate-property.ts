import type { Node } from 'jsonc-parser';
import { remove } from '../change.ts';
import type { RecordValues } from '../record-values.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { quote, shorten } from '../words.ts';

interface Data {
  readonly text: string;
  /** How far before this name the same name was written last, in UTF-16 units. */
  readonly distance: number;
}

export const duplicateProperty: Rule<'duplicate-property', Data> = {
  id: 'duplicate-property',
  severity: 'warning',
  passes: coveredByFirstLook,

  checkName({ node, text, earlier }) {
    return earlier && { text, distance: node.offset - earlier.offset };
  },

  message: ({ text }) => `${quote(text)} appears more than once in this object, and parsers keep only one of them.`,

  otherFixes({ distance }, { node, record }) {
    const earlier = nameAt(node.offset - distance, node.parent?.parent);
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

function nameAt(offset: number, object: Node | undefined): Node | undefined {
  return object?.children?.find((property) => property.offset === offset)?.children?.[0];
}
