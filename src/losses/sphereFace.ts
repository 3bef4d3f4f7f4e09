import type { MarginLoss } from '../margin/loss';
import { annealing, gradient } from '../margin/options';
import { scaleParam } from '../margin/scaleParam';

export default {
  id: 'sphereFace',
  name: 'SphereFace',
  text: {
    en: {
      about:
        'The angle is multiplied by m₁. Weights normalised, features keep their length; λ blends the margin in.',
    },
    ko: {
      about: '각도에 m₁을 곱합니다. 가중치만 정규화하고 특징의 길이는 그대로 두며, λ로 마진을 점차 섞습니다.',
    },
  },
  source: {
    cite: 'Liu et al., SphereFace: Deep Hypersphere Embedding for Face Recognition',
    year: 2017,
    url: 'https://arxiv.org/abs/1704.08063',
    equation: 'Eq. 7 (A-Softmax), ψ = (−1)^k cos(mθ) − 2k',
  },
  params: {
    m1: { role: 'margin', symbol: 'm₁', unit: 'factor', value: 4, min: 1, max: 5, step: 0.05, neutral: 1 },
    s: scaleParam(16),
  },
  options: {
    schedule: annealing,
    scale: {
      text: { en: 'scale', ko: '스케일' },
      choices: {
        norm: {
          text: {
            en: { label: '‖x‖', about: 'The feature keeps its length, as in the paper.' },
            ko: { label: '‖x‖', about: '논문처럼 특징의 길이를 그대로 씁니다.' },
          },
        },
        s: {
          scale: 's',
          text: {
            en: { label: 's', about: 'Features normalised too, as in ArcFace’s tables (m₁ = 1.35).' },
            ko: { label: 's', about: 'ArcFace의 표처럼 특징도 정규화합니다 (m₁ = 1.35).' },
          },
        },
      },
    },
    guard: {
      text: { en: 'beyond π/m₁', ko: 'π/m₁ 이후' },
      choices: {
        psi: {
          text: {
            en: { label: 'ψ', about: 'Falls on and on: (−1)^k cos(m₁θ) − 2k.' },
            ko: { label: 'ψ', about: '계속 감소합니다: (−1)^k cos(m₁θ) − 2k.' },
          },
        },
        none: {
          target: 'cos(m1*theta)',
          text: {
            en: { label: 'raw', about: 'cos(m₁θ) as it is: rises again beyond π/m₁.' },
            ko: { label: '원식', about: 'cos(m₁θ) 그대로입니다. π/m₁ 이후 다시 커집니다.' },
          },
        },
      },
    },
    gradient,
  },
  target: 'k = floor(m1*theta/pi); (-1)^k*cos(m1*theta) - 2*k',
  scale: 'norm',
  bias: false,
} as const satisfies MarginLoss;
