import { shownDiff, stillThere } from '../../../src/cli/fix/dry-run.ts';
import { TableList } from '../../../src/cli/list/list-table.ts';
import type { RecordList } from '../../../src/cli/list/record-list.ts';
import { GithubReport } from '../../../src/cli/report/github.ts';
import { JsonReport } from '../../../src/cli/report/json.ts';
import { problemsOf } from '../../../src/cli/report/problem.ts';
import type { Report } from '../../../src/cli/report/report.ts';
import { SarifReport } from '../../../src/cli/report/sarif.ts';
import { TextReport } from '../../../src/cli/report/text.ts';
import { checkFile } from '../../../src/files/check-file.ts';
import { encode } from '../../../src/files/encoding.ts';
import { fixFile } from '../../../src/files/fix-file.ts';
import { misreading } from '../../../src/files/misread.ts';
import { recordRows } from '../../../src/files/record-rows.ts';
import { nothingAllowed } from '../../../src/model/allowed.ts';
import { noCounts } from '../../../src/model/severity-counts.ts';
import { defaultSettings } from '../../../src/record/settings.ts';
import type { InputFile } from './input.ts';
import type { Mode } from './modes.ts';

const all = (): boolean => true;

/** What the command line does with files that it has read, up to the text that it writes. */
export const commandLineModes: Readonly<Record<string, Mode>> = {
  text: reporting(() => new TextReport({ isTerminal: true, hasColours: true })),
  json: reporting(() => new JsonReport()),
  sarif: reporting(() => new SarifReport('1.0.0')),
  github: reporting(() => new GithubReport()),
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
  list: listing(() => new TableList(120)),
  encoding: eachFile(({ bytes }) => misreading(bytes, 'utf8')),
};

function eachFile(run: (file: InputFile) => void): Mode {
  return (files) => () => {
    for (const file of files) run(file);
  };
}

function reporting(reportOf: () => Report): Mode {
  return (files) => () => {
    const report = reportOf();
    let written = 0;
    const write = (piece: string): void => {
      written += piece.length;
    };
    for (const { bytes, name } of files) {
      for (const piece of report.add(problemsOf(name, checkFile(bytes, name, nothingAllowed), defaultSettings)))
        write(piece);
    }
    const summary = { fileCount: files.length, recordCount: 0, problemCounts: noCounts };
    for (const piece of report.end({ ...summary, leftOut: new Map(), remainingCounts: undefined, failures: [] })) {
      write(piece);
    }
    return written;
  };
}

function listing(listOf: () => RecordList): Mode {
  return (files) => () => {
    const list = listOf();
    let written = 0;
    for (const { bytes, name } of files) {
      for (const row of recordRows(checkFile(bytes, name, nothingAllowed), defaultSettings))
        written += list.add(name, row).length;
    }
    return written + list.end().length;
  };
}
