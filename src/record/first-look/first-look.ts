import { margin, writeBytes } from '../../json/bytes.ts';
import { room, wasm } from '../generated/first-look.ts';
import { Facts, noteCount } from './facts.ts';

/**
 * Looks at records without parsing them: whether all names and values are plainly written and as the schema wants them.
 * It is WebAssembly, which is fast from the first record on; docs/incremental-check.md says more.
 */
export class FirstLook {
  /** Facts about the last record that was accepted. */
  readonly facts: Facts;
  /** Its answers about the last record, in the order of `answerIndex`. */
  readonly answers: Int32Array;
  readonly #bytes: Uint8Array;
  /** The text that is at the start of the memory. */
  #held = '';

  constructor(private readonly exports: Exports) {
    const { memory, answers, notes } = exports;
    this.#bytes = new Uint8Array(memory.buffer, 0, room);
    this.answers = new Int32Array(memory.buffer, answers.value);
    this.facts = new Facts(new Int32Array(memory.buffer, notes.value, noteCount));
  }

  /**
   * Looks at the record that starts at `start`.
   * @param line how many line ends are before it, and `lineStart` where the last of them ended
   * @param mayHaveComments whether the text is JSON with comments
   * @returns where the record ends, if it is accepted; below zero if it is not
   */
  at(text: string, start: number, line: number, lineStart: number, mayHaveComments: boolean): number {
    if (text.length + margin > room) return -1;
    if (text !== this.#held) writeBytes(text, this.#bytes);
    this.#held = text;
    return this.exports.record(start, line, lineStart, mayHaveComments);
  }
}

/** @returns undefined without WebAssembly, as under Node's `--jitless`, or if it may not be compiled */
export function startFirstLook(): FirstLook | undefined {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytesOf(wasm)));
    return new FirstLook(exports as Exports);
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The part of WebAssembly that is used. TypeScript's own declaration comes with all of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** The exports of `assembly/clean.ts`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where in the memory the answers and the notes about the last record are. */
  readonly answers: { readonly value: number };
  readonly notes: { readonly value: number };
  readonly record: (start: number, line: number, lineStart: number, mayHaveComments: boolean) => number;
}
