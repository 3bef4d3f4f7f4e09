import type { Choice } from './loss';

/**
 * What becomes of a margin past the angle where its cosine turns upwards again: who does what is listed in the
 * reference's README, section 3. Each choice brings its own target; these are the words.
 */
export const guardName = { en: 'beyond π − m', ko: 'π − m 이후' } as const;

export const guardText = {
  linear: {
    en: {
      label: 'linear',
      about:
        'cos θ − m sin m beyond π − m: falls on, with a jump there (CurricularFace, PyTorch Metric Learning).',
    },
    ko: {
      label: '선형',
      about: 'π − m 이후 cos θ − m sin m. 계속 감소하지만 그 점에서 값이 뛰어내립니다 (CurricularFace, PML).',
    },
  },
  none: {
    en: { label: 'none', about: 'The paper’s formula as it is: rises again beyond π − m.' },
    ko: { label: '없음', about: '논문의 식 그대로입니다. π − m 이후 다시 커집니다.' },
  },
  easy: {
    en: { label: 'easy', about: 'The margin only where θ < 90° (easy_margin): jumps up at 90°.' },
    ko: { label: 'easy', about: 'θ < 90°일 때만 마진을 씁니다 (easy_margin). 90°에서 값이 뛰어오릅니다.' },
  },
  clip: {
    en: { label: 'clip', about: 'cos(min(θ + m, π)): flat beyond π − m, no gradient there (AdaFace).' },
    ko: { label: 'clip', about: 'cos(min(θ + m, π)). π − m 이후 평평하여 기울기가 없습니다 (AdaFace).' },
  },
  psi: {
    en: { label: 'ψ', about: 'Falls on without a jump, by SphereFace’s rule.' },
    ko: { label: 'ψ', about: 'SphereFace의 규칙대로 끊김 없이 감소합니다.' },
  },
} as const satisfies Readonly<Record<string, Choice['text']>>;
