const en = {
  title: 'Feasible margins and scales',
  about:
    'Every margin and scale of a lane. The darker, the higher the least loss that evenly spread centres allow (lines, in nats); hatched where not even a sample on its own centre keeps the margin. Drag the point, or move it with the arrow keys: the sliders follow.',
  lane: 'lane',
  margin: 'margin',
  units: { rad: 'rad', cosine: 'cosine', factor: 'factor' },
  kind: 'point in a plane',
  noLane: 'No lane has a margin and a fixed scale s',
  noFloor: {
    lengths: 'no floor: lengths count',
    sphere: 'no floor is known on a sphere',
    aside: 'no floor: ψ is not largest at θ = 0',
  },
  here: (margin: string, scale: string) => `${margin}, ${scale}`,
  value: (symbol: string, value: string) => `${symbol} = ${value}`,
  feasible: 'feasible',
  infeasible: 'infeasible',
  floor: (loss: string) => `floor ${loss}`,
  ownEdge: 'dashed: with the centres as they are',
  now: (lane: string, classes: number, what: string) => `${lane}, ${classes} centres spread evenly: ${what}`,
  even: (symbol: string, ranges: string) => `With centres spread evenly ${symbol} is feasible ${ranges}`,
  own: (symbol: string, ranges: string) => `With the centres as they are ${symbol} is feasible ${ranges}`,
  range: (from: string, to: string) => `from ${from} to ${to}`,
  nowhere: 'nowhere',
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '가능한 마진과 스케일',
  about:
    '한 손실의 모든 마진과 스케일입니다. 어두울수록 고르게 퍼진 중심에서 가능한 가장 작은 손실값이 큽니다(선, nat). 빗금 친 곳에서는 자기 중심에 놓인 샘플도 마진을 만족할 수 없습니다. 점을 끌거나 화살표 키로 옮기면 슬라이더가 따라갑니다.',
  lane: '손실',
  margin: '마진',
  units: { rad: 'rad', cosine: '코사인', factor: '배수' },
  kind: '평면의 점',
  noLane: '마진과 고정된 스케일 s가 함께 있는 손실이 없습니다',
  noFloor: {
    lengths: '하한 없음: 길이가 관여함',
    sphere: '구면에서는 하한을 알 수 없음',
    aside: '하한 없음: ψ가 θ = 0에서 최대가 아님',
  },
  here: (margin, scale) => `${margin}, ${scale}`,
  value: (symbol, value) => `${symbol} = ${value}`,
  feasible: '가능',
  infeasible: '불가능',
  floor: (loss) => `하한 ${loss}`,
  ownEdge: '파선: 지금의 중심에서',
  now: (lane, classes, what) => `${lane}, 고르게 퍼진 중심 ${classes}개: ${what}`,
  even: (symbol, ranges) => `중심이 고르게 퍼져 있으면 ${symbol}의 가능한 범위는 ${ranges}`,
  own: (symbol, ranges) => `지금의 중심에서 ${symbol}의 가능한 범위는 ${ranges}`,
  range: (from, to) => `${from}에서 ${to}까지`,
  nowhere: '없음',
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type MapWords = typeof en;
