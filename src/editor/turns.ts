/** How long a piece of work may keep the extension host from everything else, in milliseconds. */
const slice = 8;

/** Divides long work into slices, between which the rest of the extension host has its turn. */
export class Turns {
  #end = performance.now() + slice;

  /** To be asked after each step. @returns whether others have had their turn, so that the world may be another */
  next(): Promise<boolean> | false {
    if (performance.now() < this.#end) return false;
    return new Promise((resolve) =>
      setTimeout(() => {
        this.#end = performance.now() + slice;
        resolve(true);
      }),
    );
  }
}
