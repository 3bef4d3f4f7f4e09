/** Lets the built page open again without a network. Where a browser refuses to store it, it simply does not. */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker?.register('./sw.js', { scope: './' });
  } catch {
    // Storage is blocked, or full: nothing that the page needs.
  }
}
