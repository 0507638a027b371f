import { shownDiff, stillThere } from '../../../src/cli/fix/dry-run.ts';
import { TableList } from '../../../src/cli/list/list-table.ts';
import { listedRecords } from '../../../src/cli/list/listed-record.ts';
import { GithubReport } from '../../../src/cli/report/github.ts';
import { JsonReport, problemJson } from '../../../src/cli/report/json.ts';
import { problemsOf } from '../../../src/cli/report/problem.ts';
import type { Report } from '../../../src/cli/report/report.ts';
import { SarifReport } from '../../../src/cli/report/sarif.ts';
import { TextReport } from '../../../src/cli/report/text.ts';
import { type CheckedFile, checkFile } from '../../../src/files/check-file.ts';
import { encode } from '../../../src/files/encoding.ts';
import { fixFile } from '../../../src/files/fix-file.ts';
import { misreading } from '../../../src/files/misread.ts';
import { nothingAllowed } from '../../../src/model/allowed.ts';
import { noCounts } from '../../../src/model/severity-counts.ts';
import { type CheckSettings, defaultSettings } from '../../../src/record/settings.ts';
import type { InputFile } from './input.ts';
import type { Mode } from './modes.ts';

const all = (): boolean => true;

/** The work of the command line on files that it has read, up to the text that it writes. */
export const commandLineModes: Readonly<Record<string, Mode>> = {
  text: reporting(() => new TextReport({ isTerminal: true, hasColours: true }), problemsOf),
  json: reporting(() => new JsonReport(problemJson), problemsOf),
  sarif: reporting(() => new SarifReport('1.0.0'), problemsOf),
  github: reporting(() => new GithubReport(), problemsOf),
  fix: eachFile(({ bytes, name }) => {
    const { checked } = fixFile(checkFile(bytes, name, nothingAllowed), all, nothingAllowed);
    encode(checked.text, checked.encoding);
  }),
  diff: eachFile(({ bytes, name }) => {
    const checked = checkFile(bytes, name, nothingAllowed);
    const fixed = fixFile(checked, all, nothingAllowed);
    stillThere(problemsOf(name, checked, defaultSettings), fixed.edits, fixed.checked.findings);
    shownDiff(name, checked, fixed.edits, true);
  }),
  list: reporting(() => new TableList(120), listedRecords),
  encoding: eachFile(({ bytes }) => misreading(bytes, 'utf8')),
};

function eachFile(run: (file: InputFile) => void): Mode {
  return (files) => () => {
    for (const file of files) run(file);
  };
}

/** @param entriesOf a checked file, for the report */
function reporting<Entry>(
  reportOf: () => Report<Entry>,
  entriesOf: (name: string, checked: CheckedFile, settings: CheckSettings) => Iterable<Entry>,
): Mode {
  return (files) => () => {
    const report = reportOf();
    let written = 0;
    const write = (pieces: Iterable<string>): void => {
      for (const piece of pieces) written += piece.length;
    };
    for (const { bytes, name } of files) {
      write(report.add(entriesOf(name, checkFile(bytes, name, nothingAllowed), defaultSettings)));
    }
    const summary = { fileCount: files.length, recordCount: 0, problemCounts: noCounts };
    write(report.end({ ...summary, leftOut: new Map(), remainingCounts: undefined, failures: [] }));
    return written;
  };
}
