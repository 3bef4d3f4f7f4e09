const en = {
  title: 'Target logit',
  about:
    'What the loss sees of the own class instead of cos θ, before scaling by s. Beneath: how far the training samples are from their own centre.',
  curve: 'curve',
  curves: { psi: 'ψ(θ)', slope: 'slope dψ/dθ' },
  range: 'range',
  ranges: { whole: '0 … 180°', paper: '20 … 100° (paper)' },
  own: 'θ to the own centre',
  rises: (share: string) => `ψ rises: ${share}`,
  toCome: 'thin: when the schedule has ended',
  equals: (lane: string, curve: string) => `${lane} = ${curve}`,
  at: (theta: string) => `θ = ${theta}`,
  over: (what: string, from: string, to: string) => `${what} for θ from ${from} to ${to}`,
  plain: (lane: string, curve: string) =>
    `${lane}: ${curve} itself, without the scale, the lengths and the biases of its logit`,
  ends: (lane: string, from: string, middle: string, to: string) =>
    `${lane}: ${from} at 0°, ${middle} at 90°, ${to} at 180°`,
  jumps: (at: string, left: string, right: string) => `ψ jumps at ${at} from ${left} to ${right}`,
  risesFrom: (from: string, to: string) => `ψ rises from ${from} to ${to}`,
  inside: (share: string) => `${share} of its training samples are there`,
  median: (theta: string) => `half of its training samples are within ${theta} of their own centre`,
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '타깃 로짓',
  about:
    '손실이 자기 클래스에서 cos θ 대신 보는 값입니다 (s를 곱하기 전). 아래는 학습 샘플이 자기 중심에서 떨어진 각도의 분포입니다.',
  curve: '곡선',
  curves: { psi: 'ψ(θ)', slope: '기울기 dψ/dθ' },
  range: '범위',
  ranges: { whole: '0 … 180°', paper: '20 … 100° (논문)' },
  own: '자기 중심까지의 θ',
  rises: (share) => `ψ 증가 구간: ${share}`,
  toCome: '가는 선: 스케줄이 끝났을 때',
  equals: (lane, curve) => `${lane} = ${curve}`,
  at: (theta) => `θ = ${theta}`,
  over: (what, from, to) => `θ가 ${from}부터 ${to}까지일 때의 ${what}`,
  plain: (lane, curve) => `${lane}: ${curve} 그대로이며 로짓의 스케일, 길이, 편향은 뺐습니다`,
  ends: (lane, from, middle, to) => `${lane}: 0°에서 ${from}, 90°에서 ${middle}, 180°에서 ${to}`,
  jumps: (at, left, right) => `ψ가 ${at}에서 ${left}에서 ${right}로 뜁니다`,
  risesFrom: (from, to) => `ψ가 ${from}부터 ${to}까지 커집니다`,
  inside: (share) => `학습 샘플의 ${share}가 거기에 있습니다`,
  median: (theta) => `학습 샘플의 절반이 자기 중심에서 ${theta} 안에 있습니다`,
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type LogitWords = typeof en;
