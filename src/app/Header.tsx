import type { Theme } from '../lab/settings';
import { useLab, useLabState, useLanguage, useWords } from './context';
import { showHints, useAnyHint } from './hints';
import { Icon } from './Icon';
import { Share } from './Share';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The page's name, and what concerns its reader and not the run. */
export function Header() {
  const lab = useLab();
  const words = useWords();
  const other = useLanguage() === 'en' ? 'ko' : 'en';
  const theme = useLabState(({ settings }) => settings.theme);
  const large = useLabState(({ settings }) => settings.type === 'large');
  const hints = useAnyHint();
  return (
    <header className="page-head">
      <h1>{words.title}</h1>
      <p className="tagline">{words.tagline}</p>
      <div className="head-controls">
        <button
          type="button"
          className="icon-only"
          aria-label={words.hints.show}
          title={words.hints.about}
          aria-pressed={hints}
          onClick={() => showHints(!hints)}
        >
          <Icon name="hint" />
        </button>
        <button
          type="button"
          className="icon-only"
          aria-label={words.largeType}
          title={words.largeTypeAbout}
          aria-pressed={large}
          onClick={lab.enlargeType}
        >
          <span className="letters" aria-hidden="true">
            Aa
          </span>
        </button>
        <label className="sign-select icon-only" title={words.theme}>
          <span className="unseen">{words.theme}</span>
          <Icon name="theme" />
          {/* The value is one of the options below. */}
          <select value={theme} onChange={(event) => lab.change({ theme: event.target.value as Theme })}>
            {THEMES.map((id) => (
              <option key={id} value={id}>
                {words.themes[id]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" lang={other} onClick={() => lab.change({ language: other })}>
          {words.otherLanguage}
        </button>
        <Share />
      </div>
    </header>
  );
}
