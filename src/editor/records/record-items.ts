import * as vscode from 'vscode';
import { findingsIn, type ListedRecord } from '../../index/records.ts';
import { dateOf } from '../../record/times/date-time.ts';
import type { Checked } from '../problems/checks.ts';
import { severityIn } from '../settings/settings.ts';
import { localTime } from '../workbench/local-time.ts';

/** An item of a list of records: a record, or a hint that there are more. */
export type RecordItem = vscode.QuickPickItem &
  ({ readonly record: ListedRecord; readonly checked: Checked } | { readonly record?: undefined });

/** The records of a document as items of a list, marked where they have an error or a warning. */
export class RecordItems {
  readonly #severityOf: ReturnType<typeof severityIn>;

  constructor(readonly checked: Checked) {
    this.#severityOf = severityIn(checked.document.uri);
  }

  /** The text of an item beside the title of its record. A screen reader reads it, too. */
  description = (record: ListedRecord): string => {
    const { status, type, time } = record.summary;
    return [status, type, time && readable(time), this.#mark(record)].filter(Boolean).join(' · ');
  };

  itemFor(record: ListedRecord): RecordItem {
    const { title, summary } = record;
    return {
      record,
      checked: this.checked,
      label: withoutIcons(title),
      description: withoutIcons(this.description(record)),
      ...(summary.jobId && { detail: withoutIcons(summary.jobId) }),
      iconPath: new vscode.ThemeIcon(this.#mark(record) ?? 'symbol-module'),
      alwaysShow: true,
    };
  }

  /** The worst that is wrong with a record; its name is also that of VS Code's icon. */
  #mark(record: ListedRecord): 'error' | 'warning' | undefined {
    const findings = findingsIn(this.checked.index, record);
    if (findings.length === 0) return undefined;
    const severities = new Set(findings.map(({ finding }) => this.#severityOf(finding)));
    return (['error', 'warning'] as const).find((severity) => severities.has(severity));
  }
}

/** In the zone of the user; a text that is not a time stays as it is. */
function readable(time: string): string {
  const date = dateOf(time);
  return date ? localTime(date) : time;
}

/** VS Code renders `$(name)` in list items as an icon, so it is escaped. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
