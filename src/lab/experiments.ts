import type { Translated } from '../i18n/language';
import { readAddress } from './address';
import { appearanceOf, type Settings } from './settings';

/** A set-up worth seeing: a link with a name, and what to watch. What comes of it is read off the run. */
export interface Experiment {
  readonly id: string;
  readonly text: Translated<{ readonly name: string; readonly about: string }>;
  /** As behind the `#` of a link. */
  readonly address: string;
}

export const EXPERIMENTS: readonly Experiment[] = [
  {
    id: 'trap',
    // Of sixteen seeds, one on which the raw formula fails entirely and the guarded one does not (RESULTS.md).
    address: 'lanes=arcFace,guard:none~arcFace~softmax&data=identities&seed=8&centres=random',
    text: {
      en: {
        name: 'The paper’s raw formula: the antipodal trap',
        about:
          'ArcFace without and with a guard beyond π − m, from the same random centres. cos(θ + m) rises again there, so a sample opposite its own centre is rewarded. Watch loss and accuracy of the first lane together. On most seeds both learn; this seed was chosen because the raw formula does not.',
      },
      ko: {
        name: '논문의 식 그대로: 반대편의 함정',
        about:
          'π − m 이후의 보호 장치가 없는 ArcFace와 있는 ArcFace를 같은 무작위 중심에서 시작합니다. cos(θ + m)은 그 뒤에서 다시 커지므로 자기 중심의 반대편에 놓인 샘플이 보상을 받습니다. 첫 손실의 손실값과 정확도를 함께 보십시오. 대부분의 시드에서는 둘 다 학습됩니다. 이 시드는 식 그대로일 때 실패하는 것을 고른 것입니다.',
      },
    },
  },
  {
    id: 'infeasible',
    address: 'lanes=cosFace,m3:0.35,s:30~cosFace,m3:0.25,s:30~cosFace,m3:0.1,s:30&data=digits',
    text: {
      en: {
        name: 'CosFace’s famous 0.35, on a circle of eight',
        about:
          'Eight classes on a circle are 45° apart, and 1 − cos 45° = 0.29: a larger margin in the cosine cannot be met even by a sample on its centre. Compare the hatched bands, the loss and the accuracy.',
      },
      ko: {
        name: 'CosFace의 유명한 0.35, 여덟 클래스의 원에서',
        about:
          '원 위의 여덟 클래스는 45°씩 떨어져 있고 1 − cos 45° = 0.29입니다. 코사인에서 그보다 큰 마진은 중심에 놓인 샘플도 만족할 수 없습니다. 빗금 친 띠와 손실값과 정확도를 비교해 보십시오.',
      },
    },
  },
  {
    id: 'scale',
    address: 'lanes=normSoftmax,s:16~normSoftmax,s:64~arcFace,s:16~arcFace,s:64&data=digits',
    text: {
      en: {
        name: 'Is it the margin or the scale?',
        about:
          'Two scales, each without and with a margin, from one start. With “Link sliders” one s moves all four.',
      },
      ko: {
        name: '마진 덕분인가, 스케일 덕분인가?',
        about:
          '두 스케일을 마진 없이, 또 마진과 함께 같은 출발점에서 학습합니다. “슬라이더 연결”을 켜면 s 하나로 넷을 모두 움직입니다.',
      },
    },
  },
  {
    id: 'lengths',
    address: 'lanes=softmax~normSoftmax~sphereFace&data=digits&view=raw',
    text: {
      en: {
        name: 'What lengths are for',
        about:
          'The plane of the features as they are. Plain softmax can lower its loss by making features longer; Norm-Softmax takes their length away; SphereFace keeps it as its scale.',
      },
      ko: {
        name: '길이는 무엇에 쓰이는가',
        about:
          '특징을 있는 그대로의 평면에서 봅니다. softmax는 특징을 길게 만들어 손실값을 낮출 수 있습니다. Norm-Softmax는 길이를 없애고, SphereFace는 길이를 스케일로 남겨 둡니다.',
      },
    },
  },
];

/** The page as an experiment sets it; how a person reads the page stays. */
export function conduct({ address }: Experiment, settings: Settings): Settings {
  return { ...readAddress(`#${address}`).settings, ...appearanceOf(settings) };
}

/** What makes a run this experiment; sliders may be moved in it. */
const essence = ({ dataset, data, dim, seed, centres, embedding, lanes }: Settings): string =>
  JSON.stringify([
    { dataset, data, dim, seed, centres, embedding },
    lanes.map(({ loss, options }) => [loss, options]),
  ]);

/** The experiment that the page is set to, if it is. */
export const experimentOf = (settings: Settings): Experiment | null =>
  EXPERIMENTS.find((experiment) => essence(conduct(experiment, settings)) === essence(settings)) ?? null;
