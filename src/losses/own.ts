import type { MarginLoss } from '../margin/loss';
import { gradient, schedule } from '../margin/options';
import { scaleParam } from '../margin/scaleParam';
import { typedLoss } from '../margin/typed';

/** A margin that somebody types. */
const base: MarginLoss = {
  id: 'own',
  name: 'Your own',
  text: {
    en: { about: 'Any formula in theta. Every other name in it becomes a slider.' },
    ko: { about: 'theta에 대한 어떤 식이든 됩니다. 식에 쓴 다른 이름은 슬라이더가 됩니다.' },
  },
  typed: [
    {
      formula: 'cos(theta) - m*theta',
      text: { en: 'a margin that grows with the angle', ko: '각도에 비례하는 마진' },
    },
    { formula: 'cos(theta) - m*theta^2', text: { en: 'grows with its square', ko: '각도의 제곱에 비례' } },
    {
      formula: '1 - 2*(theta + m)/pi',
      text: { en: 'Li-ArcFace: a straight line', ko: 'Li-ArcFace: 직선' },
    },
    {
      formula: 'cos(theta - m)',
      text: { en: 'a bad one: easier, not harder', ko: '나쁜 예: 오히려 쉬워짐' },
    },
    { formula: 'cos(3*theta) - m', text: { en: 'a bad one: rises again', ko: '나쁜 예: 다시 커짐' } },
  ],
  params: { s: scaleParam(16) },
  options: { schedule, gradient },
  target: 'cos(theta) - m*theta',
  scale: 's',
  bias: false,
};

export default typedLoss(base, base.target);
