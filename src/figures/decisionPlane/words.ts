const en = {
  title: 'Decision margin of two classes',
  about:
    'Of a direction with angles θ₁ and θ₂ to two centres: coloured where one class is right by its margin, hatched where neither is. What is faded does not occur for centres as far apart as these.',
  first: 'class 1',
  second: 'class 2',
  offer: (cls: string) => `class ${cls}`,
  /** θ₁ and θ₂ with the class that they are measured to. */
  theta: (index: string, cls: string) => `θ${index} to ${cls}`,
  classes: (first: string, second: string) => `Class ${first} against class ${second}`,
  apart: (lane: string, delta: string) => `${lane}: centres ${delta} apart`,
  between: (gap: string) => `${gap} free between their satisfied arcs`,
  overlap: (gap: string) => `their satisfied arcs overlap by ${gap}`,
  length: (r: string) => `its border is drawn for features of length ${r}`,
  infeasible: 'the margin is infeasible at this distance',
  satisfied: (cls: string, share: string) => `${share} of the samples of ${cls} are satisfied`,
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '두 클래스의 결정 마진',
  about:
    '두 중심까지의 각도가 θ₁, θ₂인 방향입니다. 한 클래스가 마진까지 채우면 색을 칠하고, 어느 쪽도 못 채우면 빗금을 칩니다. 흐린 곳은 지금의 중심 거리에서는 나타날 수 없습니다.',
  first: '클래스 1',
  second: '클래스 2',
  offer: (cls) => `클래스 ${cls}`,
  theta: (index, cls) => `${cls}까지의 θ${index}`,
  classes: (first, second) => `클래스 ${first}와(과) 클래스 ${second}`,
  apart: (lane, delta) => `${lane}: 두 중심의 거리 ${delta}`,
  between: (gap) => `두 만족 호 사이의 빈 각도 ${gap}`,
  overlap: (gap) => `두 만족 호가 ${gap} 겹칩니다`,
  length: (r) => `경계는 길이 ${r}인 특징에서 그린 것입니다`,
  infeasible: '이 거리에서는 마진이 불가능합니다',
  satisfied: (cls, share) => `${cls} 샘플의 ${share}가 마진을 채웁니다`,
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type PlaneWords = typeof en;
