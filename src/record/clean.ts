import { margin, writeBytes } from './bytes.ts';
import { room, wasm } from './generated/clean-wasm.ts';
import { keyOf } from './job-key.ts';

/** What a reading returns where the text is not what was wanted. */
const none = -1;

/**
 * Reads records without parsing them, and says of each whether it certainly has no finding of its own, wherever it
 * stands: the usual case. Only plain spellings are accepted, so that whatever is accepted is right; what is not
 * accepted may be right too, which is for `checkRecord` to say. It takes less time than `JSON.parse`.
 */
export class CleanReader {
  /** How many line ends have been passed, and where the last of them ended. */
  line = 0;
  lineStart = 0;
  /** Of the last record: the key of its `jobId`, 0 where it has none, and where the id's quotes start. */
  jobKey = 0;
  jobIdAt = 0;
  jobIdLine = 0;
  jobIdLineStart = 0;
  #text = '';

  load(text: string): void {
    this.#text = text;
  }

  /** Where the record ends that starts at `start`, if it is clean; below zero where it is not. */
  record(start: number): number {
    reading ??= beginReading();
    return reading.record(this.#text, start, this);
  }
}

/** What reads: with it, nothing but time is spared, so that one can do without. */
interface Reading {
  /** @returns where the record of `text` ends that starts at `start`; the rest of the answer is put into `reader` */
  record(text: string, start: number, reader: CleanReader): number;
}

/** One serves all readers: each of its answers is complete. */
let reading: Reading | undefined;

function beginReading(): Reading {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(wasm)));
    return new WebAssemblyReading(exports as Exports);
  } catch {
    // There is no WebAssembly, as under Node's `--jitless`, or none that may be made: nothing is clean at a glance then.
    return { record: () => none };
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** As much as is used of what every host has: TypeScript's own declaration comes with the whole of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** What `assembly/clean.ts` exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where in the memory the answers to the last reading lie. */
  readonly results: { readonly value: number };
  readonly record: (start: number, line: number, lineStart: number) => number;
}

class WebAssemblyReading implements Reading {
  /** The text that the memory begins with. */
  #held = '';
  readonly #bytes: Uint8Array;
  readonly #results: Int32Array;

  constructor(private readonly exports: Exports) {
    const { memory, results } = exports;
    this.#bytes = new Uint8Array(memory.buffer, 0, room);
    this.#results = new Int32Array(memory.buffer, results.value);
  }

  record(text: string, start: number, reader: CleanReader): number {
    if (text.length + margin > room) return none;
    if (text !== this.#held) writeBytes(text, this.#bytes);
    this.#held = text;
    const end = this.exports.record(start, reader.line, reader.lineStart);
    const results = this.#results;
    reader.line = results[0] as number;
    reader.lineStart = results[1] as number;
    reader.jobKey = keyOf(results[2] as number, results[3] as number);
    reader.jobIdAt = results[4] as number;
    reader.jobIdLine = results[5] as number;
    reader.jobIdLineStart = results[6] as number;
    return end;
  }
}
