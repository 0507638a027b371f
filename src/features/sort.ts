import type { Node } from 'jsonc-parser';
import { type CommentedProperty, commentedProperties } from '../json/commented-property.ts';
import { applyEdits, type Edit } from '../json/edit.ts';
import { type Definition, record } from '../model/schema.ts';
import { isJsonWithComments, parse } from '../record/parse/parse.ts';

/**
 * Sorts the properties of a record, of its `options`, and of the objects in `objectOptions`, in the order of the schema.
 * Names that differ from the schema's only in case and separators count as those; unknown ones stay last, in their own
 * order. Comments go with their property (see `commentedProperties`). Commas, line ends and indentation stay where they
 * are, and so does an object whose lines have no room for its comments: where a line comment would swallow the text
 * after it.
 * @param text of one record: JSON, perhaps with comments and trailing commas
 * @returns nothing if the record is sorted, or the text is broken
 */
export function sortProperties(text: string): Edit[] {
  const root = isJsonWithComments(text) ? parse(text) : undefined;
  return root ? editsOf(root, record, text) : [];
}

/** The edits that sort an object and the objects in it. */
function editsOf(value: Node, definition: Definition, text: string): Edit[] {
  if (value.type !== 'object') return [];
  const properties = commentedProperties(value, text);
  const inside = new Map(properties.map((property) => [property, editsInside(property, definition, text)]));
  const sorted = inOrderOf(definition, properties);
  const moves = properties.map((slot, index) => [slot, sorted[index] ?? slot] as const);
  const canMove = moves.every(([slot, property]) => slot === property || slot.hasRoomFor(property));
  return moves.flatMap(([slot, property]) => {
    if (!canMove || slot === property) return inside.get(slot) ?? [];
    return replaceIn(slot, property, writtenWith(inside.get(property) ?? [], property, text));
  });
}

/** The edits that sort the objects in the value of a property. */
function editsInside({ name, value }: CommentedProperty, object: Definition, text: string): Edit[] {
  const definition = object.property(object.names?.folded(name) ?? name);
  return value && definition ? editsOf(value, definition, text) : [];
}

function inOrderOf({ names }: Definition, properties: readonly CommentedProperty[]): CommentedProperty[] {
  const ranks = new Map(names?.all.map((name, rank) => [name, rank]));
  const rankOf = ({ name }: CommentedProperty): number =>
    ranks.get(names?.folded(name) ?? '') ?? Number.MAX_SAFE_INTEGER;
  return properties
    .map((property) => ({ property, rank: rankOf(property) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ property }) => property);
}

/** A property with the comments above it, as it is written, but for the edits in it. */
function writtenWith(edits: readonly Edit[], { span }: CommentedProperty, text: string): string {
  const shifted = edits.map((edit) => ({ ...edit, offset: edit.offset - span.offset }));
  return applyEdits(text.slice(span.offset, span.offset + span.length), shifted);
}

/** Writes a property, with the comments after it, over another one. */
function replaceIn(slot: CommentedProperty, property: CommentedProperty, content: string): Edit[] {
  const { beforeComma, afterComma } = slot.commentsOf(property);
  const edits = [
    { ...slot.span, content },
    replaceComments(slot.beforeComma, beforeComma),
    replaceComments(slot.afterComma, afterComma),
  ];
  return edits.filter(({ length, content: added }) => length > 0 || added !== '');
}

function replaceComments({ offset, text }: CommentedProperty['beforeComma'], content: string): Edit {
  return { offset, length: text.length, content };
}
