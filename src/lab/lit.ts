import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the pointer or the focus is at, and a class that stays lit without them. */
export interface Lit {
  readonly cls: number | null;
  readonly sample: number | null;
  readonly kept: number | null;
}

const NOTHING: Lit = { cls: null, sample: null, kept: null };

/** What is lit up wherever it is drawn. It changes with the pointer, so it is kept apart from all that React renders. */
export interface LitStore extends Pick<StoreApi<Lit>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** The pointer or the focus is at a class, at a sample, or at neither. */
  point(at: Pick<Lit, 'cls' | 'sample'>): void;
  /** Lets a class stay lit, or no longer if it is that one. */
  keep(cls: number): void;
  /** No class stays lit. Whether one did. */
  letGo(): boolean;
  clear(): void;
}

/** The class that is lit up while the others fade. */
export const litClass = ({ cls, kept }: Lit): number | null => cls ?? kept;

export function createLit(): LitStore {
  const store = createStore<Lit>(() => NOTHING);
  const { getState, setState } = store;
  return {
    ...store,
    point({ cls, sample }) {
      const now = getState();
      if (now.cls !== cls || now.sample !== sample) setState({ cls, sample });
    },
    keep: (cls) => setState({ kept: getState().kept === cls ? null : cls }),
    letGo() {
      const kept = getState().kept !== null;
      if (kept) setState({ kept: null });
      return kept;
    },
    clear: () => setState(NOTHING),
  };
}
