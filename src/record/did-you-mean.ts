import { Names } from '../model/names.ts';
import type { Definition } from '../model/schema.ts';
import { fold, wordsOf } from '../model/spelling.ts';
import type { PropertyName } from './property-name.ts';
import type { RecordValues } from './record-values.ts';

/** The words of other systems for an allowed value, folded. By edit distance alone `SUCCESS` would mean `FAILED`. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  COMPLETE: ['completed', 'success', 'succeeded', 'successful', 'done', 'finished'],
  IN_PROGRESS: ['running', 'started', 'processing'],
  CANCELLED: ['aborted'],
  FAILED: ['error', 'failure'],
  NOT_STARTED: ['pending', 'queued', 'waiting'],
  NOT_HYDRATED: ['unhydrated', 'dehydrated'],
  NOT_SYNCED: ['unsynced'],
  AUTOMATED: ['scheduled'],
};

/** Words that turn a name into its opposite. No known name has one. */
const negatingWords: ReadonlySet<string> = new Set(['not', 'cannot', 'no', 'non', 'never', 'isnt', 'cant']);

/** The allowed value that was most likely meant, if there is one. */
export interface Correction {
  readonly suggestion?: string;
  /** Whether only case and separators differ, or the allowed value is qualified, so that the suggestion is certain. */
  readonly isCertain: boolean;
}

/**
 * Suggests an allowed value: by case and separators first, then by synonym, then by edit distance.
 * @param allowed the values that the user allows beside the schema
 */
export function suggestValue(written: string, definition: Definition, allowed: readonly string[]): Correction {
  const { values } = definition;
  if (!values) return { isCertain: false };
  const all = allowed.length > 0 ? new Names([...values.all, ...allowed]) : values;
  const sameWord = all.folded(written);
  if (sameWord) return { suggestion: sameWord, isCertain: true };
  const last = unqualified(written, definition, all.all);
  if (last !== undefined) return { ...suggestValue(last, definition, allowed), isCertain: all.has(last) };
  const folded = fold(written);
  const suggestion = all.all.find((value) => synonyms[value]?.includes(folded)) ?? all.nearest(written);
  return { ...(suggestion && { suggestion }), isCertain: false };
}

/**
 * The last part of a qualified name, as programs print the values of their enums: `BackupStatus.COMPLETE`,
 * `BackupStatus::COMPLETE`, `<BackupType.MANUAL: 'MANUAL'>`, `BACKUP_TYPE_MANUAL`.
 * @returns undefined if the text is not such a name
 */
function unqualified(written: string, { path, title }: Definition, values: readonly string[]): string | undefined {
  const [, last] =
    /^<?(?:[A-Za-z_$][\w$]*(?:\.|::|\/|#))+([A-Za-z_]\w*)(?:: ?['"]?\w+['"]?>)?$/.exec(written.trim()) ?? [];
  if (last !== undefined) return last;
  const ownNames = [title, path.slice(path.lastIndexOf('.') + 1)].map(fold);
  return values.find((value) => {
    const before = written.slice(0, -value.length - 1);
    return (
      written.endsWith(`_${value}`) && ownNames.some((name) => name === fold(before) || name.endsWith(fold(before)))
    );
  });
}

/**
 * Suggests a known name for an unknown one: by edit distance, or else one that shares its words. A name with the same
 * words is suggested only if the value fits: `createdAt` means `created` if it holds a time.
 */
export function suggestName({ text, value, object }: PropertyName, record: RecordValues): string | undefined {
  const fits = (name: string): boolean => {
    const below = object.property(name);
    return value !== undefined && below !== undefined && record.brokenKeyword(value, below) === undefined;
  };
  const { names } = object;
  if (!names || wordsOf(text).some((word) => negatingWords.has(word))) return undefined;
  const sharing = names.sharingWords(text).filter((name) => name !== '$schema');
  const nearest = names.nearest(text);
  if (nearest && nearest !== '$schema' && (!sharing.includes(nearest) || fits(nearest))) return nearest;
  const fitting = sharing.filter(fits);
  const [first, ...others] = fitting.filter((name) => wordsOf(name)[0] === wordsOf(text)[0]);
  if (first) return others.length === 0 ? first : undefined;
  return fitting.length === 1 ? fitting[0] : undefined;
}
