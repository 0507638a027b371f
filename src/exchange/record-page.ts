import { escapeControls } from '../record/words.ts';

/** One record as a row of the page. All texts may come from a file. */
export interface PageRow {
  readonly name: string;
  readonly status: string;
  readonly type: string;
  /** As the reader writes it. */
  readonly created: string;
  readonly duration: string;
  readonly objects: string;
  readonly problems: string;
  readonly line: number;
  /** What its name links to; undefined if the preview could not open it. */
  readonly target: string | undefined;
}

/** What the page shows. */
export interface RecordPage {
  readonly title: string;
  /** How many records there are, by status, the most frequent first. */
  readonly counts: readonly (readonly [status: string, count: number])[];
  /** How many records there are in all; the rows may be fewer. */
  readonly total: number;
  readonly rows: readonly PageRow[];
}

const columns = ['Name', 'Status', 'Type', 'Created', 'Duration', 'Objects', 'Problems', 'Line'];
const alignments = ['---', '---', '---', '---', '---:', '---:', '---', '---:'];

/** A page in Markdown: the counts, and a table with a row per record. Nothing in it but the names is a link. */
export function pageOf({ title, counts, total, rows }: RecordPage): string {
  const byStatus = counts.map(
    ([status, count]) => `${format(count)} ${status === '' ? 'without a status' : plain(status)}`,
  );
  const sum = `${format(total)} record${total === 1 ? '' : 's'}${byStatus.length > 0 ? `: ${byStatus.join(', ')}` : ''}.`;
  const rest = rows.length < total ? `\n\nThe table has the newest ${format(rows.length)} of them.` : '';
  const table = [columns, alignments, ...rows.map(cellsOf)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `# ${plain(title)}\n\n${sum}${rest}\n\n${rows.length > 0 ? `${table}\n` : ''}`;
}

function cellsOf({ target, line, ...row }: PageRow): string[] {
  const name = plain(row.name) || '(no name)';
  const { status, type, created, duration, objects, problems } = row;
  // A length of time that is broken over three lines is hard to read.
  const length = plain(duration).replaceAll(' ', noBreakSpace);
  const cells = [plain(status), plain(type), plain(created), length, plain(objects), plain(problems)];
  return [target === undefined ? name : `[${name}](<${target}>)`, ...cells, format(line)];
}

const noBreakSpace = '\u00a0';

function format(count: number): string {
  return count.toLocaleString('en');
}

/**
 * Text that Markdown shows as it is: neither a link nor emphasis, HTML or another cell. Every mark is escaped, since
 * CommonMark takes a backslash before any of them.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function plain(text: string): string {
  return escapeControls(text.replace(/\s+/g, ' ').trim()).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
