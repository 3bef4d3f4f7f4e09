/** A task of a page's main thread that took over 50 ms: when it began, by the page's clock, and what it took, ms.
 * @typedef {{ began: number, took: number }} LongTask */

/** Tells of every task over 50 ms from now on: those in which a script runs, and those that bring a frame to the screen
 * (styles, layout, paint), which browsers tell of separately, and only to the outermost page of a site. Says no name from
 * outside of it, so that it can be sent into a page.
 * @param {(task: LongTask) => void} hear */
export function hearLongTasks(hear) {
  const LONG = 50;
  /** @type {LongTask[]} */
  const last = [];
  /** A frame that begins with a script may be told of twice. @param {LongTask} task */
  const hearOnce = (task) => {
    if (last.some(({ began, took }) => began < task.began + task.took && task.began < began + took)) return;
    last.push(task);
    if (last.length > 16) last.shift();
    hear(task);
  };
  const observe = (
    /** @type {string} */ type,
    /** @type {(entry: PerformanceEntry & { renderStart: number }) => LongTask} */ taskOf,
  ) =>
    new PerformanceObserver((list) => {
      const entries = /** @type {(PerformanceEntry & { renderStart: number })[]} */ (list.getEntries());
      for (const task of entries.map(taskOf)) if (task.took > LONG) hearOnce(task);
    }).observe({ type });
  observe('longtask', ({ startTime, duration }) => ({ began: startTime, took: duration }));
  // What comes before `renderStart` are tasks of their own, and time between them; 0 where no frame came of it.
  observe('long-animation-frame', ({ startTime, duration, renderStart }) => ({
    began: renderStart,
    took: renderStart > 0 ? startTime + duration - renderStart : 0,
  }));
}
