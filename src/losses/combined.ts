import { evenSeparation } from '../margin/feasibility';
import { guardName, guardText } from '../margin/guards';
import type { MarginLoss } from '../margin/loss';
import { gradient, schedule } from '../margin/options';
import { scaleParam } from '../margin/scaleParam';

export default {
  id: 'combined',
  name: 'Combined',
  text: {
    en: {
      about: 'All three margins at once: factor, angle and cosine. CM1 is (1, .3, .2), CM2 is (.9, .4, .15).',
    },
    ko: { about: '배수, 각도, 코사인 세 마진을 함께 씁니다. CM1은 (1, .3, .2), CM2는 (.9, .4, .15)입니다.' },
  },
  source: {
    cite: 'Deng et al., ArcFace: Additive Angular Margin Loss for Deep Face Recognition',
    year: 2019,
    url: 'https://arxiv.org/abs/1801.07698',
    equation: 'v3 and v4, Eq. 4',
  },
  params: {
    m1: { role: 'margin', symbol: 'm₁', unit: 'factor', value: 1, min: 0.5, max: 4, step: 0.05, neutral: 1 },
    m2: { role: 'margin', symbol: 'm₂', unit: 'rad', value: 0.3, min: 0, max: 1, step: 0.01, neutral: 0 },
    m3: {
      role: 'margin',
      symbol: 'm₃',
      unit: 'cosine',
      // CM1's .2 is infeasible on a circle of 8 beside m₂ = .3: what is left is cos .3 − cos(2π/C). A sphere has room.
      value: ({ classes, dim }) => {
        const left = Math.cos(0.3) - Math.cos(evenSeparation(classes, dim));
        return Math.max(0, Math.min(dim === 2 ? 0.1 : 0.2, 0.8 * left));
      },
      min: 0,
      max: 0.6,
      step: 0.01,
      neutral: 0,
    },
    s: scaleParam(16),
  },
  options: {
    guard: {
      text: guardName,
      choices: {
        psi: { text: guardText.psi },
        none: { target: 'cos(m1*theta + m2) - m3', text: guardText.none },
      },
    },
    schedule,
    gradient,
  },
  // `linear` is not defined for m₁ ≠ 1; SphereFace's ψ, read at m₁θ + m₂, serves every m₁, m₂, m₃.
  target: 'k = floor((m1*theta + m2)/pi); (-1)^k*cos(m1*theta + m2) - 2*k - m3',
  scale: 's',
  bias: false,
} as const satisfies MarginLoss;
