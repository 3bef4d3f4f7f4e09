import type { StoreApi } from 'zustand/vanilla';
import type { News } from '../train/client';
import { partAt } from './bookmarks';
import type { FeedStore } from './feed';
import type { Detour, LabState } from './state';

/** What the worker's news change in the feed and in the state. */
export function createHearing(feed: FeedStore, { getState, setState }: StoreApi<LabState>) {
  const note = (lane: number, detour: Detour): void =>
    setState({ detours: getState().detours.map((old, i) => (i === lane ? detour : old)) });

  /** The run is back at an earlier step: what was seen of later ones has not been. */
  function interrupted({ trouble, message, step, held }: Extract<News, { type: 'interrupted' }>): void {
    feed.rewind(step);
    setState({
      status: { type: 'starting' },
      lookBack: null,
      byHand: null,
      bookmarks: partAt(getState().bookmarks, step),
      interruption: { trouble, message, step },
      detours: getState().detours.map((old, lane) => {
        if (!held[lane]) return old?.type === 'held' ? null : old;
        return old?.type === 'held' ? old : { type: 'held', step, from: step };
      }),
    });
  }

  return (news: News): void => {
    switch (news.type) {
      case 'started': {
        const { executor, reason, renderer, data, step } = news;
        feed.describe(data);
        setState({
          status: { type: 'ready' },
          engine: { executor, reason, renderer },
          // Of a run that goes on only the start and this step are kept to go back to.
          vitals: getState().vitals.map((old) => old && { ...old, wellAt: old.ailment ? 0 : step }),
        });
        return;
      }
      case 'snapshot':
        feed.take(news.snapshot);
        return;
      case 'checkpoint':
        feed.keep(news.checkpoint);
        return;
      case 'held':
        note(news.lane, { type: 'held', step: news.step, from: news.from });
        return;
      case 'wentBack':
        note(news.lane, { type: 'wentBack', step: news.step, from: news.from });
        return;
      case 'arrived': {
        const { until } = getState().settings;
        const type = until === news.until ? 'until' : 'settled';
        setState({ playing: false, rest: { type, step: news.step } });
        return;
      }
      case 'interrupted':
        interrupted(news);
        return;
      case 'failed': {
        const { trouble, message, step } = news;
        setState({ playing: false, status: { type: 'failed', trouble, message, step } });
        return;
      }
    }
  };
}
