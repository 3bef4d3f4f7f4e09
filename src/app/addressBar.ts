import { readAddress, writeAddress } from '../lab/address';
import type { Settings } from '../lab/settings';
import type { Lab } from '../lab/state';
import type { LaneConfig } from '../margin/loss';

/** Browsers take about a hundred address changes in half a minute: a drag waits. */
const QUIET = 250;

/** What of a lane changes at a click, not by dragging. */
const discrete = ({ loss, options }: LaneConfig) => [loss, options];
const discreteParts = ({ lanes, ...rest }: Settings): string => JSON.stringify([rest, lanes.map(discrete)]);

/** The page's address and its settings, kept the same. */
export interface AddressBar {
  /** Takes the settings of an address, with `#`; what could not be read is said on the page. */
  open(hash: string): void;
  stop(): void;
}

/** Follows the address both ways: dragging replaces the entry of the history, discrete changes make a new one. */
export function followAddress(lab: Lab): AddressBar {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (how: 'pushState' | 'replaceState'): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const hash = `#${writeAddress(lab.store.getState().settings)}`;
    if (hash !== location.hash) history[how](null, '', hash);
  };
  /** What a drag left unwritten belongs to the entry that a click is about to leave. */
  const flush = (settings: Settings): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    history.replaceState(null, '', `#${writeAddress(settings)}`);
  };
  let reading = false;
  const stop = lab.store.subscribe(({ settings }, before) => {
    if (settings === before.settings || reading) return;
    if (discreteParts(settings) !== discreteParts(before.settings)) {
      flush(before.settings);
      write('pushState');
    } else {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => write('replaceState'), QUIET);
    }
  });
  const open = (hash: string): void => {
    const { settings, repairs } = readAddress(hash);
    reading = true;
    lab.change(settings);
    lab.store.setState({ repairs });
    reading = false;
  };
  // In a task of its own: the browser lays the page out at the end of this one, to look for the place that an address names.
  let travelling: ReturnType<typeof setTimeout> | undefined;
  const travelled = (): void => {
    if (timer !== null) clearTimeout(timer); // what a drag left unwritten does not belong to this entry
    timer = null;
    clearTimeout(travelling);
    travelling = setTimeout(open, 0, location.hash);
  };
  window.addEventListener('popstate', travelled);
  return {
    open,
    stop() {
      stop();
      clearTimeout(travelling);
      window.removeEventListener('popstate', travelled);
    },
  };
}
