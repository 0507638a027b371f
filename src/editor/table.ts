import * as vscode from 'vscode';
import { type PageRow, pageOf, type RecordPage } from '../features/table.ts';
import type { RecordIndex } from '../index/record-index.ts';
import { findingsIn, type ListedRecord, recordsOf } from '../index/records.ts';
import type { EntryFinding } from '../index/reports.ts';
import { displayPosition, type Position } from '../json/position.ts';
import { severities } from '../model/severity.ts';
import { type Overview, overviewOf } from '../record/overview.ts';
import { dateOf } from '../record/times/date-time.ts';
import { shortDurationIn } from '../record/times/duration.ts';
import type { Checks } from './problems/checks.ts';
import { severityIn } from './settings/settings.ts';
import { countBySeverity } from './workbench/count.ts';
import { localTime } from './workbench/local-time.ts';
import { showInformation } from './workbench/messages.ts';
import { inSlices } from './workbench/progress.ts';
import { Debouncer, debounceMs, sliceMs, TimeSlice } from './workbench/scheduling.ts';
import { nameOf, openDocument } from './workbench/uris.ts';

/** The scheme of the pages. Their path is the name of their tab, and their query the URI of the file. */
const scheme = 'backup-response-table';

/** How many records have a row. The Markdown preview renders long tables slowly. */
const maxRows = 1_000;

/** Shows the records of a file as a table, in VS Code's Markdown preview. The table follows the file. */
export class RecordTables implements vscode.Disposable {
  readonly #onDidChange = new vscode.EventEmitter<vscode.Uri>();
  readonly #updates = new Debouncer<string>();
  /** The URIs of the pages that have been opened, by that of the file. */
  readonly #pages = new Map<string, vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  constructor(readonly checks: Checks) {
    this.#subscriptions = vscode.Disposable.from(
      this.#onDidChange,
      this.#updates,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#onDidChange.event,
        provideTextDocumentContent: ({ query }, token) => this.#pageFor(vscode.Uri.parse(query, true), token),
      }),
      checks.onDidCheck(({ uri }) => this.#update(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === scheme && this.#pages.delete(uri.query)),
    );
  }

  /** The command Show Records as Table. */
  async show(): Promise<void> {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (!document || !(await this.checks.current(document))) {
      void showInformation('Open a file with backup records first.');
      return;
    }
    const query = document.uri.toString();
    const page = vscode.Uri.from({ scheme, path: `/Records of ${nameOf(document.uri)}`, query });
    this.#pages.set(query, page);
    await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor');
  }

  #update(uri: vscode.Uri): void {
    const key = uri.toString();
    const page = this.#pages.get(key);
    if (page) this.#updates.schedule(() => this.#onDidChange.fire(page), debounceMs.table, key);
  }

  async #pageFor(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const document = openDocument(uri);
    while (document && !token.isCancellationRequested) {
      const checked = await this.checks.current(document);
      if (!checked) break;
      const rows = await inSlices(document, rowsIn(checked.index), sliceMs.table, token);
      if (rows) return pageOf(await contentOf(document, rows));
    }
    return pageOf({ title: nameOf(uri), counts: [], total: 0, rows: [] });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

type SeverityOf = ReturnType<typeof severityIn>;

interface Row {
  readonly record: ListedRecord;
  readonly overview: Overview;
  readonly findings: readonly EntryFinding[];
  /** Since 1970, in milliseconds; -Infinity if it is not known. */
  readonly created: number;
}

async function contentOf({ uri }: vscode.TextDocument, rows: Row[]): Promise<RecordPage> {
  const severityOf = severityIn(uri);
  const counts = new Map<string, number>();
  for (const { overview } of rows) counts.set(overview.status ?? '', (counts.get(overview.status ?? '') ?? 0) + 1);
  const newest = rows.sort((a, b) => (a.created === b.created ? 0 : b.created - a.created)).slice(0, maxRows);
  const slice = new TimeSlice(sliceMs.table);
  const pageRows: PageRow[] = [];
  for (const row of newest) {
    pageRows.push(pageRow(row, uri, severityOf));
    await slice.next();
  }
  return {
    title: nameOf(uri),
    counts: [...counts].sort(([, one], [, other]) => other - one),
    total: rows.length,
    rows: pageRows,
  };
}

function* rowsIn(index: RecordIndex): Generator<readonly Row[]> {
  for (const record of recordsOf(index)) {
    const overview = overviewOf(index.source.getText(record.range));
    const created = dateOf(overview.created)?.getTime() ?? Number.NEGATIVE_INFINITY;
    yield [{ record, overview, findings: findingsIn(index, record), created }];
  }
}

function pageRow({ record, overview, findings, created }: Row, uri: vscode.Uri, severityOf: SeverityOf): PageRow {
  const { status = '', backupType = '', created: time = '', seconds, totalObjectCount = '' } = overview;
  const { start } = record.range;
  return {
    name: record.title,
    status,
    type: backupType,
    created: Number.isFinite(created) ? localTime(new Date(created)) : time,
    duration: seconds === undefined ? '' : shortDurationIn(seconds),
    objects: String(totalObjectCount),
    problems: problemsOf(findings, severityOf),
    line: start.line + 1,
    target: targetOf(uri, start),
  };
}

/**
 * A link that VS Code's Markdown preview opens. It refuses `file:`, and looks for a path in the first workspace folder, so
 * a local file outside of that has none. A line may have many records, so it names the column, too.
 */
function targetOf(uri: vscode.Uri, start: Position): string | undefined {
  const { line, column } = displayPosition(start);
  const fragment = column === 1 ? `L${line}` : `L${line},${column}`;
  if (uri.scheme === 'untitled') return undefined;
  if (uri.scheme !== 'file') return uri.with({ fragment }).toString();
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!first || !uri.path.startsWith(`${first.path}/`)) return undefined;
  const path = uri.path.slice(first.path.length);
  return `${path.split('/').map(encodeURIComponent).join('/')}#${fragment}`;
}

function problemsOf(findings: readonly EntryFinding[], severityOf: SeverityOf): string {
  const counts = severities.map(
    (severity) => findings.filter(({ finding }) => severityOf(finding) === severity).length,
  );
  return countBySeverity(counts.slice(0, 4));
}
