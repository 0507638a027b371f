import type { Disposable } from 'vscode';

/*
 * When work runs, and for how long. This module imports nothing, so that src/activation may use it, with a copy of its
 * own.
 */

/** How long to wait after the last event before acting on it, in milliseconds. */
export const debounceMs = {
  /** Edits of a recognized document. */
  check: 10,
  /** Edits of any other document, which may become recognized. */
  recognize: 200,
  /** Scrolling in a document with more findings than VS Code shows. */
  scroll: 200,
  /** Checks of a document whose records are shown as a table. */
  table: 200,
  diskChange: 300,
} as const;

/** How long work may block the extension host before it yields, in milliseconds. */
export const sliceMs = {
  check: 4,
  outline: 4,
  table: 4,
  compare: 4,
  recordSearch: 4,
  folderCheck: 10,
  edits: 8,
} as const;

/** How long to wait for the search of a virtual file system, in milliseconds. Most of them have none. */
export const searchTimeoutMs = 3_000;

/** How long work may take before its progress is shown, in milliseconds. */
export const progressDelayMs = 500;

/** How often a progress notification is updated, in milliseconds. */
export const progressMs = 100;

/** Runs tasks after a delay. Scheduling another task for the same key replaces the pending one. */
export class Debouncer<Key = undefined> implements Disposable {
  readonly #timers = new Map<Key | undefined, ReturnType<typeof setTimeout>>();

  /** @param delayMs 0 to run the task as soon as the extension host has handled all waiting work */
  schedule(task: () => void, delayMs: number, key?: Key): void {
    beginWork(); // Before the cancellation, so that replacing a task never looks like being idle.
    this.cancel(key);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      try {
        task();
      } finally {
        endWork();
      }
    }, delayMs);
    this.#timers.set(key, timer);
  }

  cancel(key?: Key): void {
    const timer = this.#timers.get(key);
    if (timer === undefined) return;
    clearTimeout(timer);
    this.#timers.delete(key);
    endWork();
  }

  dispose(): void {
    for (const key of [...this.#timers.keys()]) this.cancel(key);
  }
}

/** Divides an async loop into slices, so that the extension host can handle other events in between. */
export class TimeSlice {
  #end: number;

  constructor(readonly lengthMs: number) {
    this.#end = performance.now() + lengthMs;
  }

  /**
   * Yields if the slice is used up; call it after each step.
   * @returns true if it yielded: state may have changed meanwhile
   */
  next(): Promise<boolean> | false {
    if (performance.now() < this.#end) return false;
    return track(
      new Promise((resolve) =>
        setTimeout(() => {
          this.#end = performance.now() + this.lengthMs;
          resolve(true);
        }),
      ),
    );
  }
}

let pending = 0;
let waiting: (() => void)[] = [];

/** Counts a promise as pending work until it settles. */
export function track<T>(work: Promise<T>): Promise<T> {
  beginWork();
  void work.then(endWork, endWork);
  return work;
}

/** Resolves once no work is pending in this copy. The editor tests wait for it. */
export function whenIdle(): Promise<void> {
  return pending === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
}

function beginWork(): void {
  pending++;
}

function endWork(): void {
  pending--;
  if (pending > 0) return;
  const resolved = waiting;
  waiting = [];
  for (const resolve of resolved) resolve();
}
