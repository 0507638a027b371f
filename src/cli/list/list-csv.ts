import { countsInWords } from '../../model/severity-counts.ts';
import { escapeControls } from '../../model/words.ts';
import type { Report } from '../report/report.ts';
import { columns, type ListedRecord } from './listed-record.ts';

/**
 * The records as CSV.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export class CsvList implements Report<ListedRecord> {
  #hasHeader = false;

  *add(records: Iterable<ListedRecord>): Iterable<string> {
    for (const record of records) {
      const values = { ...record, findings: countsInWords(record.findings) };
      yield `${this.#header()}${columns.map((column) => cell(values[column])).join(',')}\r\n`;
    }
  }

  end(): Iterable<string> {
    return [this.#header()];
  }

  #header(): string {
    if (this.#hasHeader) return '';
    this.#hasHeader = true;
    return `${columns.join(',')}\r\n`;
  }
}

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = startsFormula.test(value) ? `'${escapeControls(value)}` : escapeControls(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run such text. @see https://owasp.org/www-community/attacks/CSV_Injection */
const startsFormula = /^[=+\-@\t\r\n]/;
