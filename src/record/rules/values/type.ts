import type { Node } from 'jsonc-parser';
import { isJson } from '../../../json/is-json.ts';
import {
  type Definition,
  definition,
  isFreeText,
  isObjectType,
  type JsonType,
  objectType,
} from '../../../model/schema.ts';
import { type FoundType, foundTypeNames, subjectOf, wantedTypeNames } from '../../../model/words.ts';
import { type Change, changeToList, replaceWith, rewriteAs, treatAsUtc } from '../../change.ts';
import { valueOfExtendedJson } from '../../extended-json.ts';
import { isInt64, parseInteger } from '../../integer.ts';
import { parse } from '../../parse/parse.ts';
import type { FixTarget, Rule } from '../../rule.ts';
import { dateTimeOfEpoch, dateTimeOfList } from '../../times/date-time-repair.ts';

interface Data {
  readonly path: string;
  readonly wanted: JsonType;
  readonly found: FoundType | 'MongoDB' | 'Java';
}

export const type: Rule<'type', Data> = {
  id: 'type',
  severity: 'error',

  onValue(value, definition, record) {
    if (record.brokenKeyword(value, definition) !== 'type') return undefined;
    return { path: definition.path, wanted: definition.type, found: foundIn(value, definition) };
  },

  message({ path, wanted, found }) {
    const what = found === 'number' && wanted === 'integer' ? 'a number with a fraction' : names[found];
    const isDate = found === 'Java' || definition(path).format === 'date-time';
    const expected = isDate ? 'an RFC 3339 date and time' : wantedTypeNames[wanted];
    return `${subjectOf(path)} must be ${expected}, not ${what}.`;
  },

  losslessFix({ path }, { node, record }) {
    if (node.type === 'string') return fixOfString(node, path);
    if (node.type === 'number') return isText(path) ? rewriteAs(node, `"${record.literalOf(node)}"`) : undefined;
    if (path === 'options.objectOptions' && node.type === 'array' && !node.children?.length) return toObject(node);
    return undefined;
  },

  otherFixes({ path, wanted }, target) {
    const { node, record } = target;
    if (node.type === 'string') return otherFixesOfString(path, target);
    if (node.type === 'object') return fixOfExtendedJson(node, target, path);
    const java = javaDateTime(node, definition(path));
    if (java) return [treatAsUtc(node, java)];
    if (node.type !== 'number') return [];
    const written = record.literalOf(node);
    const dateTime = definition(path).format === 'date-time' ? dateTimeOfEpoch(written) : undefined;
    if (dateTime) return [replaceWith(node, dateTime)];
    return wanted === 'boolean' ? fixOfFlag(node, written) : [];
  },
};

const names: Readonly<Record<Data['found'], string>> = {
  ...foundTypeNames,
  MongoDB: 'an object as MongoDB exports it, such as { "$date": … }',
  Java: 'a list of numbers, as Java writes a time without an offset',
};

function foundIn(value: Node, definition: Definition): Data['found'] {
  if (valueOfExtendedJson(value) !== undefined) return 'MongoDB';
  return javaDateTime(value, definition) ? 'Java' : (value.type as FoundType);
}

/** The value in an object of MongoDB, if it is one of this property. */
function fixOfExtendedJson(node: Node, { hasErrorAs }: FixTarget, path: string): Change[] {
  const value = valueOfExtendedJson(node);
  if (value === undefined || hasErrorAs(parse(value), definition(path), value)) return [];
  return [rewriteAs(node, value)];
}

function javaDateTime({ type, children = [] }: Node, { format }: Definition): string | undefined {
  return type === 'array' && format === 'date-time' ? dateTimeOfList(children.map(({ value }) => value)) : undefined;
}

/** Values that a string may stand for. None of them is certain. */
function otherFixesOfString(path: string, { node, hasErrorAs }: FixTarget): Change[] {
  const text: string = node.value;
  const wanted = definition(path);
  if (wanted.type === 'boolean') return fixOfFlag(node, text);
  if (wanted.type !== 'object' && wanted.type !== 'array') return [];
  const decoded = parse(text);
  if (decoded?.type === wanted.type && isJson(text) && !hasErrorAs(decoded, wanted, text)) {
    return [rewriteAs(node, text.trim(), 'Decode the string')];
  }
  if (path.endsWith('.includedNames')) return [changeToList(node, [text])];
  const types = wanted.items === objectType ? separatedTypes(text) : undefined;
  return types && types.length > 1 ? [changeToList(node, types)] : [];
}

/** The object types in a string, with any separators. */
function separatedTypes(text: string): string[] | undefined {
  const words = text.split(/[^\w-]+/).filter(Boolean);
  const types = words.map((word) => objectType.values?.folded(word)).filter((type) => type !== undefined);
  return types.length === words.length ? types : undefined;
}

/** Words that people write instead of true and false. */
function fixOfFlag(node: Node, text: string): Change[] {
  if (/^(?:yes|1)$/i.test(text)) return [rewriteAs(node, 'true')];
  return /^(?:no|0)$/i.test(text) ? [rewriteAs(node, 'false')] : [];
}

function fixOfString(node: Node, path: string): Change | undefined {
  const text: string = node.value;
  const wanted = definition(path).type;
  if (wanted === 'boolean' && /^(?:true|false)$/i.test(text)) return rewriteAs(node, text.toLowerCase());
  if (wanted === 'integer' && isWholeNumber(text)) return rewriteAs(node, text);
  if (path === 'options' && text === 'null') return rewriteAs(node, text);
  return path === 'options.includeTypes' && isObjectType(text) ? changeToList(node, [text]) : undefined;
}

/** Changes the brackets of an empty list, and keeps the text between them. */
function toObject({ offset, length }: Node): Change {
  const edits = [
    { offset, length: 1, content: '{' },
    { offset: offset + length - 1, length: 1, content: '}' },
  ];
  return { title: 'Change to {}', edits };
}

/** Whether any string will do, or nearly any. */
function isText(path: string): boolean {
  return path === 'jobId' || isFreeText(definition(path));
}

function isWholeNumber(text: string): boolean {
  const integer = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) ? parseInteger(text) : undefined;
  return integer !== undefined && isInt64(integer);
}
