import type { Finding, ForeignKind, Found } from './finding.ts';
import { definition, type JsonType } from './schema.ts';

/** Of a longer list of allowed values the sentence names none: completion and the light bulb have them all. */
const mostNamed = 6;

/** The sentence for a finding: what is wrong, what is expected, what to do. */
export function message(finding: Finding): string {
  switch (finding.rule) {
    case 'syntax':
      return finding.problem;
    case 'foreign-file':
      return `This is ${foreignNames[finding.kind]}, not a BackupResponse file. It is not checked.`;
    case 'not-a-record':
      return finding.listed
        ? `A list of backup records holds objects, not ${foundNames[finding.found]}.`
        : `A BackupResponse file holds a backup record or a list of them, not ${foundNames[finding.found]}.`;
    case 'powershell-date':
      return finding.dateTime
        ? `Windows PowerShell's own form of a date, which nothing else reads. Write "${finding.dateTime}".`
        : "Windows PowerShell's own form of a date, which nothing else reads, outside the years that RFC 3339 can write.";
    case 'powershell-depth':
      return finding.types
        ? 'ConvertTo-Json made one string of this list. Its items can be brought back; export with "-Depth 10" to keep them.'
        : `ConvertTo-Json cut off ${thisOf(finding.place)}, because its -Depth was too small, and the data is gone. Export again with "ConvertTo-Json -Depth 10".`;
    case 'powershell-array':
      return 'Windows PowerShell wrapped this list in an object with "value" and "Count". Keep the list alone.';
    case 'empty-value':
      return `${theOf(finding.place)} must not be empty. Leave it out, as the API does.`;
    case 'null-value':
      return `${theOf(finding.place)} cannot be null; only "options" can. Leave it out, as the API does.`;
    case 'unlisted':
      return `"${short(finding.text)}" is real, but not in the v2024 model, so that a strict client refuses it. ${finding.source}`;
    case 'type':
      return `${theOf(finding.place)} must be ${typeNames[finding.expected]}, not ${wrongType(finding.found, finding.expected)}.`;
    case 'enum':
      return `"${short(finding.text)}" is not ${a(definition(finding.place).title)}. ${advice(finding.place, finding.likely)}`;
    case 'date-time':
      return `${theOf(finding.place)} must be an RFC 3339 date and time, such as "2021-05-11T22:23:16Z".`;
    case 'int64-range':
      return `${theOf(finding.place)} is outside the range of a signed 64-bit integer, which the API uses.`;
    case 'unsafe-integer':
      return 'Larger than 2^53 - 1: JavaScript, and others that read JSON numbers as doubles, round it.';
    case 'negative-count':
      return 'A backup cannot hold fewer than 0 objects.';
    case 'unknown-property':
      return `"${short(finding.text)}" is not a property of the v2024 model, and the PowerShell SDK refuses it.${question(finding.nearest)}`;
    case 'property-case':
      return `"${short(finding.text)}" must be spelled "${finding.name}": names are compared exactly.`;
    case 'duplicate-property':
      return `"${short(finding.text)}" is written twice in this object, and readers keep only one.`;
    case 'job-id':
      return 'The job id is not a UUID, as the service gives every backup one.';
    case 'time-order':
      return `"${finding.place}" is earlier than "created".`;
    case 'status-time':
      return `"completed" is given, but "status" is "${finding.status}": the backup is not over.`;
    case 'option-not-included':
      return `"includeTypes" does not list "${short(finding.text)}", so that this entry has no effect.`;
    case 'duplicate-item':
      return `"${short(finding.text)}" already stands in this list.`;
    case 'duplicate-job-id':
      return 'An earlier record of this file has the same "jobId".';
    case 'partial-options':
      return '"isPartial" is false, but "includeTypes" lists only some of the object types.';
  }
}

const foreignNames: Readonly<Record<ForeignKind, string>> = {
  export: 'a configuration export or upload file',
  draft: 'a draft job',
  'scheduled action': 'a scheduled action',
  'API error': 'an error that the API answered with',
};

const typeNames: Readonly<Record<JsonType, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
};

const foundNames: Readonly<Record<Found, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

function wrongType(found: Found, expected: JsonType): string {
  return found === 'number' && expected === 'integer' ? 'a number with a fraction' : foundNames[found];
}

function advice(place: string, likely: string | undefined): string {
  if (likely) return `Did you mean "${likely}"?`;
  const values = definition(place).values?.all ?? [];
  if (values.length > mostNamed) return 'Completion lists the ones there are.';
  return values.length === 1 ? `Only "${values[0]}" is.` : `Use ${list(values)}.`;
}

function question(nearest: string | undefined): string {
  return nearest ? ` Did you mean "${nearest}"?` : '';
}

function list(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The property by its name, or a place without a name of its own by what it is. */
function theOf(place: string): string {
  return places[place]?.[0] ?? `"${place}"`;
}

function thisOf(place: string): string {
  return places[place]?.[1] ?? `"${place}"`;
}

const places: Readonly<Record<string, readonly [string, string]>> = {
  record: ['A backup record', 'this record'],
  entry: ['An entry of "objectOptions"', 'this entry'],
  objectType: ['An object type', 'this object type'],
  objectName: ['An object name', 'this object name'],
};

function a(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What somebody wrote, short enough for a sentence. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
