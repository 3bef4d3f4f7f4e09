/** The statistics of a split or of both, as they are called in the table. */
export const STATISTICS = ['wec', 'wInter', 'intraTrain', 'intraTest', 'interTrain', 'interTest'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** A column of the table, degrees as printed. Triplet has no W. */
export interface PaperColumn {
  readonly method: string;
  /** What stands for it in the picture. */
  readonly sign: string;
  readonly degrees: Readonly<Record<Statistic, number | null>>;
}

type Row = readonly [number | null, number | null, number, number, number, number];
const column = (method: string, sign: string, row: Row): PaperColumn => {
  const [wec, wInter, intraTrain, intraTest, interTrain, interTest] = row;
  return { method, sign, degrees: { wec, wInter, intraTrain, intraTest, interTrain, interTest } };
};

/**
 * ArcFace v3 (CVPR 2019), Table 3; v4 has it no more. Faces in many dimensions: 1 is the training set, 2 is LFW, whose
 * people are others than those trained on.
 */
export const TABLE_3: readonly PaperColumn[] = [
  column('Norm-Softmax', 'NS', [44.26, 69.66, 50.5, 33.97, 59.23, 65.6]),
  column('ArcFace', 'AF', [14.29, 71.61, 38.45, 28.05, 65.83, 66.55]),
  column('Intra-L', 'Ia', [8.83, 31.34, 17.5, 12.94, 24.07, 26.28]),
  column('Inter-L', 'Ie', [46.85, 75.66, 52.74, 35.38, 62.4, 67.9]),
  column('Triplet', 'Tr', [null, null, 41.19, 27.42, 50.23, 55.94]),
];
