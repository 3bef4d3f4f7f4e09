import type { Trouble } from './protocol';

/** What an error in mid-run means. `intact`: whether the executor still has what it computes with. */
export function troubleOf(
  error: unknown,
  intact: boolean,
): { readonly trouble: Trouble; readonly message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (!intact) return { trouble: 'contextLost', message };
  // As V8, SpiderMonkey and JavaScriptCore say it of arrays and of WebAssembly.
  return { trouble: /memory|allocation/i.test(message) ? 'memory' : 'error', message };
}
