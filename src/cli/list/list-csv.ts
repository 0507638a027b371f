import type { RecordRow } from '../../files/record-rows.ts';
import { countsInWords } from '../../model/severity-counts.ts';
import { escapeControls } from '../../model/words.ts';
import type { RecordList } from './record-list.ts';

const header = 'file,line,name,status,backupType,created,durationSeconds,totalObjectCount,findings\r\n';

/**
 * The records as CSV.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export class CsvList implements RecordList {
  #hasHeader = false;

  add(file: string, row: RecordRow): string {
    const { line, name, status, backupType, created, seconds, totalObjectCount, findings } = row;
    const cells = [file, line, name, status, backupType, created, seconds, totalObjectCount, countsInWords(findings)];
    return `${this.#header()}${cells.map(cell).join(',')}\r\n`;
  }

  end(): string {
    return this.#header();
  }

  #header(): string {
    if (this.#hasHeader) return '';
    this.#hasHeader = true;
    return header;
  }
}

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const text = startsFormula.test(value) ? `'${escapeControls(value)}` : escapeControls(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run such text. @see https://owasp.org/www-community/attacks/CSV_Injection */
const startsFormula = /^[=+\-@\t\r\n]/;
