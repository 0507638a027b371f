import type { RecordRow } from '../../files/record-rows.ts';

/** Writes down records, file by file, so that a run takes no more memory for more files. */
export interface RecordList {
  /** @returns what to write for a record of a file */
  add(file: string, row: RecordRow): string;
  /** @returns what to write when all files have been read */
  end(): string;
}
