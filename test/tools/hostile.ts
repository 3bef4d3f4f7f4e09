import { readAddress } from '../../src/lab/address';
import { stream } from '../../src/math/random';
import { HOSTILE } from './addresses';

// Always the same hostile addresses, for a real page to open.

export interface HostileAddress {
  readonly kind: string;
  /** As a link has it, with its #. */
  readonly hash: string;
  /** What the page's own reader makes of it. */
  readonly lanes: number;
  readonly repairs: boolean;
}

/** A browser takes line breaks out, among others. */
function asBrowserHasIt(hash: string): string {
  const url = new URL('http://localhost/');
  url.hash = hash;
  return url.hash;
}

/** Addresses number `from` … `from + count − 1`, of each kind in turn. */
export function hostileAddresses(count: number, from = 0): HostileAddress[] {
  const makers = Object.entries(HOSTILE).map(([kind, make]) => {
    const random = stream(5, kind);
    return () => ({ kind, hash: `#${make(random)}` });
  });
  // Each follows from the random numbers that those before it have left.
  return Array.from({ length: from + count }, (_, i) => makers[i % makers.length]?.())
    .slice(from)
    .flatMap((made) => {
      if (!made) return [];
      const { settings, repairs } = readAddress(asBrowserHasIt(made.hash));
      return [{ ...made, lanes: settings.lanes.length, repairs: repairs.length > 0 }];
    });
}
