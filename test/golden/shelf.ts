import { lossById } from '../../src/losses';
import { compile, type Margin } from '../../src/margin/compile';
import type { Schedule } from '../../src/margin/loss';
import type { Config, Target } from './schema';
import { Settings } from './settings';

/** Losses of the reference that the shelf does not have yet. */
const PENDING: ReadonlySet<string> = new Set(['subcenter', 'intra', 'inter', 'triplet']);
export const isPending = (loss: string): boolean => PENDING.has(loss);

/** What a record asks of a loss of the shelf. */
interface Wish {
  readonly id: string;
  readonly values: Readonly<Record<string, number>>;
  readonly options: Readonly<Record<string, string>>;
}

const gradient = (settings: Settings): string => settings.text('gradient', 'true');

/** The reference's losses and settings in the words of the shelf (README, section 2). */
const WISHES: Readonly<Record<string, (settings: Settings) => Wish>> = {
  softmax: (settings) => ({
    id: 'softmax',
    values: {},
    options: { bias: settings.flag('bias') ? 'with' : 'without' },
  }),
  normsoftmax: (settings) => ({ id: 'normSoftmax', values: { s: settings.number('s') }, options: {} }),
  cosface: (settings) => ({
    id: 'cosFace',
    values: { s: settings.number('s'), m3: settings.number('m') },
    options: { gradient: gradient(settings) },
  }),
  arcface: (settings) => ({
    id: 'arcFace',
    values: { s: settings.number('s'), m2: settings.number('m') },
    options: { guard: settings.text('guard'), gradient: gradient(settings) },
  }),
  combined: (settings) => ({
    id: 'combined',
    values: {
      s: settings.number('s'),
      m1: settings.number('m1'),
      m2: settings.number('m2'),
      m3: settings.number('m3'),
    },
    options: { guard: settings.text('guard'), gradient: gradient(settings) },
  }),
  sphereface(settings) {
    const keepsLength = settings.is('s', 'norm');
    return {
      id: 'sphereFace',
      values: { m1: settings.number('m'), s: keepsLength ? 1 : settings.number('s') },
      options: {
        scale: keepsLength ? 'norm' : 's',
        // ψ is the paper's own, so records leave it out.
        guard: settings.text('guard', 'psi'),
        gradient: gradient(settings),
      },
    };
  },
};

/** λ that does not change is a blend that has come to its end. */
const constantBlend = (lambda: number): Schedule => ({ type: 'blend', base: 0, gamma: 0.1, min: lambda });

function scheduleOf(settings: Settings): Schedule {
  if (settings.has('lambdaSchedule')) {
    const parts = settings.within('lambdaSchedule');
    const [base, gamma, min] = [parts.number('base'), parts.number('gamma'), parts.number('min')];
    const power = parts.number('power');
    parts.done();
    return { type: 'blend', base, gamma, power, min };
  }
  if (settings.has('lambda')) return constantBlend(settings.number('lambda'));
  if (settings.has('marginWarmup')) return { type: 'ramp', steps: settings.number('marginWarmup') };
  return { type: 'none' };
}

/** @throws Error when the shelf has no such loss, parameter or choice */
function fromShelf({ id, values, options }: Wish, schedule: Schedule): Margin {
  const loss = lossById(id);
  if (!loss) throw new Error(`no loss ${id} on the shelf`);
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(loss.params, name)) throw new Error(`${id} has no parameter ${name}`);
  }
  for (const [name, choice] of Object.entries(options)) {
    const known = Object.keys(loss.options[name]?.choices ?? {});
    if (!known.includes(choice))
      throw new Error(`${id} has no ${name} "${choice}", only ${known.join(', ')}`);
  }
  return { ...compile(loss, { values, options }), schedule };
}

/**
 * The margin that a record of losses.json or training.json speaks of.
 * @throws Error for a loss, a setting or a choice that is not known
 */
export function marginOf(loss: string, config: Config): Margin {
  const wish = Object.hasOwn(WISHES, loss) ? WISHES[loss] : undefined;
  if (!wish) throw new Error(`unknown loss ${loss}`);
  const settings = new Settings(config);
  const schedule = scheduleOf(settings);
  const margin = fromShelf(wish(settings), schedule);
  settings.done();
  return margin;
}

/**
 * Every loss of the shelf that can express a target logit of curves.json or boundaries.json.
 * @throws Error when there is none
 */
export function marginsOf({ m1, m2, m3, lambda, guard }: Target): readonly Margin[] {
  const wishes: Wish[] = [];
  const s = 1;
  if (m1 === 1 && m2 === 0 && m3 === 0) wishes.push({ id: 'normSoftmax', values: { s }, options: {} });
  // Without a factor and an angle the cosine never turns, and a guard has nothing to do.
  if (m1 === 1 && m2 === 0) wishes.push({ id: 'cosFace', values: { s, m3 }, options: {} });
  if (m1 === 1 && m3 === 0) wishes.push({ id: 'arcFace', values: { s, m2 }, options: { guard } });
  if (guard === 'psi' || guard === 'none') {
    if (m2 === 0 && m3 === 0) {
      wishes.push({ id: 'sphereFace', values: { s, m1 }, options: { scale: 's', guard } });
    }
    wishes.push({ id: 'combined', values: { s, m1, m2, m3 }, options: { guard } });
  }
  if (wishes.length === 0)
    throw new Error(`no loss of the shelf has (${m1}, ${m2}, ${m3}) with guard "${guard}"`);
  return wishes.map((wish) => fromShelf(wish, lambda === 0 ? { type: 'none' } : constantBlend(lambda)));
}
