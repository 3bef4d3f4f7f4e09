import { lossById } from '../losses';
import { defaultConfig, type LaneConfig, type Param, type Setting, snap } from '../margin/loss';
import { pairs, type Repair, readNumber, readPairs, shown } from './addressParts';
import { lossOf } from './settings';

type Report = (repair: Repair) => void;

// A formula has signs that an address cannot hold: base64url of its UTF-8.
const writeFormula = (formula: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(formula)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
function readFormula(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8').decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return text; // as somebody may have typed it
  }
}

/** `arcFace,m2:0.5,s:16`: a lane with all its values, and the choices that are not the first ones. */
export function writeLane(lane: LaneConfig): string {
  const first = defaultConfig(lossOf(lane), { classes: 2, dim: 2 }).options;
  const chosen = Object.entries(lane.options).filter(([name, choice]) => first[name] !== choice);
  const formula = lane.formula === undefined ? {} : { formula: writeFormula(lane.formula) };
  return [lane.loss, ...pairs({ ...formula, ...lane.values, ...Object.fromEntries(chosen) })].join(',');
}

function readValue(param: Param, name: string, text: string, fallback: number, report: Report): number {
  const given = readNumber(text);
  const used = Number.isNaN(given) ? fallback : snap(param, given);
  if (!(Math.abs(used - given) < 1e-9))
    report({ type: 'value', name, given: shown(text), used: String(used) });
  return used;
}

/** The formula of a lane whose loss is typed; nothing where it cannot be taken, which is said. */
function readTyped(id: string, text: string | undefined, report: Report): Pick<LaneConfig, 'formula'> {
  if (text === undefined || !lossById(id)?.typed) return {};
  const formula = readFormula(text);
  try {
    lossOf({ loss: id, formula });
    return { formula };
  } catch {
    report({
      type: 'value',
      name: `${id} formula`,
      given: shown(formula),
      used: lossOf({ loss: id }).target,
    });
    return {};
  }
}

/** Reads a lane and repairs what it can; undefined for a loss that is not known. */
export function readLane(text: string, setting: Setting, report: Report): LaneConfig | undefined {
  const [id = '', ...parts] = text.split(',');
  if (!lossById(id)) return undefined;
  const given = readPairs(parts);
  const formula = readTyped(id, given.find(([name]) => name === 'formula')?.[1], report);
  const loss = lossOf({ loss: id, ...formula });
  const { values, options } = defaultConfig(loss, setting);
  const lane = { loss: loss.id, ...formula, values: { ...values }, options: { ...options } };
  for (const [name, value] of given) {
    if (loss.typed && name === 'formula') continue;
    const param = Object.hasOwn(loss.params, name) ? loss.params[name] : undefined;
    const option = Object.hasOwn(loss.options, name) ? loss.options[name] : undefined;
    if (param)
      lane.values[name] = readValue(param, `${id} ${name}`, value, values[name] ?? param.min, report);
    else if (option && Object.hasOwn(option.choices, value)) lane.options[name] = value;
    else if (option) {
      report({
        type: 'value',
        name: `${id} ${name}`,
        given: shown(value),
        used: String(options[name]),
      });
    } else report({ type: 'unknown', name: shown(`${id} ${name}`), given: shown(value) });
  }
  return lane;
}
