import { closeSync, openSync, writeSync } from 'node:fs';

/** How much is gathered before it is written, in UTF-16 units. To write for each file takes long. */
const pieceLength = 65_536;

/** How many pieces are written to a file at once. */
const writtenAtOnce = 1_000;

/** Where a report goes: piece by piece to a stream or, at the end, to a file. */
export class Output {
  readonly #pieces: string[] = [];
  #pending = 0;

  constructor(
    readonly stream: NodeJS.WriteStream,
    readonly file: string | undefined,
  ) {}

  async write(text: string): Promise<void> {
    this.#pieces.push(text);
    this.#pending += text.length;
    if (this.#pending >= pieceLength && this.file === undefined) await this.#flush();
  }

  /** @throws {Error} if the file cannot be written */
  async end(): Promise<void> {
    if (this.file === undefined) await this.#flush();
    else writePieces(this.file, this.#pieces);
  }

  async #flush(): Promise<void> {
    await write(this.stream, this.#pieces.splice(0).join(''));
    this.#pending = 0;
  }
}

/** A report may be longer than a string can be. */
function writePieces(path: string, pieces: readonly string[]): void {
  const file = openSync(path, 'w');
  try {
    for (let at = 0; at < pieces.length; at += writtenAtOnce) {
      writeAll(file, Buffer.from(pieces.slice(at, at + writtenAtOnce).join('')));
    }
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Writes, and waits until it is written or nobody reads any more. */
export function write(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  return content.length === 0 ? Promise.resolve() : new Promise((done) => stream.write(content, () => done()));
}
