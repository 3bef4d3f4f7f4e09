import { dimOf, laneMoment, winnersOf } from '../lab/laneView';
import { lossOf } from '../lab/settings';
import { radiusOf } from '../lab/state';
import type { Margin } from '../margin/compile';
import { type Finding, findingsOf } from '../margin/diagnose';
import { evenSeparation, isFeasible, largestFeasible } from '../margin/feasibility';
import { lambdaAt, rampAt, settledForce } from '../margin/force';
import type { LaneConfig } from '../margin/loss';
import { nearestAngles } from '../math/sphere';
import { useLab, useLabState, useWords } from './context';
import { decimals, degrees, percent, significant } from './format';

const floor2 = (value: number): string => (Math.floor(value * 100) / 100).toFixed(2);

/**
 * What has to be known to read a lane rightly: an infeasible margin, a schedule that acts, what is odd about ψ. Of the step
 * of its readings; before there are any, of the start.
 */
export function LaneNotes({
  index,
  config,
  margin,
}: {
  readonly index: number;
  readonly config: LaneConfig;
  readonly margin: Margin;
}) {
  const lab = useLab();
  const words = useWords();
  const radius = useLabState((state) => radiusOf(state, index));
  const moved = useLabState(({ byHand }) => byHand?.includes(index) ?? false);
  const { moment, samples } = lab.feed.now;
  const readings = useLabState(({ vitals }) => vitals[index]?.readings ?? null);
  const lane = readings?.at ?? laneMoment(moment, Math.min(index, moment.times.length - 1));
  const dim = dimOf(lane);
  const loss = lossOf(config);
  const force = settledForce(margin);
  const findings = findingsOf(force);

  const notes: { key: string; tone: 'bad' | 'plain'; text: string }[] = [];
  const [even, now] = [
    evenSeparation(lane.biases.length, dim),
    Math.min(...nearestAngles(lane.centres, dim)),
  ];
  if (!isFeasible(force.psi, now) || !isFeasible(force.psi, even)) {
    for (const [name, param] of Object.entries(loss.params)) {
      if (param.role !== 'margin' || param.neutral === undefined) continue;
      const [most, mostNow] = [
        largestFeasible(loss, config, name, even),
        largestFeasible(loss, config, name, now),
      ];
      const text =
        most === null && mostNow === null
          ? words.infeasible.none(param.symbol)
          : words.infeasible.largest(
              param.symbol,
              most === null ? '–' : floor2(most),
              mostNow === null ? '–' : floor2(mostNow),
            );
      notes.push({ key: `feasible ${name}`, tone: 'bad', text: `${words.infeasible.title}: ${text}` });
    }
    if (notes.length === 0) {
      const [psi, cosEven, cosNow] = [force.psi(0), Math.cos(even), Math.cos(now)].map((v) => decimals(v));
      const text = words.infeasible.plain(psi ?? '', cosEven ?? '', cosNow ?? '');
      notes.push({ key: 'feasible', tone: 'bad', text: `${words.infeasible.title}: ${text}` });
    }
  }
  const time = Math.max(1, lane.time);
  const { schedule } = margin;
  if (schedule.type === 'blend') {
    const lambda = lambdaAt(schedule, time);
    notes.push({
      key: 'blend',
      tone: 'plain',
      text: words.scheduleNow.blend(significant(lambda), percent(1 / (1 + lambda))),
    });
  } else if (schedule.type === 'ramp' && rampAt(schedule, time) < 1) {
    notes.push({ key: 'ramp', tone: 'plain', text: words.scheduleNow.ramp(percent(rampAt(schedule, time))) });
  }
  for (const [i, finding] of findings.entries()) {
    notes.push({ key: `${finding.type} ${i}`, tone: 'plain', text: describe(finding) });
  }
  if (margin.scale === 'norm*wnorm' && readings && samples) {
    const winners = winnersOf(margin, lane, radius);
    const absent = samples.classes.filter((_, cls) => !winners.has(cls));
    if (absent.length > 0)
      notes.push({ key: 'nowhere', tone: 'plain', text: words.nowhere(absent.join(', ')) });
  }

  function describe(finding: Finding): string {
    switch (finding.type) {
      case 'notFinite':
        return words.findings.notFinite(degrees(finding.theta));
      case 'rises':
      case 'easier':
        return words.findings[finding.type](degrees(finding.from), degrees(finding.to));
      case 'jumps':
        return words.findings.jumps(degrees(finding.theta), decimals(finding.left), decimals(finding.right));
    }
  }

  if (moved) notes.unshift({ key: 'byHand', tone: 'plain', text: words.byHand.inLane });

  if (notes.length === 0) return null;
  return (
    <ul className="notes">
      {notes.map(({ key, tone, text }) => (
        <li key={key} className={`note note-${tone}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
