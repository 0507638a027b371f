import { setImmediate } from 'node:timers/promises';

/** How long a search runs before it lets other work run, in milliseconds. */
const pauseMs = 50;
/** When the line is shown first, and how often it changes. */
const firstMs = 1_000;
const changeMs = 250;

/** Shows on a terminal how many files a long run has looked at. The line is removed before other text is written. */
export class Progress {
  readonly #startedAt: number;
  #pausedAt: number;
  #shownAt = 0;
  #isShown = false;
  #isAtLineStart = true;

  constructor(
    readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
    readonly now = () => performance.now(),
  ) {
    this.#startedAt = now();
    this.#pausedAt = this.#startedAt;
  }

  /** Whether it is time to call `pause`. */
  get isDue(): boolean {
    return this.now() - this.#pausedAt >= pauseMs;
  }

  /** Lets other work run, and shows the line if it is time for that. */
  async pause(fileCount: number): Promise<void> {
    const now = this.now();
    if (now - this.#startedAt >= firstMs && now - this.#shownAt >= changeMs) this.#show(fileCount, now);
    await setImmediate();
    this.#pausedAt = this.now();
  }

  /** Removes the line. @param text that is written next */
  clear(text: string | Uint8Array = ''): void {
    if (this.#isShown) this.stream.write(clearLine);
    this.#isShown = false;
    const last = text.at(-1);
    if (last !== undefined) this.#isAtLineStart = last === '\n' || last === 0x0a;
  }

  #show(fileCount: number, now: number): void {
    // In a line that has begun, it would overwrite the text.
    if (!this.stream.isTTY || !this.#isAtLineStart) return;
    this.stream.write(`${clearLine}Looked at ${fileCount} ${fileCount === 1 ? 'file' : 'files'} so far`);
    this.#isShown = true;
    this.#shownAt = now;
  }
}

/** Moves to the start of the line, and clears it. */
const clearLine = '\r\u001b[K';

/** The progress of this run. */
export const progress = new Progress(process.stderr);
