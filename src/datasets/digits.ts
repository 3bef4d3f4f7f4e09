import type { Dataset } from '../data/dataset';
import { holdOut } from '../data/heldOut';
import { inTurn, type Place } from '../data/inTurn';
import { readPictures } from '../data/pictures';
import { repair } from '../data/values';

/** About the mean ink of a pixel, taken away so that inputs are centred. */
const MEAN_INK = 0.13;

const params = {
  classes: {
    type: 'subset',
    label: { en: 'digits', ko: '숫자' },
    of: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    value: [0, 1, 2, 3, 4, 5, 6, 7],
    min: 2,
  },
  perClass: {
    type: 'number',
    label: { en: 'training images per class', ko: '클래스당 학습 이미지 수' },
    value: 400,
    min: 50,
    max: 800,
    step: 50,
  },
  testPerClass: {
    type: 'number',
    label: { en: 'test images per class', ko: '클래스당 테스트 이미지 수' },
    value: 100,
    min: 20,
    max: 180,
    step: 20,
  },
} as const satisfies Dataset['params'];

/**
 * MNIST's handwritten digits (LeCun and Cortes), 14 × 14 pixels; public/digits-LICENCE.txt says what they are.
 * Takes the first images of each class and split, so `random` is not used. Classes stay equally frequent: where one has
 * fewer images than asked for (training: 683 fives, 764 eights, 798 nines), every class gives only as many. Digits that
 * are not chosen are held out: of each the first test images.
 */
export default {
  id: 'digits',
  text: {
    en: {
      name: 'MNIST digits',
      about: 'Real images, 14 × 14 pixels. Eight classes fit around a circle; all ten are crowded there.',
    },
    ko: {
      name: 'MNIST 숫자',
      about: '14×14 픽셀로 줄인 실제 이미지입니다. 원 위에 클래스 8개는 잘 들어가지만 10개는 비좁습니다.',
    },
  },
  params,
  training: { hidden: [128, 64], activation: 'relu', learningRate: 3e-3, batchSize: 128, steps: 800 },
  classCount: (given) => repair(params, given).values.classes.length,
  async sample(given, _random, load) {
    const { classes, perClass, testPerClass } = repair(params, given).values;
    const pictures = await readPictures(load, 'digits.bin');
    const { train, test } = pictures.counts;
    const others = params.classes.of.map((_, digit) => digit).filter((digit) => !classes.includes(digit));
    const available = (asked: number, counts: readonly number[], of = classes): number =>
      Math.min(asked, ...of.map((digit) => counts[digit] ?? 0));
    const names = (digits: readonly number[]): string[] =>
      digits.map((digit) => params.classes.of[digit] ?? '');
    const write =
      (digits: readonly number[]) =>
      (into: Float32Array, place: Place): void => {
        pictures.write(into, { ...place, label: digits[place.label] ?? 0 });
        for (let k = 0; k < into.length; k++) into[k] = (into[k] ?? 0) - MEAN_INK;
      };
    const shape = [pictures.side, pictures.side];
    const plan = {
      classes: names(classes),
      shape,
      train: available(perClass, train),
      test: available(testPerClass, test),
    };
    return {
      ...inTurn(plan, write(classes)),
      heldOut: holdOut(
        names(others),
        available(Number.POSITIVE_INFINITY, test, others),
        shape,
        write(others),
      ),
    };
  },
} as const satisfies Dataset;
