import { NODES } from '../../margin/curve';
import type { LaneHead } from '../engine';
import type { Device, Texture } from './device';
import { ROOM_FOR_LANES } from './program';

/** The lanes' losses on the GPU: a moved slider replaces two rows of a texture, and four numbers. */
export interface Curves {
  readonly texture: Texture;
  /** [lanes, 4] what head.ts calls scales. */
  readonly scales: readonly number[];
  set(lane: number, head: LaneHead): void;
  /** Goes on with these lanes of before, in this order. */
  arrange(order: readonly number[]): void;
}

export function createCurves(device: Device, lanes: number): Curves {
  const texture = device.blank(NODES, 2 * ROOM_FOR_LANES);
  let heads: (LaneHead | null)[] = new Array(lanes).fill(null);

  function set(lane: number, head: LaneHead): void {
    heads[lane] = head;
    // A curve's two halves are two rows of texels as it is: [2, NODES, CHANNELS].
    device.write(texture, 2 * lane, head.curve);
  }

  return {
    texture,
    get scales() {
      return heads.flatMap((head) => {
        if (!head) return [0, 0, 0, 0];
        const { scale, s, bias } = head;
        return [scale === 's' ? s : 0, Number(scale !== 's'), Number(scale === 'norm*wnorm'), Number(bias)];
      });
    },
    set,
    arrange(order) {
      heads = order.map((lane) => heads[lane] ?? null);
      heads.forEach((head, lane) => {
        if (head) set(lane, head);
      });
    },
  };
}
