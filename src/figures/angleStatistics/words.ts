const en = {
  title: 'Angle statistics',
  about:
    'How far centres W are from the means of their classes, how far they are apart, and the same of samples and means: each lane now, above the line. Below it, grey: the paper’s own numbers. They are of other data, faces in many dimensions, and its second split shows people that were not trained on.',
  names: {
    wec: 'W-EC',
    wInter: 'W-Inter',
    intraTrain: 'Intra, training',
    intraTest: 'Intra, test',
    interTrain: 'Inter, training',
    interTest: 'Inter, test',
  },
  abouts: {
    wec: 'W to the mean of its class',
    wInter: 'W to the nearest other W',
    intraTrain: 'sample to the mean of its class',
    intraTest: 'the same; grey: LFW',
    interTrain: 'mean to the nearest other mean',
    interTest: 'the same; grey: LFW',
  },
  none: 'no samples yet',
  paper: 'Grey: ArcFace v3 (CVPR 2019), Table 3, other data',
  lane: (lane: string, numbers: string) => `${lane}: ${numbers}`,
  number: (statistic: string, angle: string) => `${statistic} ${angle}`,
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '각도 통계',
  about:
    '중심 W가 자기 클래스의 평균에서 얼마나 떨어져 있는지, 서로 얼마나 떨어져 있는지, 또 샘플과 평균은 어떤지를 보여 줍니다. 선 위는 지금의 각 손실이고, 선 아래 회색은 논문의 값입니다. 논문의 값은 다른 데이터(고차원의 얼굴)의 것이며, 두 번째 분할은 학습하지 않은 사람들입니다.',
  names: {
    wec: 'W-EC',
    wInter: 'W-Inter',
    intraTrain: 'Intra, 학습',
    intraTest: 'Intra, 테스트',
    interTrain: 'Inter, 학습',
    interTest: 'Inter, 테스트',
  },
  abouts: {
    wec: 'W와 자기 클래스 평균 사이',
    wInter: 'W와 가장 가까운 다른 W 사이',
    intraTrain: '샘플과 자기 클래스 평균 사이',
    intraTest: '같은 값, 회색은 LFW',
    interTrain: '평균과 가장 가까운 다른 평균 사이',
    interTest: '같은 값, 회색은 LFW',
  },
  none: '아직 샘플이 없습니다',
  paper: '회색: ArcFace v3 (CVPR 2019), Table 3, 다른 데이터',
  lane: (lane, numbers) => `${lane}: ${numbers}`,
  number: (statistic, angle) => `${statistic} ${angle}`,
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type StatisticsWords = typeof en;
