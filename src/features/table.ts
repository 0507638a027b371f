import { escapeControls } from '../model/words.ts';

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
  /** The target of the link of its name; undefined if the preview could not open it. */
  readonly target: string | undefined;
}

/** The content of the page. */
export interface RecordPage {
  readonly title: string;
  /** How many records there are, by status, the most frequent first. */
  readonly counts: readonly (readonly [status: string, count: number])[];
  /** How many records there are in all; the rows may be fewer. */
  readonly total: number;
  readonly rows: readonly PageRow[];
}

const columns = ['Name', 'Status', 'Type', 'Created', 'Duration', 'Objects', 'Problems', 'Line'];
/** The columns with numbers, which are aligned to the right. */
const ofNumbers: ReadonlySet<number> = new Set([4, 5, 7]);

/**
 * A page in Markdown: the counts, and a table with a row per record. Nothing in it but the names is a link. The table is
 * HTML, because a Markdown table cannot have a caption, which a screen reader says first.
 */
export function pageOf({ title, counts, total, rows }: RecordPage): string {
  const byStatus = counts.map(
    ([status, count]) => `${format(count)} ${status === '' ? 'without a status' : plain(status)}`,
  );
  const sum = `${format(total)} record${total === 1 ? '' : 's'}${byStatus.length > 0 ? `: ${byStatus.join(', ')}` : ''}.`;
  return `# ${plain(title)}\n\n${sum}\n\n${rows.length > 0 ? tableOf(rows, total) : ''}`;
}

function tableOf(rows: readonly PageRow[], total: number): string {
  const caption = rows.length < total ? `The newest ${format(rows.length)} records` : 'The records, the newest first';
  const head = columns.map((name, at) => `<th scope="col"${alignment(at)}>${name}</th>`);
  const lines = rows.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((cell, at) => `<td${alignment(at)}>${cell}</td>`)
        .join('')}</tr>`,
  );
  return `<table>\n<caption>${caption}</caption>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>\n`;
}

function alignment(column: number): string {
  return ofNumbers.has(column) ? ' align="right"' : '';
}

function cellsOf({ target, line, ...row }: PageRow): string[] {
  const name = inHtml(row.name) || '(no name)';
  const { status, type, created, duration, objects, problems } = row;
  // A length of time that is broken over three lines is hard to read.
  const length = inHtml(duration).replaceAll(' ', noBreakSpace);
  const cells = [inHtml(status), inHtml(type), inHtml(created), length, inHtml(objects), inHtml(problems)];
  return [target === undefined ? name : `<a href="${inHtml(target)}">${name}</a>`, ...cells, format(line)];
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

/** Text that HTML shows as it is, on one line: a blank line would end the table. */
function inHtml(text: string): string {
  return escapeControls(text.replace(/\s+/g, ' ').trim()).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
