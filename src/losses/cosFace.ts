import { evenSeparation } from '../margin/feasibility';
import type { MarginLoss } from '../margin/loss';
import { gradient, schedule } from '../margin/options';
import { scaleParam } from '../margin/scaleParam';

export default {
  id: 'cosFace',
  name: 'CosFace',
  text: {
    en: {
      about: 'The margin is taken off the cosine. On the circle its angle depends on where the centres are.',
    },
    ko: { about: '코사인에서 마진을 뺍니다. 원 위에서 그 각도는 중심들의 위치에 따라 달라집니다.' },
  },
  source: {
    cite: 'Wang et al., CosFace: Large Margin Cosine Loss for Deep Face Recognition',
    year: 2018,
    url: 'https://arxiv.org/abs/1801.09414',
    equation: 'Eq. 4 (LMCL)',
  },
  params: {
    m3: {
      role: 'margin',
      symbol: 'm₃',
      unit: 'cosine',
      // The paper's .35 is infeasible for 8 classes on a circle (at most 1 − cos(2π/C) = .293): stay below. A sphere has room.
      value: ({ classes, dim }) =>
        Math.min(dim === 2 ? 0.25 : 0.35, 0.86 * (1 - Math.cos(evenSeparation(classes, dim)))),
      min: 0,
      max: 0.6,
      step: 0.01,
      neutral: 0,
    },
    s: scaleParam(({ dim }) => (dim === 2 ? 30 : 16)),
  },
  options: { schedule, gradient },
  target: 'cos(theta) - m3',
  scale: 's',
  bias: false,
} as const satisfies MarginLoss;
