import type { Load } from './dataset';

/**
 * A `Load` that fetches from beside the page. `base` is an absolute address, for instance `document.baseURI`: a worker
 * must be told it, since its own address is that of its script. Throws an Error that names the file.
 */
export const fetchFrom =
  (base: string): Load =>
  async (file) => {
    try {
      const response = await fetch(new URL(file, base));
      if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trim());
      return await response.arrayBuffer();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Could not load ${file}: ${reason}`, { cause });
    }
  };
