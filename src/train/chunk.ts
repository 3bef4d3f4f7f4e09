/** How long steps run before messages are heard, ms. */
const CHUNK = 10;

/** Steps made in short chunks. */
export interface Chunks {
  /** Makes steps as long as one chunk has time and `more` says so, at least one. Gives how many. */
  make(step: () => void, more: () => boolean): number;
  /** To be told how long the last chunk took until its steps were really there, ms. */
  took(ms: number): void;
}

/**
 * The clock alone does not end a chunk: a GPU is asked for steps much faster than it makes them, and would have some
 * hundreds in its queue when the next message is heard. So a chunk asks for as many as had time by the last chunk's
 * measure, and for at most twice as many as that one.
 */
export function createChunks(): Chunks {
  let [fitting, made] = [1, 0];
  return {
    make(step, more) {
      const begin = performance.now();
      made = 0;
      do {
        step();
        made++;
      } while (made < fitting && performance.now() - begin < CHUNK && more());
      return made;
    },
    took(ms) {
      fitting = Math.max(1, Math.min(2 * made, Math.round((made * CHUNK) / ms)));
    },
  };
}
