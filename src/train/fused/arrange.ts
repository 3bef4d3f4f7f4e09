import { ints, PRELUDE, type Program, ROOM_FOR_LANES } from './program';

/**
 * A state with other lanes: not part of a step.
 *
 *     state   of `before` lanes
 *     given   of one lane
 *     order   for each new lane: the one of before that it goes on with, or −1 for the given one
 *     out     the state of the new lanes
 */
export const arrange = {
  inputs: ['state', 'given'],
  uniforms: [...ints('lanes', 'before'), { name: 'order', type: 'int', arrayIndex: ROOM_FOR_LANES }],
  code: /* glsl */ `${PRELUDE}
void main() {
  int row = HERE.y / lanes, from = order[HERE.y % lanes];
  setOutput(from < 0 ? texel(given, HERE.x, row) : texel(state, HERE.x, row * before + from));
}`,
} satisfies Program<string, string>;
