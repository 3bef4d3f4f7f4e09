import type { MarginLoss } from '../margin/loss';
import { scaleParam } from '../margin/scaleParam';

export default {
  id: 'normSoftmax',
  name: 'Norm-Softmax',
  text: {
    en: {
      about:
        'Features and weights normalised, one scale s. Still no margin: the baseline of the margin losses.',
    },
    ko: {
      about: '특징과 가중치를 정규화하고 스케일 s 하나만 씁니다. 아직 마진이 없는, 마진 손실의 기준선입니다.',
    },
  },
  source: {
    cite: 'Wang et al., NormFace: L2 Hypersphere Embedding for Face Verification',
    year: 2017,
    url: 'https://arxiv.org/abs/1704.06369',
    equation: 'ArcFace v4, Eq. 2',
  },
  params: { s: scaleParam(16) },
  options: {},
  target: 'cos(theta)',
  scale: 's',
  bias: false,
} as const satisfies MarginLoss;
