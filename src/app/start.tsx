import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followAddress } from './addressBar';
import { LabContext } from './context';
import { followHints } from './hints';
import { listenToKeys } from './keys';
import { keepForOffline } from './offline';
import { whenPainted } from './painted';
import { preparePrinting } from './printing';
import './fonts.css';
import './card.css';
import './globe.css';
import './page.css';
import { readAddress } from '../lab/address';
import { createLab } from '../lab/lab';
import { createClient } from '../train/client';

/** Puts everything together: the lab from the address, the address bar, the keys, and the page in `root`. */
export function start(root: HTMLElement): void {
  const { settings, repairs } = readAddress(location.hash);
  const lab = createLab(settings, repairs, createClient);
  followAddress(lab);
  listenToKeys(lab);
  followHints(lab);
  preparePrinting();
  window.addEventListener('load', () => void keepForOffline());
  document.addEventListener('visibilitychange', () => lab.setHidden(document.hidden));

  createRoot(root).render(
    <StrictMode>
      <LabContext value={lab}>
        <App />
      </LabContext>
    </StrictMode>,
  );
  // The timer lets the browser put the frame on the screen, so that the worker is told how long that takes, too.
  whenPainted(lab.feed, () => setTimeout(lab.drawn));
}
