import type { Option } from './loss';

/** Which derivative the backward pass takes; every loss with a margin has both in the wild. */
export const gradient: Option = {
  text: { en: 'gradient', ko: '기울기' },
  choices: {
    true: {
      text: {
        en: { label: 'true', about: 'The derivative of the formula, as one derives it on paper.' },
        ko: { label: '참', about: '수식을 그대로 미분한 값입니다.' },
      },
    },
    'straight-through': {
      straightThrough: true,
      text: {
        en: {
          label: 'straight-through',
          about: 'The loss has the margin, its gradient does not (insightface since 2022).',
        },
        ko: {
          label: 'straight-through',
          about: '손실에만 마진이 있고 기울기에는 없습니다 (insightface, 2022년 이후).',
        },
      },
    },
  },
};

const immediate: Option['choices'][string] = {
  schedule: { type: 'none' },
  text: {
    en: { label: 'none', about: 'The whole margin from the first step.' },
    ko: { label: '없음', about: '첫 스텝부터 마진 전체가 작용합니다.' },
  },
};
const warmUp: Option['choices'][string] = {
  schedule: { type: 'ramp', steps: 100 },
  text: {
    en: { label: 'warm-up, 100 steps', about: 'The margin grows from nothing to its value over 100 steps.' },
    ko: { label: '워밍업 100스텝', about: '마진이 100스텝에 걸쳐 0에서 설정값까지 커집니다.' },
  },
};

const scheduleName = { en: 'schedule', ko: '스케줄' } as const;

/** Whether the margin acts at once or grows. */
export const schedule: Option = { text: scheduleName, choices: { none: immediate, ramp: warmUp } };

/** SphereFace needs its hybrid: the margin is blended in as λ falls. */
export const annealing: Option = {
  text: scheduleName,
  choices: {
    anneal: {
      schedule: { type: 'blend', base: 100, gamma: 0.12, min: 1 },
      text: {
        en: {
          label: 'λ 100 → 1',
          about: 'The hybrid (λ cos θ + ψ)/(1 + λ), λ falling to 1: up to half of the margin.',
        },
        ko: {
          label: 'λ 100 → 1',
          about: '혼합 손실 (λ cos θ + ψ)/(1 + λ). λ가 1까지 줄어 마진의 절반까지 작용합니다.',
        },
      },
    },
    original: {
      schedule: { type: 'blend', base: 1000, gamma: 0.12, min: 5 },
      text: {
        en: { label: 'λ 1000 → 5', about: 'As the authors trained it: at most a sixth of the margin.' },
        ko: { label: 'λ 1000 → 5', about: '저자들의 원래 설정입니다. 마진의 1/6까지만 작용합니다.' },
      },
    },
    none: immediate,
    ramp: warmUp,
  },
};
