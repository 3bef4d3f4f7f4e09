import { createRoot } from 'react-dom/client';
import { LabContext } from '../../src/app/context';
import { Figures } from '../../src/app/Figures';
import '../../src/app/fonts.css';
import '../../src/app/page.css';
import { themeChanged } from '../../src/draw/theme';
import 'katex/dist/katex.min.css';
import './gallery.css';
import { galleryLab } from './lab';

// Every figure of the shelf with a run that is always the same. The address is the page's own, as #lang=ko&theme=dark.
const LOOKS = ['lang=en&theme=light', 'lang=en&theme=dark', 'lang=ko&theme=light', 'lang=ko&theme=dark'];
// A canvas does not wait for fonts as text on a page does.
const LETTERS = [
  '400 12px "Margin Korean"',
  ...['400', '700'].flatMap((weight) => [`${weight} 12px KaTeX_Main`, `italic ${weight} 12px KaTeX_Math`]),
];
await Promise.all(LETTERS.map((font) => document.fonts.load(font, '가θ')));

const element = document.getElementById('root');
const root = element && createRoot(element);

function show(): void {
  const lab = galleryLab(location.hash);
  const { language, theme } = lab.store.getState().settings;
  document.documentElement.lang = language ?? 'en';
  document.documentElement.dataset.theme = theme === 'dark' ? 'dark' : 'light';
  themeChanged();
  root?.render(
    <LabContext key={location.hash} value={lab}>
      <main className="gallery">
        <nav>
          {LOOKS.map((look) => (
            <a key={look} href={`#${look}`}>
              {look}{' '}
            </a>
          ))}
        </nav>
        <Figures />
      </main>
    </LabContext>,
  );
}
addEventListener('hashchange', show);
show();
