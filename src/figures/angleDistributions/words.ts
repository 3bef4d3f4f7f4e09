const en = {
  title: 'Angle distributions',
  about:
    'How far training samples are from their own centre (colour) and from the nearest other one (grey): now, and as outlines at the start and half-way. The areas are equal; a row is as high as its highest peak.',
  theta: 'θ',
  range: 'range',
  ranges: { whole: '0 … 180°', half: '0 … 90°' },
  now: (step: number) => `now: step ${step}`,
  middle: (step: number) => `step ${step}`,
  start: (step: number) => `step ${step}`,
  none: 'no samples yet',
  at: (theta: string) => `within ${theta}`,
  within: (lane: string, own: string, nearest: string) => `${lane}: own ${own}, nearest other ${nearest}`,
  own: (lane: string, start: string, middle: string, now: string) =>
    `${lane}: mean angle to the own centre ${start} at the start, ${middle} half-way, ${now} now`,
  nearest: (now: string) => `to the nearest other centre ${now}`,
  steps: (start: number, middle: number, now: number) => `Steps ${start}, ${middle} and ${now}`,
};

const ko: typeof en = {
  title: '각도 분포',
  about:
    '학습 샘플에서 자기 중심까지(색), 가장 가까운 다른 중심까지(회색)의 각도입니다. 현재를 칠하고 시작과 중간을 윤곽선으로 그립니다. 넓이는 모두 같고, 줄의 높이는 가장 높은 봉우리에 맞춥니다.',
  theta: 'θ',
  range: '범위',
  ranges: { whole: '0 … 180°', half: '0 … 90°' },
  now: (step) => `현재: ${step}스텝`,
  middle: (step) => `${step}스텝`,
  start: (step) => `${step}스텝`,
  none: '아직 샘플이 없습니다',
  at: (theta) => `${theta} 안`,
  within: (lane, own, nearest) => `${lane}: 자기 ${own}, 가까운 다른 ${nearest}`,
  own: (lane, start, middle, now) =>
    `${lane}: 자기 중심까지의 평균 각도는 시작 ${start}, 중간 ${middle}, 현재 ${now}`,
  nearest: (now) => `가장 가까운 다른 중심까지는 ${now}`,
  steps: (start, middle, now) => `${start}, ${middle}, ${now}스텝`,
};

export const words = { en, ko };
export type DistributionWords = typeof en;
