import type { Node } from 'jsonc-parser';
import { keysOf, valueAt } from '../../json/node.ts';
import { definition } from '../../model/schema.ts';

/** The order of the names in a record and in its `options`, by their paths. */
export type NameOrder = ReadonlyMap<string, readonly string[]>;

/** The schema's order, which is the service's. Programs that sort names have another one. */
export const schemaOrder: NameOrder = new Map([
  ['$', definition('$').names?.all ?? []],
  ['options', definition('options').names?.all ?? []],
]);

/** The order with the names as a record has them; the same order if the record has them so already. */
export function orderLike(record: Node, order: NameOrder): NameOrder {
  const options = valueAt(record, 'options');
  const names = new Map([
    ['$', keysOf(record)],
    ['options', options ? keysOf(options) : []],
  ]);
  const changed = new Map<string, readonly string[]>();
  for (const [path, all] of order) {
    const written = names.get(path) ?? [];
    if (!isInOrder(written, all)) changed.set(path, sortedLike(written, all));
  }
  return changed.size > 0 ? new Map([...order, ...changed]) : order;
}

function isInOrder(names: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const name of names) {
    const index = all.indexOf(name, next);
    if (index >= 0) next = index + 1;
    else if (all.includes(name)) return false;
  }
  return true;
}

/** All names: those that are written in their order, each other one after the name that it has been after. */
function sortedLike(written: readonly string[], all: readonly string[]): string[] {
  const sorted = all.filter((name) => written.includes(name)).sort((a, b) => written.indexOf(a) - written.indexOf(b));
  for (const [index, name] of all.entries()) {
    if (!sorted.includes(name)) sorted.splice(sorted.indexOf(all[index - 1] ?? '') + 1, 0, name);
  }
  return sorted;
}
