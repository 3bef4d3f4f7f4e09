/** What is there when a page has taken an address up.
 * @typedef {{ lanes: number, repairs: boolean, markup: number, foreign: number }} Taken */

/** Has the page take an address up: all its lanes and figures are there, and it has nothing left to do. Says no name from
 * outside of it, so that it can be sent into a page.
 * @param {string} hash @param {Window} page @returns {Promise<Taken>} */
export async function takeUp(hash, page = window) {
  const { document } = page;
  page.location.hash = hash;
  await new Promise((resolve) => page.setTimeout(resolve)); // the page's own, that takes it up, is asked for before
  const frame = () => new Promise((resolve) => page.requestAnimationFrame(resolve));
  for (let k = 0; k < 3; k++) await frame();
  while (document.querySelector('[aria-busy="true"], .figure-cell:empty')) await frame();
  await new Promise((resolve) => page.requestIdleCallback(resolve, { timeout: 1000 }));
  const count = (/** @type {string} */ selector) => document.querySelectorAll(selector).length;
  return {
    lanes: count('.lanes > .lane'),
    repairs: count('.repairs li') > 0,
    markup: count('.repairs li *'),
    foreign: count('script, iframe, object, embed, img, base'),
  };
}
