import { isJson } from '../../json/is-json.ts';
import { allDefinitions, type Definition, isObjectType, objectType } from '../../model/schema.ts';
import { schemaId } from '../../model/schema-id.ts';
import { isCutOff, joinedTypes, millisecondsIn, pathMembers } from '../../record/powershell.ts';
import { isJobType } from '../../record/recognize.ts';
import { dateOf } from '../../record/times/date-time.ts';
import { isUuid } from '../../record/uuid.ts';
import type { PlaceholderKind, Placeholders } from './placeholders.ts';

/** The meaning of a value: its definition or, without one in the schema, the kind of placeholder. */
export type Meaning = Definition | 'text' | 'path' | 'id' | 'count' | 'time';

/** The placeholders of free text, by the path of its definition. All other free text is of the kind `text`. */
const kinds: Readonly<Record<string, PlaceholderKind>> = {
  jobId: 'job',
  tenant: 'tenant',
  requesterName: 'requester',
  name: 'backup',
  'options.objectOptions.*.includedNames': 'object',
  'options.objectOptions.*.includedNames[*]': 'object',
};

/** The meaning of the value of a property. @param object the meaning of its object, which may be wrong */
export function meaningIn(object: Meaning, name: string): Meaning {
  if (typeof object === 'string') return object === 'text' ? meaningOfAdded(name) : object;
  if (!object.names) return meaningInWrapper(object, name);
  const known = object.property(object.names.folded(name) ?? name);
  if (known) return known;
  return object.path === 'options.objectOptions.*' && name === 'includedIds' ? 'id' : meaningOfAdded(name);
}

/** A scalar that PowerShell writes as an object has its value, and members of its own. */
function meaningInWrapper(definition: Definition, name: string): Meaning {
  if (name === 'value' || name === 'Guid') return definition;
  return name === 'DateTime' && definition.format === 'date-time' ? 'time' : meaningOfAdded(name);
}

function meaningOfAdded(name: string): Meaning {
  if (name === 'Count') return 'count';
  return pathMembers.has(name) ? 'path' : 'text';
}

/** Whether a number is replaced: one instead of free text or an id. */
export function replacesNumber(meaning: Meaning): boolean {
  if (typeof meaning === 'string') return meaning === 'id';
  const { type, values, format, path } = meaning;
  return Object.hasOwn(kinds, path) || (type === 'string' && !values && !format);
}

/**
 * The placeholder for a string.
 * @param decoded anonymizes JSON in a string
 * @returns undefined if the string stays
 */
export function anonymousText(
  text: string,
  meaning: Meaning,
  placeholders: Placeholders,
  decoded: (json: string, meaning: Definition) => string,
): string | undefined {
  if (text.trim() === '' || stays(text, meaning)) return undefined;
  const wanted = typeof meaning === 'string' ? undefined : meaning;
  const isCompound = wanted?.type === 'object' || wanted?.type === 'array';
  if ((isCompound || meaning === 'text') && isCutOff(text)) return anonymousRest(text);
  if (isCompound && isJson(text)) return decoded(text, wanted);
  return placeholderFor(text, meaning, placeholders);
}

function stays(text: string, meaning: Meaning): boolean {
  if (meaning === 'time') return true;
  if (meaning === 'count') return /^\d+$/.test(text);
  if (meaning === 'text') return isPublic(text);
  if (typeof meaning === 'string') return false;
  const { type, values, format, path, items } = meaning;
  if (values || format === 'date-time' || (path === '$schema' && text === schemaId)) return true;
  if (type === 'boolean' || type === 'integer') return /^(?:true|false|yes|no|null|[-+\d.e]+)$/i.test(text);
  return items === objectType && areTypes(text);
}

/** Whether a string is a list of object types, with any separators. */
function areTypes(text: string): boolean {
  const words = text.split(/[^\w-]+/).filter(Boolean);
  return words.every((word) => objectType.values?.folded(word) || isObjectType(word));
}

function placeholderFor(text: string, meaning: Meaning, placeholders: Placeholders): string {
  const kind = kindOf(meaning);
  const canBeUuid = kind === 'job' || kind === 'id' || kind === 'text';
  return placeholders.of(canBeUuid && isUuid(text) ? 'uuid' : kind, text);
}

function kindOf(meaning: Meaning): PlaceholderKind {
  if (typeof meaning !== 'string') return kinds[meaning.path] ?? 'text';
  return meaning === 'path' || meaning === 'id' ? meaning : 'text';
}

const enumValues = new Set([...allDefinitions.values()].flatMap(({ values }) => values?.all ?? []));

/** Whether a string is harmless anywhere: a value of an enum, the type of a job, object types, or a time. */
function isPublic(text: string): boolean {
  const isWord = enumValues.has(text) || isJobType(text) || joinedTypes(text, / +/) !== undefined;
  return isWord || dateOf(text) !== undefined || millisecondsIn(text) !== undefined;
}

/** The rest of an object that `ConvertTo-Json` cut off, without its content. */
function anonymousRest(text: string): string | undefined {
  if (systemType.test(text)) return undefined;
  return text.startsWith('@{') ? '@{}' : 'System.Object';
}

const systemType = /^System\.(?:Object|String|Collections\.[\w.]+|Management\.Automation\.[\w.]+)(?:\[\])?$/;
