import { writeReport } from './output-file.ts';
import { progress } from './progress.ts';

/** How much text is collected before it is written, in UTF-16 units: to write for each file takes long. */
const pieceLength = 65_536;

/** Where a report goes: piece by piece to a stream or, at the end, to a file. */
export class Output {
  readonly #pieces: string[] = [];
  #pending = 0;

  constructor(
    readonly stream: NodeJS.WriteStream,
    readonly file: string | undefined,
  ) {}

  async write(pieces: Iterable<string>): Promise<void> {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.#pending += piece.length;
      if (this.#pending >= pieceLength && this.file === undefined) await this.#flush();
    }
  }

  /** @throws {Error} if the file cannot be written */
  async end(): Promise<void> {
    if (this.file === undefined) await this.#flush();
    else await writeReport(this.file, Buffer.concat(this.#pieces.map((piece) => Buffer.from(piece))));
  }

  async #flush(): Promise<void> {
    await write(this.stream, this.#pieces.splice(0).join(''));
    this.#pending = 0;
  }
}

/** Writes content, and waits until it is written or the reader is gone. */
export function write(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  if (content.length === 0) return Promise.resolve();
  if (stream.isTTY) progress.clear(content);
  return new Promise((done) => stream.write(content, () => done()));
}
