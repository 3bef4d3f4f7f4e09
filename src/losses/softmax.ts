import type { MarginLoss } from '../margin/loss';

export default {
  id: 'softmax',
  name: 'Softmax',
  text: {
    en: { about: 'The plain classifier: nothing normalised, lengths and biases count. No margin.' },
    ko: {
      about: '기본 분류기입니다. 아무것도 정규화하지 않아 길이와 편향이 결과에 관여합니다. 마진이 없습니다.',
    },
  },
  source: {
    cite: 'Deng et al., ArcFace v4, Eq. 1',
    year: 2022,
    url: 'https://arxiv.org/abs/1801.07698v4',
    equation: 'L1',
  },
  params: {},
  options: {
    bias: {
      text: { en: 'bias', ko: '편향' },
      choices: {
        with: {
          text: {
            en: { label: 'with', about: 'Each class has a bias b_j.' },
            ko: { label: '있음', about: '클래스마다 편향 b_j가 있습니다.' },
          },
        },
        without: {
          bias: false,
          text: {
            en: { label: 'without', about: 'No biases: only directions and lengths.' },
            ko: { label: '없음', about: '편향 없이 방향과 길이만 씁니다.' },
          },
        },
      },
    },
  },
  target: 'cos(theta)',
  scale: 'norm*wnorm',
  bias: true,
} as const satisfies MarginLoss;
