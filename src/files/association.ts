import { schemaId } from '../model/schema-id.ts';
import { matchesFile } from './file-match.ts';

/** A pattern for the `fileMatch` of a schema, made from the path of a file. */
export interface PatternProposal {
  readonly pattern: string;
  /** The files that it matches: with a similar name, with the same name, in the same folder, or only this one. */
  readonly scope: 'similar' | 'name' | 'folder' | 'file';
}

/**
 * Proposes patterns that match a file, from the most general to the most specific.
 * @param file its URI, without query and fragment, and not percent-encoded
 * @param folder the URI of the workspace folder, in the same form
 */
export function proposePatterns(file: string, folder?: string): readonly PatternProposal[] {
  const isInFolder = folder !== undefined && file.startsWith(`${folder}/`);
  const path = literalPattern(isInFolder ? file.slice(folder.length) : file.replace(/^[\w.+-]+:(\/\/[^/]*)?/, ''));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const directory = path.slice(0, -name.length - 1);
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? '';
  const start = constantStart(name.slice(0, name.length - ending.length));
  const proposals: PatternProposal[] = [];
  if (start !== '') proposals.push({ pattern: `${start}*${ending}`, scope: 'similar' });
  proposals.push({ pattern: name, scope: 'name' });
  // At the root of the workspace, these would match the same files in every folder.
  if (directory !== '') {
    proposals.push({ pattern: `${directory}/*${ending}`, scope: 'folder' }, { pattern: path, scope: 'file' });
  }
  return proposals;
}

/**
 * Adds a pattern for the BackupResponse schema to the setting `json.schemas`. An existing association gets the pattern
 * before the exclusions at its end, or after them if they exclude the file itself.
 * @param setting the current value, which is left unchanged
 * @param file that the pattern was made for; its URI, without query and fragment, and not percent-encoded
 * @returns the new value; undefined if the setting is not a list, so nothing can be added
 */
export function withPattern(setting: unknown, pattern: string, file: string): readonly unknown[] | undefined {
  if (setting === undefined || setting === null) return [newAssociation(pattern)];
  if (!Array.isArray(setting)) return undefined;
  const at = setting.findIndex(isOwn);
  if (at < 0) return [...setting, newAssociation(pattern)];
  return setting.with(at, { ...setting[at], fileMatch: patternsWith(setting[at].fileMatch, pattern, file) });
}

/** The first association with the BackupResponse schema in the setting `json.schemas`. */
export function ownAssociation(setting: unknown): unknown {
  return Array.isArray(setting) ? setting.find(isOwn) : undefined;
}

/** The patterns of each association with the BackupResponse schema in the setting `json.schemas`. */
export function ownPatterns(setting: unknown): readonly unknown[] {
  return Array.isArray(setting) ? setting.filter(isOwn).map(({ fileMatch }) => fileMatch) : [];
}

function newAssociation(pattern: string) {
  return { url: schemaId, fileMatch: [pattern] };
}

function isOwn(association: unknown): boolean {
  const { url, fileMatch } = (association ?? {}) as Readonly<Record<string, unknown>>;
  return url === schemaId && Array.isArray(fileMatch);
}

function patternsWith(patterns: readonly unknown[], pattern: string, file: string): readonly unknown[] {
  if (patterns.includes(pattern) && matchesFile(patterns, file)) return patterns;
  const others = patterns.filter((other) => other !== pattern);
  const lastInclusion = others.findLastIndex((other) => !String(other).startsWith('!'));
  const beforeExclusions = others.toSpliced(lastInclusion + 1, 0, pattern);
  const atEnd = [...others, pattern];
  return !matchesFile(beforeExclusions, file) && matchesFile(atEnd, file) ? atEnd : beforeExclusions;
}

/** The part of a name that one export shares with the next: everything before the first digit or UUID. */
function constantStart(name: string): string {
  const end = name.search(/\d|[\da-f]{8}-[\da-f]{4}-/i);
  return end < 0 ? name : name.slice(0, end);
}

/** Replaces special characters by `?`, which matches them and any other: not all of them can be escaped. */
export function literalPattern(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, '?').replace(/(?<=\/)!/g, '?');
}
