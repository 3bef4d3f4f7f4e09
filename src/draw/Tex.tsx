import { useEffect, useMemo, useState } from 'react';

type Render = (tex: string) => string;
let render: Render | null = null;
let loading: Promise<Render> | null = null;

/** KaTeX and its fonts come after the first picture. */
async function load(): Promise<Render> {
  const [{ default: katex }] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
  render = (tex) =>
    katex.renderToString(tex, { throwOnError: false, output: 'htmlAndMathml', strict: 'ignore' });
  return render;
}

/**
 * A formula. Until KaTeX is there its place is kept. It is of no language, so that nothing of it is laid out anew when the
 * page has another.
 */
export function Tex({ tex, className }: { readonly tex: string; readonly className?: string }) {
  const [draw, setDraw] = useState<Render | null>(() => render);
  useEffect(() => {
    if (draw) return;
    loading ??= load();
    let mounted = true;
    loading.then(
      (loaded) => mounted && setDraw(() => loaded),
      () => {
        loading = null; // offline before the first visit was complete: the next formula tries again
      },
    );
    return () => {
      mounted = false;
    };
  }, [draw]);
  const html = useMemo(() => draw?.(tex), [draw, tex]);
  if (html === undefined) return <span className={`tex tex-waiting ${className ?? ''}`} aria-hidden="true" />;
  // Safe: KaTeX escapes what it is given, and trusts no command that could add markup of its own.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX gives HTML
  return <span className={`tex ${className ?? ''}`} lang="" dangerouslySetInnerHTML={{ __html: html }} />;
}
