import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { writeAddress } from '../lab/address';
import { useLab, useLabState, useWords } from './context';
import { Icon } from './Icon';

/** Whether the link is on the clipboard; false where the browser does not let the page put it there. */
async function copy(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

/** The link to the settings as they are, and what it carries; it is copied at once where that is allowed. */
function Link({ step, onClose }: { readonly step: number; readonly onClose: () => void }) {
  const words = useWords().share;
  const settings = useLabState((state) => state.settings);
  const [withStep, setWithStep] = useState(step > 0);
  const [copied, setCopied] = useState<boolean | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const title = useId();
  const hash = writeAddress(withStep ? { ...settings, until: step } : settings);
  const link = `${location.href.split('#')[0]}#${hash}`;

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
    let current = true;
    copy(link).then((done) => current && setCopied(done));
    return () => {
      current = false;
    };
  }, [link]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section className="share" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="share-title">
        <span id={title}>{words.title}</span>
        <button
          type="button"
          className="bare icon-only"
          aria-label={words.close}
          title={words.close}
          onClick={onClose}
        >
          <Icon name="remove" />
        </button>
      </div>
      <input ref={field} type="text" readOnly aria-label={words.link} value={link} />
      {step > 0 && (
        <label className="check">
          <input type="checkbox" checked={withStep} onChange={(event) => setWithStep(event.target.checked)} />
          {words.withStep(step)}
        </label>
      )}
      <p className="share-said" role="status">
        {copied === null ? '' : copied ? words.copied : words.select}
      </p>
      <p className="share-carries">{words.carries}</p>
    </section>
  );
}

/** Hands on the page as it is set. */
export function Share() {
  const lab = useLab();
  const words = useWords().share;
  /** The step at which it was opened; null while it is closed. */
  const [step, setStep] = useState<number | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setStep(null);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-label={words.button}
        aria-expanded={step !== null}
        title={words.about}
        onClick={() => (step === null ? setStep(lab.feed.now.moment.step) : close())}
      >
        <Icon name="share" />
        <span className="share-label">{words.button}</span>
      </button>
      {step !== null && <Link step={step} onClose={close} />}
    </>
  );
}
