import { once } from '../../math/keep';
import type { Figure } from '../figure';
import { paintStatistics } from './paint';
import { statisticsHeight } from './place';
import { sayStatistics } from './say';
import { statisticsScene } from './scene';
import { words } from './words';

/** ArcFace v3, Table 3: what a loss does to the angles between centres, class means and samples. */
export default {
  id: 'angleStatistics',
  text: words,
  menus: [],
  height: statisticsHeight,
  show(input, _chosen, language) {
    const scene = once(() => statisticsScene(input));
    return {
      paint: (...canvas) => paintStatistics(scene(), words[language])(...canvas),
      say: () => sayStatistics(scene(), words[language]),
      pointing: null,
    };
  },
} satisfies Figure;
