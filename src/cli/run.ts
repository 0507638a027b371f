import type { InputCall } from './arguments.ts';
import type { InputFile } from './files.ts';
import { Inputs } from './inputs.ts';
import { Output } from './output.ts';
import type { Report, RunSummary } from './report/report.ts';
import type { Settings } from './settings.ts';

/** A command that reads files and reports something about each. */
export interface Command<Entry> {
  readonly report: Report<Entry>;
  /** Where the report goes, unless it goes to a file. */
  readonly stream: NodeJS.WriteStream;
  /** @returns the entries of a file for the report */
  entriesOf(file: InputFile, inputs: Inputs): Promise<Iterable<Entry>>;
  /** The counts of all files so far. */
  readonly counts: Pick<RunSummary, 'recordCount' | 'problemCounts' | 'remainingCounts'>;
  /** The exit code, if everything could be read and written. */
  readonly exitCode: 0 | 1;
}

/** Runs a command with all files of a call. @returns the exit code */
export async function run<Entry>(call: InputCall, settings: Settings, command: Command<Entry>): Promise<number> {
  const { report, stream } = command;
  const inputs = new Inputs(call, settings);
  const output = new Output(stream, call.outputFile);
  for await (const file of inputs.files()) await output.write(report.add(await command.entriesOf(file, inputs)));
  const { fileCount, leftOut, failures } = inputs;
  await output.write(report.end({ fileCount, leftOut, failures, ...command.counts }));
  try {
    await output.end();
  } catch (error) {
    inputs.cannot('write', output.file ?? 'standard output', error);
  }
  return failures.length > 0 ? 2 : command.exitCode;
}
