import type { CheckedFile } from '../../files/check-file.ts';
import { recordRows } from '../../files/record-rows.ts';
import type { ListCall } from '../arguments.ts';
import { Inputs } from '../inputs.ts';
import { Output } from '../output.ts';
import type { Settings } from '../settings.ts';
import type { RecordList } from './record-list.ts';

/** One run over all paths that lists their records. */
export class ListRun {
  readonly #inputs: Inputs;
  readonly #output: Output;

  constructor(
    readonly call: ListCall,
    readonly settings: Settings,
    readonly list: RecordList,
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
    await this.#output.write(this.list.end());
    await this.#inputs.end(this.#output);
    return this.#inputs.failures.length > 0 ? 2 : 0;
  }

  async #add(name: string, checked: CheckedFile): Promise<void> {
    for (const row of recordRows(checked, this.settings)) await this.#output.write(this.list.add(name, row));
  }
}
