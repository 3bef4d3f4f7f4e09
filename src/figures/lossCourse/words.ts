const en = {
  title: 'Loss and accuracy over steps',
  about:
    'Above the loss with its margin, on a log scale; dashed the least that it can be while centres are spread evenly, with the margins as they are now. Below the accuracy without margin; thin: of the test split. Dotted lines: a margin, an option or the loss was changed.',
  axis: 'steps',
  axes: { linear: 'steps, even', log: 'steps, log' },
  step: 'step',
  loss: 'loss, nats',
  accuracy: 'accuracy',
  noFloor: {
    lengths: (lanes: string) => `No floor, lengths count: ${lanes}`,
    sphere: (lanes: string) => `No floor known on a sphere: ${lanes}`,
    aside: (lanes: string) => `No floor, ψ is not largest at θ = 0: ${lanes}`,
  },
  none: 'no samples yet',
  otherLoss: 'loss or option',
  at: (step: number) => `step ${step}`,
  reading: (lane: string, loss: string, accuracy: string) => `${lane} ${loss}; ${accuracy}`,
  now: (lane: string, loss: string, accuracy: string, test: string) =>
    `${lane}: loss ${loss}, accuracy ${accuracy}, of the test split ${test}`,
  floor: (loss: string) => `floor ${loss}`,
  floorOf: (lane: string, loss: string) => `${lane}: floor ${loss}`,
  fell: (from: string, step: number) => `loss ${from} at step ${step}`,
  changes: (count: number) => `${count} changes, the newest`,
  changed: (what: string, step: number) => `${what} at step ${step}`,
  lookedAt: (step: number) => `shown: step ${step}`,
  lastStep: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '스텝에 따른 손실값과 정확도',
  about:
    '위는 마진을 포함한 손실값(로그 눈금)입니다. 파선은 중심이 고르게 퍼져 있을 때 지금의 마진으로 가능한 가장 작은 값입니다. 아래는 마진을 뺀 정확도이며 가는 선은 테스트 샘플입니다. 점선은 마진, 옵션, 손실 중 하나를 바꾼 곳입니다.',
  axis: '스텝',
  axes: { linear: '스텝, 균등 눈금', log: '스텝, 로그 눈금' },
  step: '스텝',
  loss: '손실값, nat',
  accuracy: '정확도',
  noFloor: {
    lengths: (lanes) => `길이가 관여하여 하한 없음: ${lanes}`,
    sphere: (lanes) => `구면에서는 하한을 알 수 없음: ${lanes}`,
    aside: (lanes) => `ψ가 θ = 0에서 최대가 아니어서 하한 없음: ${lanes}`,
  },
  none: '아직 샘플이 없습니다',
  otherLoss: '손실 또는 옵션',
  at: (step) => `${step}스텝`,
  reading: (lane, loss, accuracy) => `${lane} ${loss}; ${accuracy}`,
  now: (lane, loss, accuracy, test) => `${lane}: 손실값 ${loss}, 정확도 ${accuracy}, 테스트 샘플 ${test}`,
  floor: (loss) => `하한 ${loss}`,
  floorOf: (lane, loss) => `${lane}: 하한 ${loss}`,
  fell: (from, step) => `${step}스텝에서 손실값 ${from}`,
  changes: (count) => `변경 ${count}회 중 최근의 것`,
  changed: (what, step) => `${step}스텝에서 ${what}`,
  lookedAt: (step) => `지금 보는 ${step}스텝`,
  lastStep: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type CourseWords = typeof en;
