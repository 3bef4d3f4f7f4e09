import type { Theme } from '../lab/settings';
import { useLab, useLabState, useLanguage, useWords } from './context';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export function Header() {
  const lab = useLab();
  const words = useWords();
  const other = useLanguage() === 'en' ? 'ko' : 'en';
  const theme = useLabState(({ settings }) => settings.theme);
  return (
    <header className="page-head">
      <h1>{words.title}</h1>
      <p className="tagline">{words.tagline}</p>
      <div className="head-controls">
        <button type="button" lang={other} onClick={() => lab.change({ language: other })}>
          {words.otherLanguage}
        </button>
        <label className="bare-select">
          <span className="unseen">{words.theme}</span>
          <select value={theme} onChange={(event) => lab.change({ theme: event.target.value as Theme })}>
            {THEMES.map((id) => (
              <option key={id} value={id}>
                {words.themes[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}
