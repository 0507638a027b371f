import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { Lines } from '../../../src/json/lines.ts';
import { validate } from './validator.ts';

/** The obvious design: a tree of the whole document, ajv on its value, and the node of each error for its place. */
export function check(text: string): number {
  const root = parseTree(text);
  if (!root || validate(getNodeValue(root))) return 0;
  const lines = new Lines(text);
  const shown = (validate.errors ?? []).map(({ instancePath, params, message }) => {
    const { offset, length } = nodeAt(root, instancePath, params.additionalProperty);
    return { message, start: lines.positionAt(offset), end: lines.positionAt(offset + length) };
  });
  return shown.length;
}

/** The node of an error's path, or the name of the property in it that must not be there. */
function nodeAt(root: Node, path: string, property: string | undefined): Node {
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
  const node = findNodeAtLocation(root, property === undefined ? segments : [...segments, property]);
  return (property === undefined ? node : node?.parent?.children?.[0]) ?? root;
}
