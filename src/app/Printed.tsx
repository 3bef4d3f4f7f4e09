import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { writeAddress } from '../lab/address';
import { useLab, useWords } from './context';

/** On paper only: the address that trains to the same step again. */
export function Printed() {
  const lab = useLab();
  const words = useWords();
  const [step, setStep] = useState(0);
  useEffect(() => {
    const read = (): void => flushSync(() => setStep(lab.feed.now.moment.step));
    window.addEventListener('beforeprint', read);
    return () => window.removeEventListener('beforeprint', read);
  }, [lab]);
  const { settings } = lab.store.getState();
  const { until, ...run } = settings;
  const hash = writeAddress({ ...run, until: step > 0 ? step : until, theme: 'auto', type: 'normal' });
  return (
    <p className="only-printed">
      {words.printed} {location.href.split('#')[0]}#{hash}
    </p>
  );
}
