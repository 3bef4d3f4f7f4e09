import { useCallback } from 'react';
import { Tex } from '../draw/Tex';
import { laneFeatures, laneMoment, oneSample } from '../lab/laneView';
import { laneColours, laneNames, marginOf } from '../lab/settings';
import type { Whole } from '../lab/whole';
import { DECIMALS, type Worked, workOut } from '../lab/worked';
import type { Margin } from '../margin/compile';
import { toDegrees } from '../math/angle';
import { useFeed, useLab, useLabState, useWords } from './context';
import { decimals } from './format';
import { SamplePicture } from './SamplePicture';

/** The picked sample in every lane, of the last whole look, worked out as one does by hand. */
export function SampleCard() {
  const lab = useLab();
  const { card: words } = useWords();
  const picked = useLabState((state) => state.picked);
  const lanes = useLabState(({ settings }) => settings.lanes);
  const moved = useLabState(({ byHand }) => byHand !== null);
  const canMove = useLabState(({ playing }) => !playing);
  const { samples, whole } = useFeed(
    useCallback(() => lab.feed.now, [lab]),
    moved ? 0 : 250,
  );
  if (picked === null || !samples || !whole || whole.moment.times.length !== lanes.length) return null;
  const names = laneNames(lanes);
  const colours = laneColours(lanes);
  const cls = samples.y[picked] ?? 0;
  return (
    <section className="card" aria-label={words.title}>
      <header className="card-head">
        <SamplePicture samples={samples} sample={picked} label={words.picture} />
        <div>
          <h2>{words.sample(picked + 1, samples.classes[cls] ?? String(cls))}</h2>
          <p>
            {words.about(whole.moment.step)} {canMove && words.byHand}
          </p>
        </div>
        <button type="button" onClick={() => lab.pick(null)}>
          {words.close}
        </button>
      </header>
      <div className="card-lanes">
        {lanes.map((config, lane) => {
          const margin = marginOf(config);
          const worked = workLane(whole, picked, cls, margin, lane);
          return (
            <LaneCard
              key={names[lane]}
              name={names[lane] ?? ''}
              colour={colours[lane] ?? 0}
              classes={samples.classes}
              margin={margin}
              worked={worked}
            />
          );
        })}
      </div>
    </section>
  );
}

function workLane(
  { moment, features }: Whole,
  sample: number,
  cls: number,
  margin: Margin,
  lane: number,
): Worked {
  const own = laneFeatures(features, lane, moment.times.length);
  const now = laneMoment(moment, lane);
  const dim = now.centres.length / now.biases.length;
  const x = own.subarray(sample * dim, (sample + 1) * dim);
  return workOut(oneSample(x, cls, now), margin, now);
}

function LaneCard({
  name,
  colour,
  classes,
  margin,
  worked,
}: {
  readonly name: string;
  readonly colour: number;
  readonly classes: readonly string[];
  readonly margin: Margin;
  readonly worked: Worked;
}) {
  const { card: words } = useWords();
  const { own, psi, loss, norm, push } = worked;
  const line = worked.classes[own];
  if (!line) return null;
  const { angle, logit } = DECIMALS;
  return (
    <article
      className="card-lane"
      aria-label={words.of(name)}
      style={{ '--lane': `var(--lane-${colour})` } as React.CSSProperties}
    >
      <h3>{name}</h3>
      <Tex tex={ownLogitTex(worked, margin)} className="card-formula" />
      <WorkedTable classes={classes} margin={margin} worked={worked} />
      <dl className="card-sums">
        <dt>ψ({decimals(line.theta, angle)})</dt>
        <dd>{decimals(psi, angle)}</dd>
        <dt>‖x‖</dt>
        <dd>{decimals(norm, angle)}</dd>
        <dt>{words.loss}</dt>
        <dd>{decimals(loss, logit)}</dd>
        <dt>{words.push}</dt>
        <dd>({push.map((value) => decimals(value, angle)).join(', ')})</dd>
      </dl>
    </article>
  );
}

/** Every class's angle, logit and probability; lengths and biases where the loss keeps them. */
function WorkedTable({
  classes,
  margin,
  worked,
}: Pick<Parameters<typeof LaneCard>[0], 'classes' | 'margin' | 'worked'>) {
  const { card: words } = useWords();
  const { angle, logit, probability } = DECIMALS;
  const lengths = margin.scale === 'norm*wnorm';
  return (
    <table className={lengths ? 'card-wide' : undefined}>
      <thead>
        <tr>
          <th scope="col">{words.cls}</th>
          <th scope="col">θ</th>
          <th scope="col">cos θ</th>
          {lengths && <th scope="col">‖x‖‖W‖</th>}
          {margin.bias && <th scope="col">b</th>}
          <th scope="col" title={words.logitAbout}>
            {words.logit}
          </th>
          <th scope="col" title={words.probabilityAbout}>
            p
          </th>
        </tr>
      </thead>
      <tbody>
        {worked.classes.map((each, j) => (
          <tr key={classes[j]} className={j === worked.own ? 'card-own' : undefined}>
            <th scope="row" style={{ color: `var(--class-${j})` }}>
              {classes[j]}
            </th>
            <td title={`${decimals(toDegrees(each.theta), 2)}°`}>{decimals(each.theta, angle)}</td>
            <td>{decimals(each.cos, angle)}</td>
            {lengths && <td>{decimals(each.scale, angle)}</td>}
            {margin.bias && <td>{decimals(each.bias, angle)}</td>}
            <td>
              {decimals(each.logit, logit)}
              {each.marginLogit !== each.logit && (
                <span className="card-margin" title={words.withMargin}>
                  {' → '}
                  {decimals(each.marginLogit, logit)}
                </span>
              )}
            </td>
            <td>{decimals(each.probability, probability)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The own class's logit with the sample's numbers in it. */
function ownLogitTex({ own, psi, classes }: Worked, margin: Margin): string {
  const line = classes[own];
  if (!line) return '';
  const plain = (value: number, digits: number): string => value.toFixed(digits);
  const bias = margin.bias
    ? ` ${line.bias < 0 ? '-' : '+'} ${plain(Math.abs(line.bias), DECIMALS.angle)}`
    : '';
  const scale = margin.scale === 's' ? String(line.scale) : plain(line.scale, DECIMALS.angle);
  const value = psi < 0 ? `(${plain(psi, DECIMALS.angle)})` : plain(psi, DECIMALS.angle);
  return `${scale}\\cdot ${value}${bias} = ${plain(line.marginLogit, DECIMALS.logit)}`;
}
