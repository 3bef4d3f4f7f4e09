import { useEffect, useState } from 'react';
import { useLab } from './context';

/** Words come after the picture that they describe, ms: nobody hears them sooner. */
const AFTER = 40;
/** They follow a run at this pace, ms: slower than a picture, since they are read. */
const PAUSE = 600;

/**
 * What a picture shows, in words: anew when something that it is `of` has changed, always as many, and slowly with the run.
 * Each picture's words are a task of their own; empty until the first. null: what they need is still to be computed.
 */
export function useDescription(describe: () => string | null, ...of: readonly unknown[]): string {
  const { feed } = useLab();
  const [said, setSaid] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = setTimeout(say, AFTER);
    function say(): void {
      const words = describe();
      timer = words === null ? setTimeout(say, AFTER) : null;
      if (words !== null) setSaid(words);
    }
    const stop = feed.subscribe(() => {
      timer ??= setTimeout(say, PAUSE);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [feed, describe, ...of]);
  return said;
}
