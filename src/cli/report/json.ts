import type { Problem } from './problem.ts';
import type { Report } from './report.ts';

/** The problems as one JSON array. Lines and columns count from 1, columns and offsets in UTF-16 units. */
export class JsonReport implements Report {
  #isEmpty = true;

  *add(problems: readonly Problem[]): Iterable<string> {
    for (const problem of problems) {
      const before = this.#isEmpty ? '[\n' : ',\n';
      this.#isEmpty = false;
      yield before + indented(entryOf(problem));
    }
  }

  end(): Iterable<string> {
    return [this.#isEmpty ? '[]\n' : '\n]\n'];
  }
}

function entryOf({ file, rule, severity, message, offset, length, start, end, fixes }: Problem): object {
  return {
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
}

/** As an item of a list, without the brackets of the list. */
function indented(entry: object): string {
  return JSON.stringify([entry], undefined, 2).slice('[\n'.length, -'\n]'.length);
}
