import type { Page } from '@playwright/test';

/** A task of a page's main thread, ms. */
export interface Task {
  /** By the clock. */
  readonly took: number;
  /** Of a processor: what it would have taken with nothing else to do on the machine. */
  readonly worked: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs by the clock, and of the thread's own time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The tasks of over 50 ms that the page's main thread has while something is done, as Chromium traces them. */
export async function tasksDuring(page: Page, act: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser of its own');
  await browser.startTracing(page, { categories: ['toplevel'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const main = new Set(
    traceEvents.flatMap(({ name, args, pid, tid }) =>
      name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
    ),
  );
  const ofMain = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && main.has(`${pid} ${tid}`),
  );
  if (ofMain.length === 0) throw new Error('no task was traced');
  return ofMain.flatMap(({ dur = 0, tdur = 0 }) =>
    dur > 50_000 ? [{ took: dur / 1000, worked: tdur / 1000 }] : [],
  );
}
