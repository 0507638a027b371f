import type { RecordRow } from '../../files/record-rows.ts';
import type { RecordList } from './record-list.ts';

/** The records as one JSON array, a line for each. What a record does not say is `null`. */
export class JsonList implements RecordList {
  #isEmpty = true;

  add(file: string, row: RecordRow): string {
    const before = this.#isEmpty ? '[\n' : ',\n';
    this.#isEmpty = false;
    return `${before}  ${JSON.stringify(entryOf(file, row))}`;
  }

  end(): string {
    return this.#isEmpty ? '[]\n' : '\n]\n';
  }
}

function entryOf(file: string, row: RecordRow): object {
  const { line, name, status, backupType, created, seconds, totalObjectCount, findings } = row;
  return {
    file,
    line,
    name: name ?? null,
    status: status ?? null,
    backupType: backupType ?? null,
    created: created ?? null,
    durationSeconds: seconds ?? null,
    totalObjectCount: totalObjectCount ?? null,
    findings,
  };
}
