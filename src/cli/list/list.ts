import type { CheckedFile } from '../../files/check-file.ts';
import type { ListCall } from '../arguments.ts';
import { Inputs } from '../inputs.ts';
import { Output } from '../output.ts';
import type { Report, RunSummary } from '../report/report.ts';
import type { Settings } from '../settings.ts';
import { type ListedRecord, listedRecords } from './listed-record.ts';

/** One run over all paths that lists their records. */
export class ListRun {
  readonly #inputs: Inputs;
  readonly #output: Output;

  constructor(
    readonly call: ListCall,
    readonly settings: Settings,
    readonly list: Report<ListedRecord>,
  ) {
    this.#inputs = new Inputs(call, settings);
    this.#output = new Output(process.stdout, call.outputFile);
  }

  async add(path: string): Promise<void> {
    for await (const { name, checked } of this.#inputs.filesOf(path)) await this.#add(name, checked);
  }

  async addStdin(): Promise<void> {
    const { name, checked } = await this.#inputs.readStdin();
    await this.#add(name, checked);
  }

  /** Ends the list. @returns the exit code, which no finding changes */
  async finish(): Promise<number> {
    for (const piece of this.list.end({} as RunSummary)) await this.#output.write(piece);
    await this.#inputs.end(this.#output);
    return this.#inputs.failures.length > 0 ? 2 : 0;
  }

  async #add(name: string, checked: CheckedFile): Promise<void> {
    for (const piece of this.list.add(listedRecords(name, checked, this.settings))) await this.#output.write(piece);
  }
}
