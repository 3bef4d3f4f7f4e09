import { evenSeparation } from '../margin/feasibility';
import { guardName, guardText } from '../margin/guards';
import type { MarginLoss } from '../margin/loss';
import { gradient, schedule } from '../margin/options';
import { scaleParam } from '../margin/scaleParam';

export default {
  id: 'arcFace',
  name: 'ArcFace',
  text: {
    en: {
      about: 'The margin is added to the angle: an arc of the same length everywhere on the hypersphere.',
    },
    ko: { about: '각도에 마진을 더합니다. 초구면 어디서나 길이가 같은 호입니다.' },
  },
  source: {
    cite: 'Deng et al., ArcFace: Additive Angular Margin Loss for Deep Face Recognition',
    year: 2019,
    url: 'https://arxiv.org/abs/1801.07698',
    equation: 'v3 and v4, Eq. 3',
  },
  params: {
    m2: {
      role: 'margin',
      symbol: 'm₂',
      unit: 'rad',
      // .5 as in the paper; feasible while it is less than the angle between centres, 2π/C on a circle.
      value: ({ classes, dim }) => Math.min(0.5, 0.8 * evenSeparation(classes, dim)),
      min: 0,
      max: 1,
      step: 0.01,
      neutral: 0,
    },
    s: scaleParam(16),
  },
  options: {
    guard: {
      text: guardName,
      choices: {
        linear: { text: guardText.linear },
        none: { target: 'cos(theta + m2)', text: guardText.none },
        easy: { target: 'theta < pi/2 ? cos(theta + m2) : cos(theta)', text: guardText.easy },
        clip: { target: 'cos(min(theta + m2, pi))', text: guardText.clip },
        psi: {
          target: 'theta <= pi - m2 ? cos(theta + m2) : -cos(theta + m2) - 2',
          text: guardText.psi,
        },
      },
    },
    schedule,
    gradient,
  },
  target: 'theta <= pi - m2 ? cos(theta + m2) : cos(theta) - m2*sin(m2)',
  scale: 's',
  bias: false,
} as const satisfies MarginLoss;
