import { DEGREE } from '../../math/angle';
import type { FigureInput, FigureLane } from '../figure';
import { STATISTICS, type Statistic, TABLE_3 } from './paper';

export interface StatisticsLane {
  readonly name: string;
  readonly colour: number;
  /** Radians; null where there is nothing to measure. */
  readonly angles: Readonly<Record<Statistic, number | null>>;
}

export interface StatisticsScene {
  readonly lanes: readonly StatisticsLane[];
  /** The range of angles reaches from 0 to this, radians. */
  readonly to: number;
  readonly step: number | null;
}

const anglesOf = ({ table }: FigureLane): StatisticsLane['angles'] => ({
  wec: table?.wec ?? null,
  wInter: table?.wInter ?? null,
  intraTrain: table?.train.intra ?? null,
  intraTest: table?.test?.intra ?? null,
  interTrain: table?.train.inter ?? null,
  interTest: table?.test?.inter ?? null,
});

const TICK = 30 * DEGREE;

/** Everything that the figure shows, in numbers. */
export function statisticsScene({ lanes: all }: FigureInput): StatisticsScene {
  const lanes = all.map((lane) => ({ name: lane.name, colour: lane.colour, angles: anglesOf(lane) }));
  const largest = Math.max(
    ...TABLE_3.flatMap(({ degrees }) => STATISTICS.map((one) => (degrees[one] ?? 0) * DEGREE)),
    ...lanes.flatMap(({ angles }) => STATISTICS.map((one) => angles[one] ?? 0)),
  );
  return {
    lanes,
    to: Math.min(Math.PI, TICK * Math.ceil(largest / TICK - 1e-9)),
    step: all.every(({ table }) => table === null) ? null : (all[0]?.now?.step ?? null),
  };
}
