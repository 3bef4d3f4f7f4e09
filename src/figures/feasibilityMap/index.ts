import type { Figure, Values } from '../figure';
import { paintMap } from './paint';
import { mapFrame, valueAt } from './place';
import { sayHere, sayMap, sayWhat } from './say';
import { lanesOffered, type MapScene, mapScene, marginsOffered } from './scene';
import { words } from './words';

/** A handle's two values. */
const valuesOf = ({ margin, scale }: MapScene, m: number, s: number): Values => ({
  [margin.name]: m,
  [scale.name]: s,
});

const within = (value: number, { min, max }: { readonly min: number; readonly max: number }): number =>
  Math.max(min, Math.min(max, value));

/** For which margins and scales a loss can be met at all, and how low it can then be; and where one is. */
export default {
  id: 'feasibilityMap',
  text: words,
  menus: [
    {
      id: 'lane',
      text: { en: words.en.lane, ko: words.ko.lane },
      offers: (offering) => lanesOffered(offering).map(({ name }) => ({ value: name, label: name })),
    },
    {
      id: 'margin',
      text: { en: words.en.margin, ko: words.ko.margin },
      offers: (offering, _language, { lane }) =>
        marginsOffered(offering, lane).map(([name, { symbol }]) => ({ value: name, label: symbol })),
    },
  ],
  height: (width) => Math.max(260, Math.min(540, 0.62 * width)) + 60,
  show(input, chosen, language) {
    const scene = mapScene(input, chosen);
    const said = words[language];
    const shown = { paint: paintMap(scene, said), say: () => sayMap(scene, said), pointing: null };
    if (!scene) return { ...shown, grab: null };
    const { margin, scale, lane } = scene;
    return {
      ...shown,
      grab: {
        lane: lane.index,
        place(size) {
          const { x, y } = mapFrame(size, scene);
          return [x(margin.value), y(scale.value)];
        },
        at(x, y, size) {
          const { left, right, top, bottom } = mapFrame(size, scene);
          const m = valueAt(margin, (x - left) / (right - left));
          return valuesOf(scene, m, valueAt(scale, (bottom - y) / (bottom - top)));
        },
        by: (right, up) =>
          valuesOf(
            scene,
            within(margin.value + right * margin.param.step, margin.param),
            within(scale.value + up * scale.param.step, scale.param),
          ),
        now: margin.value,
        from: margin.param.min,
        to: margin.param.max,
        kind: said.kind,
        say: `${sayHere(scene, said)}: ${sayWhat(scene, said)}`,
      },
    };
  },
} satisfies Figure;
