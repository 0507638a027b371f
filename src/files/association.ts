import { schemaId } from '../record/schema-id.ts';
import { matchesFile } from './file-match.ts';

/** A pattern for the `fileMatch` of a schema, made from a file's name. */
export interface PatternProposal {
  readonly pattern: string;
  /** Which files it takes: those whose names begin alike, of the very name, of the folder, or this one. */
  readonly takes: 'alike' | 'name' | 'folder' | 'file';
}

/**
 * The patterns that somebody may want who wants a file, from those that take more to those that take less.
 * @param file its URI, without query and fragment, its characters not percent-encoded
 * @param folder the URI of the workspace folder that it lies in, written likewise
 */
export function proposePatterns(file: string, folder?: string): readonly PatternProposal[] {
  const inFolder = folder !== undefined && file.startsWith(`${folder}/`);
  const path = literal(inFolder ? file.slice(folder.length) : file.replace(/^[\w.+-]+:(\/\/[^/]*)?/, ''));
  const name = path.slice(path.lastIndexOf('/') + 1);
  const directory = path.slice(0, -name.length - 1);
  const ending = /\.[^.]*$/.exec(name)?.[0] ?? '';
  const head = headOf(name.slice(0, name.length - ending.length));
  const proposals: PatternProposal[] = [];
  if (head !== '') proposals.push({ pattern: `${head}*${ending}`, takes: 'alike' });
  proposals.push({ pattern: name, takes: 'name' });
  // Without a folder they would be what they are everywhere.
  if (directory !== '') {
    proposals.push({ pattern: `${directory}/*${ending}`, takes: 'folder' }, { pattern: path, takes: 'file' });
  }
  return proposals;
}

/**
 * The setting `json.schemas` with a pattern more for our schema, all else as it was. In an entry of ours that is there
 * already, the pattern stands before the refusals at the end, unless those refuse the very file.
 * @param setting as it is
 * @param file whose pattern it is, written as in `proposePatterns`
 * @returns undefined where the setting is no list, so that nothing can be added
 */
export function withPattern(setting: unknown, pattern: string, file: string): readonly unknown[] | undefined {
  if (setting === undefined || setting === null) return [newEntry(pattern)];
  if (!Array.isArray(setting)) return undefined;
  const at = setting.findIndex(isOurs);
  if (at < 0) return [...setting, newEntry(pattern)];
  return setting.with(at, { ...setting[at], fileMatch: patternsWith(setting[at].fileMatch, pattern, file) });
}

/** The first entry for our schema that such a setting has. */
export function ownEntry(setting: unknown): unknown {
  return Array.isArray(setting) ? setting.find(isOurs) : undefined;
}

function newEntry(pattern: string) {
  return { url: schemaId, fileMatch: [pattern] };
}

function isOurs(entry: unknown): boolean {
  const { url, fileMatch } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  return url === schemaId && Array.isArray(fileMatch);
}

function patternsWith(patterns: readonly unknown[], pattern: string, file: string): readonly unknown[] {
  if (patterns.includes(pattern) && matchesFile(patterns, file)) return patterns;
  const others = patterns.filter((one) => one !== pattern);
  const last = others.findLastIndex((one) => !String(one).startsWith('!'));
  const before = others.toSpliced(last + 1, 0, pattern);
  const behind = [...others, pattern];
  return !matchesFile(before, file) && matchesFile(behind, file) ? behind : before;
}

/** What stays the same from one export to the next: all before the first digit or UUID. */
function headOf(stem: string): string {
  const varying = stem.search(/\d|[\da-f]{8}-[\da-f]{4}-/i);
  return varying < 0 ? stem : stem.slice(0, varying);
}

/** Such a pattern cannot quote a character that means something in it; `?` takes it, and any other. */
function literal(path: string): string {
  return path.replace(/[*?[\]{}\\]/g, '?').replace(/(?<=\/)!/g, '?');
}
