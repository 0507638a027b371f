import type { Node } from 'jsonc-parser';
import { remove } from '../change.ts';
import { coveredByFirstLook, type Rule } from '../rule.ts';
import { quote } from '../words.ts';

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

  otherFixes({ distance }, { node }) {
    const earlier = nameAt(node.offset - distance, node.parent?.parent);
    return [...(earlier ? [remove(earlier, 'the earlier ')] : []), remove(node, 'the later ')];
  },
};

function nameAt(offset: number, object: Node | undefined): Node | undefined {
  return object?.children?.find((property) => property.offset === offset)?.children?.[0];
}
