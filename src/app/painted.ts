import { forget, inTurn } from '../draw/frames';
import type { FeedStore } from '../lab/feed';

/**
 * Calls back when all that is in view shows what the feed last brought. It asks for its turn when all pictures have asked,
 * whichever heard of the feed first, so they are painted before it. Gives the way to stop.
 */
export function whenPainted(feed: FeedStore, painted: () => void): () => void {
  const stop = feed.subscribe(() => queueMicrotask(() => inTurn(painted)));
  return () => {
    stop();
    forget(painted);
  };
}
