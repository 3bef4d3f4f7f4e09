import type { LaneWords } from './laneEn';

export const laneKo: LaneWords = {
  health: {
    merged: (a, b, degrees) =>
      `클래스 ${a}와(과) ${b}이(가) 합쳐졌습니다. 두 평균이 ${degrees} 떨어져 있습니다. 원 위에서는 다시 갈라질 수 없습니다.`,
    opposite: (share) =>
      `표본의 ${share}가 자기 중심의 반대편에 있습니다. 거기서는 손실이 낮아도 틀린 답일 수 있습니다.`,
    lost: (now, best) => `정확도가 ${best}에서 ${now}로 떨어졌습니다.`,
    held: (step, from) =>
      `${step}스텝에서 손실이 수가 아니게 되었습니다. 이 손실은 ${from}스텝의 신경망으로 멈춰 있고 나머지는 계속합니다. 학습률이나 스케일을 줄이면 대개 나아집니다.`,
    wentBack: (step, from) => `${step}스텝에서 ${from}스텝의 신경망으로 돌아갔습니다.`,
    goBack: (step) => `${step}스텝부터 계속`,
    goBackOf: (lane, step) => `${lane}: ${step}스텝부터 계속`,
  },
  laneTools: {
    left: (lane) => `${lane} 왼쪽으로 옮기기`,
    right: (lane) => `${lane} 오른쪽으로 옮기기`,
    reset: (lane) => `${lane} 기본값으로`,
    enlarge: (lane) => `${lane} 크게 보기`,
    shrink: (lane) => `${lane}에서 모든 손실 보기로`,
    remove: (lane) => `${lane} 빼기`,
  },
  lanes: '나란히 놓은 손실들',
  chooseLoss: (lane) => `${lane}: 다른 손실 고르기`,
  options: '옵션',
  optionsOf: (lane) => `${lane} 옵션`,
  optionOf: (lane, option) => `${lane} ${option}`,
  own: {
    formulaOf: (lane) => `${lane} 수식`,
    examples: '예시',
    examplesOf: (lane) => `${lane} 예시`,
    help: 'theta(라디안)에 대한 ψ(θ). 다른 이름은 슬라이더가 됩니다. + − * / ^ ( ), cos, sin, tan, acos, exp, log, sqrt, abs, sign, floor, min, max, a < b ? c : d.',
    wrong: (place, what) => `${place}번째 글자: ${what}.`,
    stays: '마지막으로 읽힌 수식이 계속 작동합니다.',
    problems: {
      wanted: {
        operand: '수, 이름 또는 “(”',
        operator: '+나 * 같은 연산 기호',
        ')': '“)”',
        ':': '“:”',
        ';': '“;”',
      },
      expected: (wanted, found) =>
        found === ''
          ? `수식이 끝났습니다. 여기에 올 것: ${wanted}`
          : `“${found}” 대신 여기에 올 것: ${wanted}`,
      unknownCharacter: (found) => `“${found}”: 여기서는 뜻이 없는 글자입니다`,
      unknownFunction: (found) => `“${found}”: 없는 함수입니다`,
      argumentCount: (found, wanted) => `“${found}”: 인자가 ${wanted}개여야 합니다`,
      tooLong: '수식이 너무 깁니다',
      typedTooLong: (most) => `수식은 ${most}글자까지입니다`,
      tooManyNames: (most, found) => `“${found}”: 이름이 너무 많습니다. 슬라이더는 ${most}개까지입니다`,
      reservedName: (found) => `“${found}”: 슬라이더 이름으로 쓸 수 없습니다`,
    },
  },
  margin: '마진',
  scale: '스케일',
  parameter: (lane, role, symbol) => `${lane} ${role} ${symbol}`,
  noMargin: '마진 없음',
  radius: '길이 r',
  radiusOf: (lane) => `${lane} 특징 길이 r`,
  radiusAbout: '정규화하지 않으면 경계가 특징의 길이에 따라 달라집니다. 이 r에서 그린 것입니다.',
  median: '‖x‖의 중앙값',
  units: { rad: 'rad', cosine: '', factor: '×', '': '' },
  picture: (lane) => `${lane} 원, 화살표 키로 표본을 고릅니다`,
  rawPicture: (lane) => `${lane} 원래 특징, 화살표 키로 표본을 고릅니다`,
  pickedRaw: (sample, cls, length) => `표본 ${sample}, 클래스 ${cls}, ‖x‖ ${length}`,
  noSamplesYet: '아직 표본이 없습니다',
  samplesShown: (count, step) => `학습 표본 ${count}개, ${step}스텝`,
  arcsShown: (degrees) => `만족 호의 평균 너비 ${degrees}`,
  infeasibleShown: (count, classes) => `${classes}개 클래스 중 ${count}개에서 마진이 불가능함`,
  pickedShown: (sample, cls, degrees) => `표본 ${sample}, 클래스 ${cls}, θ ${degrees}`,
  card: {
    title: '고른 샘플',
    of: (lane) => `${lane}: 고른 샘플`,
    sample: (sample, cls) => `샘플 ${sample}, 클래스 ${cls}`,
    about: (step) =>
      `${step}스텝. 모든 수는 앞에 적힌 수로 계산한 것이어서 손으로 확인할 수 있습니다. 각도는 라디안입니다.`,
    picture: '신경망이 보는 샘플',
    close: '내려놓기',
    cls: '클래스',
    logit: '로짓',
    logitAbout: '스케일 · cos θ + 편향. 화살표 뒤는 마진을 넣은 값이며 자기 클래스에만 있습니다',
    withMargin: '마진을 넣은 값',
    probabilityAbout: '마진을 넣은 로짓의 softmax',
    loss: '손실 = ln Σ e^로짓 − 자기 로짓',
    push: '미는 힘 −∂L/∂x',
  },
  readings: {
    accuracy: '정확도',
    loss: '손실',
    intra: '클래스 내 θ',
    nearest: '가까운 중심 θ',
    gap: '클래스 간격',
  },
  readingsShort: {
    accuracy: '정확도',
    loss: '손실',
    intra: '내부 θ',
    nearest: '이웃 θ',
    gap: '클래스 간격',
  },
  reading: (lane, reading) => `${lane} ${reading}`,
  readingsAbout: {
    accuracy: '마진 없이 학습 표본 전체에서 잰 값과, 그 옆에 시험 표본에서 잰 값입니다.',
    loss: '현재 작용하는 마진을 포함한, 학습 표본 전체의 평균 손실입니다 (nat).',
    intra: '학습 표본과 자기 클래스 평균 사이의 평균 각도입니다.',
    nearest: '클래스 평균에서 가장 가까운 다른 클래스 평균까지의 평균 각도입니다.',
    gap: '이웃한 두 클래스를 각각 90 % 분위에서 잘랐을 때 남는 각도입니다. 평균과 최솟값을 보입니다.',
  },
  test: (value) => `시험 ${value}`,
  least: (value) => `최소 ${value}`,
  infeasible: {
    title: '불가능한 마진',
    largest: (symbol, even, now) =>
      `${symbol}의 최댓값은 고르게 놓인 중심에서 ${even}, 지금 중심에서 ${now}입니다.`,
    plain: (psi, even, now) =>
      `자기 중심에 놓인 샘플의 ψ(0) = ${psi}이(가) cos δ보다 작습니다. 고르게 놓인 중심에서는 ${even}, 지금 중심에서는 ${now}입니다.`,
    none: (symbol) => `다른 마진이 이대로라면 가능한 ${symbol} 값이 없습니다.`,
  },
  scheduleNow: {
    blend: (lambda, share) => `현재 λ = ${lambda}: 마진의 ${share}가 작용`,
    ramp: (share) => `워밍업: 마진의 ${share}가 작용`,
  },
  findings: {
    notFinite: (at) => `θ = ${at}에서 ψ가 수가 아닙니다.`,
    rises: (from, to) =>
      `ψ가 ${from}부터 ${to}까지 커집니다. 거기서는 손실이 표본을 자기 중심에서 밀어냅니다.`,
    jumps: (at, left, right) => `ψ가 ${at}에서 ${left}에서 ${right}로 뜁니다.`,
    easier: (from, to) =>
      `${from}부터 ${to}까지 ψ > cos θ입니다. 거기서는 마진이 문제를 오히려 쉽게 만듭니다.`,
  },
  nowhere: (classes) => `이 길이에서는 어디서도 이기지 못하는 클래스: ${classes}.`,
};
