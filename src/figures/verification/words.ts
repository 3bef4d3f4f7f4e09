const en = {
  title: 'Open-set verification',
  about:
    'Are two samples of the same class? All pairs, by the angle between their embeddings: of classes that were never trained, or of the test split of those that were. A pair is accepted where the angle is at most θ: move it. Strongly filled are the mistakes, false accepts (FAR) and false rejects (FRR); the curves show TAR = 1 − FRR for every θ. Lanes of the same accuracy can differ here.',
  theta: 'θ, angle of a pair',
  whose: 'pairs of',
  pairsOf: { heldOut: 'classes never trained', test: 'trained classes, test split' },
  paired: {
    heldOut: (classes: string, samples: number) => `classes never trained: ${classes} (${samples} samples)`,
    test: (classes: string, samples: number) => `test split of ${classes} (${samples} samples)`,
  },
  same: (pairs: number) => `${pairs} pairs of one class`,
  different: (pairs: number) => `${pairs} pairs of two classes`,
  at: (theta: string) => `θ = ${theta}`,
  far: (share: string) => `FAR ${share}`,
  frr: (share: string) => `FRR ${share}`,
  /** Titles of the table's columns, in lines. */
  columns: [['test', 'accuracy'], ['EER'], ['TAR at', 'FAR 1 %'], ['TAR at', 'FAR 10 %']],
  none: 'no samples yet',
  allTrained: 'Fewer than two classes are left out of training: choose fewer, or the pairs of the test split',
  rates: (lane: string, far: string, frr: string) => `${lane} FAR ${far}, FRR ${frr}`,
  lane: (lane: string, accuracy: string, eer: string, tar1: string, tar10: string) =>
    `${lane}: test accuracy ${accuracy} on the trained classes; these pairs have EER ${eer}, TAR ${tar1} at FAR 1 %, ${tar10} at FAR 10 %`,
  step: (step: number) => `Step ${step}`,
};

const ko: typeof en = {
  title: '오픈셋 검증',
  about:
    '두 샘플은 같은 클래스입니까? 학습하지 않은 클래스, 또는 학습한 클래스의 테스트 샘플로 만든 모든 쌍을 임베딩 사이의 각도로 나타냅니다. 각도가 θ 이하인 쌍을 받아들입니다. θ를 움직여 보십시오. 진하게 칠한 부분은 오류로, 잘못 받아들인 비율이 FAR, 잘못 거절한 비율이 FRR입니다. 곡선은 모든 θ에서 TAR = 1 − FRR을 보여 줍니다. 정확도가 같은 레인도 여기서는 다를 수 있습니다.',
  theta: 'θ, 쌍의 각도',
  whose: '쌍의 출처',
  pairsOf: { heldOut: '학습하지 않은 클래스', test: '학습한 클래스의 테스트 샘플' },
  paired: {
    heldOut: (classes, samples) => `학습하지 않은 클래스: ${classes} (샘플 ${samples}개)`,
    test: (classes, samples) => `${classes}의 테스트 샘플 (${samples}개)`,
  },
  same: (pairs) => `같은 클래스 ${pairs}쌍`,
  different: (pairs) => `다른 클래스 ${pairs}쌍`,
  at: (theta) => `θ = ${theta}`,
  far: (share) => `FAR ${share}`,
  frr: (share) => `FRR ${share}`,
  columns: [['테스트', '정확도'], ['EER'], ['FAR 1 %', '일 때 TAR'], ['FAR 10 %', '일 때 TAR']],
  none: '아직 샘플이 없습니다',
  allTrained: '학습에서 제외된 클래스가 두 개보다 적습니다. 클래스를 줄이거나 테스트 샘플의 쌍을 고르십시오',
  rates: (lane, far, frr) => `${lane} FAR ${far}, FRR ${frr}`,
  lane: (lane, accuracy, eer, tar1, tar10) =>
    `${lane}: 학습한 클래스의 테스트 정확도 ${accuracy}, 이 쌍들의 EER ${eer}, FAR 1 %일 때 TAR ${tar1}, 10 %일 때 ${tar10}`,
  step: (step) => `${step}스텝`,
};

export const words = { en, ko };
export type VerificationWords = typeof en;
