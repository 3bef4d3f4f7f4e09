const en = {
  title: 'Class gap against centre distance',
  about:
    'Lines: the free angle γ that the formula leaves between the satisfied arcs of two centres δ apart; dotted where the margin is infeasible. Marks: the gaps measured between neighbouring classes of this run.',
  delta: 'δ, angle between the centres',
  gap: 'γ, free angle',
  toCome: 'thin: when the schedule has ended',
  at: (delta: string) => `δ = ${delta}`,
  infeasible: 'infeasible',
  line: (lane: string, at45: string, at90: string, at120: string) =>
    `${lane}: free angle ${at45} at δ 45°, ${at90} at 90°, ${at120} at 120°`,
  below: (delta: string) => `infeasible below ${delta}`,
  pairs: (count: number, mean: string, least: string, most: string) =>
    `measured between ${count} pairs of neighbours: ${mean} on average, from ${least} to ${most}`,
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '중심 거리에 따른 클래스 간격',
  about:
    '선은 거리 δ인 두 중심의 만족 호 사이에 수식이 남기는 빈 각도 γ입니다. 마진이 불가능한 곳은 점선입니다. 표식은 지금 학습에서 이웃한 클래스 사이를 잰 간격입니다.',
  delta: 'δ, 두 중심 사이의 각도',
  gap: 'γ, 빈 각도',
  toCome: '가는 선: 스케줄이 끝났을 때',
  at: (delta) => `δ = ${delta}`,
  infeasible: '불가능',
  line: (lane, at45, at90, at120) =>
    `${lane}: 빈 각도가 δ 45°에서 ${at45}, 90°에서 ${at90}, 120°에서 ${at120}`,
  below: (delta) => `${delta} 아래에서는 불가능`,
  pairs: (count, mean, least, most) =>
    `이웃한 ${count}쌍에서 잰 값은 평균 ${mean}, 최소 ${least}, 최대 ${most}`,
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type GapWords = typeof en;
