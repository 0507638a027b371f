import type { Problem } from './problem.ts';
import type { Report } from './report.ts';

/** The problems or records of a run, as one JSON array. */
export class JsonReport<Entry> implements Report<Entry> {
  #isEmpty = true;

  /** @param jsonOf an entry with the blanks before it */
  constructor(readonly jsonOf: (entry: Entry) => string) {}

  *add(entries: Iterable<Entry>): Iterable<string> {
    for (const entry of entries) {
      const before = this.#isEmpty ? '[\n' : ',\n';
      this.#isEmpty = false;
      yield before + this.jsonOf(entry);
    }
  }

  end(): Iterable<string> {
    return [this.#isEmpty ? '[]\n' : '\n]\n'];
  }
}

/** A problem as JSON, in an array. Lines and columns count from 1, columns and offsets in UTF-16 units. */
export function problemJson(problem: Problem): string {
  const { file, rule, severity, message, offset, length, start, end, fixes } = problem;
  const entry = {
    file,
    rule,
    severity,
    message,
    offset,
    length,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    fixes: fixes().map(({ title, isLossless }) => ({ title, lossless: isLossless })),
  };
  return JSON.stringify([entry], undefined, 2).slice('[\n'.length, -'\n]'.length);
}
