import { applyEdits, type Edit, inOrder } from '../../json/edit.ts';

/** How many unchanged lines a diff shows on either side of a change. */
const contextLength = 3;

/** Lines of the old text that are replaced by lines of the new one. A line has its line end, if it has one. */
interface Change {
  /** The first of the old lines, counted from 0, and the first after them. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * The changes that edits make to a file, as a unified diff for `git apply` and `patch -p1`.
 * @param path with `/` between its parts
 * @param edits none overlaps another
 * @returns an empty text if nothing changes
 * @see https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const lines = linesOf(text);
  const changes = changesOf(text, lines, edits).filter(({ from, to, lines: added }) => to > from || added.length > 0);
  const hunks = hunksOf(changes);
  if (hunks.length === 0) return '';
  let shift = 0;
  const shown = hunks.map((hunk) => {
    const written = hunkText(hunk, lines, shift);
    for (const change of hunk) shift += growth(change);
    return written;
  });
  return `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${shown.join('')}`;
}

/** The lines of a text with their line ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** The lines that the edits change. Edits of the same line make one change. */
function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const starts = startsOf(lines);
  const groups: { readonly from: number; to: number; readonly edits: Edit[] }[] = [];
  let line = 0;
  const lineAt = (offset: number): number => {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) line++;
    return line;
  };
  for (const edit of inOrder(edits)) {
    const from = lineAt(edit.offset);
    const to = lineAt(edit.offset + edit.length) + 1;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = to;
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }): Change => {
    const start = starts[from] ?? text.length;
    const old = text.slice(start, starts[to] ?? text.length);
    const shifted = own.map((edit) => ({ ...edit, offset: edit.offset - start }));
    return trimmed({ from, to: Math.min(to, lines.length), lines: linesOf(applyEdits(old, shifted)) }, lines);
  });
}

/** Where each line starts, and where the line after the last one would. */
function startsOf(lines: readonly string[]): number[] {
  const starts = [0];
  let end = 0;
  for (const line of lines) {
    end += line.length;
    starts.push(end);
  }
  return starts;
}

/** A change without the lines at its start and end that stay as they are. */
function trimmed({ from, to, lines: added }: Change, lines: readonly string[]): Change {
  const old = lines.slice(from, to);
  const first = sharedLength(old, added);
  const last = sharedLength(old.slice(first).reverse(), added.slice(first).reverse());
  return { from: from + first, to: to - last, lines: added.slice(first, added.length - last) };
}

/** How many lines two lists have in common at their start. */
function sharedLength(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((line, at) => line !== other[at]);
  return end === -1 ? one.length : end;
}

/** Changes that are near enough to share their context are shown together. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - (last.at(-1)?.to ?? 0) <= 2 * contextLength) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** @param shift how many lines the earlier hunks have added */
function hunkText(changes: readonly Change[], lines: readonly string[], shift: number): string {
  const from = Math.max(0, (changes[0]?.from ?? 0) - contextLength);
  const to = Math.min(lines.length, (changes.at(-1)?.to ?? 0) + contextLength);
  let at = from;
  const shown = changes.map((change) => {
    const before = marked(' ', lines.slice(at, change.from));
    at = change.to;
    return before + marked('-', lines.slice(change.from, change.to)) + marked('+', change.lines);
  });
  const added = changes.reduce((sum, change) => sum + growth(change), 0);
  const ranges = `-${rangeOf(from, to - from)} +${rangeOf(from + shift, to - from + added)}`;
  return `@@ ${ranges} @@\n${shown.join('')}${marked(' ', lines.slice(at, to))}`;
}

function marked(mark: ' ' | '-' | '+', lines: readonly string[]): string {
  const ended = lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
  return ended.map((line) => mark + line).join('');
}

function growth({ from, to, lines }: Change): number {
  return lines.length - (to - from);
}

/** Lines as in the head of a hunk: the first, counted from 1, and how many. An empty range is named by the line before. */
function rangeOf(from: number, count: number): string {
  return `${count === 0 ? from : from + 1},${count}`;
}

/** A name as git writes it: one with characters that a line cannot have is quoted, byte by byte. */
function quoted(name: string): string {
  if (!/[\p{Cc}\p{Cf}"\\]/u.test(name)) return name;
  const bytes = Array.from(new TextEncoder().encode(name), (byte) => {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === '\\') return `\\${char}`;
    return byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, '0')}` : char;
  });
  return `"${bytes.join('')}"`;
}
