import type { CreateEngine } from './engine';
import { LOAD } from './executors';
import type { Executor, Reason, Structure } from './protocol';

export interface Choice {
  readonly executor: Executor;
  readonly reason: Reason;
  /** What WebGL says that it draws with; empty without WebGL. */
  readonly renderer: string;
  readonly create: CreateEngine;
}

/** What loses everything when the WebGL context is lost. */
const ON_WEBGL: readonly Executor[] = ['fused', 'webgl'];
/** Lost more often than this, WebGL is no longer chosen. */
const MOST_LOSSES = 1;

/** Names under which browsers draw WebGL on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** The name of what draws WebGL 2 here, or null where nothing does. */
function askRenderer(): string | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  // Without the extension Firefox still tells by RENDERER.
  const name = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  const said = String(gl.getParameter(name));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return said;
}

let answer: { readonly renderer: string | null } | null = null;
/** Asked once: making a context takes as long as many steps. One that is lost ends its worker. */
const renderer = (): string | null => {
  answer ??= { renderer: askRenderer() };
  return answer.renderer;
};

/** An executor on the processor is chosen over a GPU only if it makes more than so many times the steps: it shares the
 * processor with the page. */
const CLEARLY_FASTER = 2;

/** Best first, where WebGL is drawn by the processor or missing. */
const WITHOUT_GPU: readonly Executor[] = ['simd', 'wasm', 'cpu'];
/** ... and where a GPU answers. */
const WITH_GPU: readonly Executor[] = ['fused', 'webgl', ...WITHOUT_GPU];

/** Steps a second that an executor makes. */
type Trial = (executor: Executor, create: CreateEngine) => Promise<number>;

/** Brings SIMD if it is there and clearly faster than WebGL on a GPU; each is tried out on what is to be trained. */
async function fasterThanGpu(onGl: Executor, trial: Trial): Promise<CreateEngine | null> {
  const simd = await LOAD.simd().catch(() => null);
  if (!simd) return null;
  const onProcessor = await trial('simd', simd);
  const onGpu = await trial(onGl, await LOAD[onGl]());
  // Brought once more: the one that is brought last is the one whose context is watched.
  return onProcessor > CLEARLY_FASTER * onGpu ? LOAD.simd() : null;
}

/**
 * Picks what runs the steps and brings it; `trial` decides where there is a GPU and nothing was asked for. WebGL that was
 * lost again and again is no longer chosen (`losses`: how often lately).
 * @throws Error when nothing runs at all
 */
export async function choose(
  wanted: Structure['executor'],
  losses = 0,
  trial: Trial | null = null,
): Promise<Choice> {
  const gl = renderer();
  const software = gl !== null && SOFTWARE.test(gl);
  const all = gl !== null && !software ? WITH_GPU : WITHOUT_GPU;
  const own = all.filter((executor) => losses <= MOST_LOSSES || !ON_WEBGL.includes(executor));
  const order = wanted === 'auto' ? own : [wanted, ...own.filter((executor) => executor !== wanted)];
  const why = (executor: Executor): Reason => {
    if (executor === wanted) return 'asked';
    if (ON_WEBGL.includes(executor)) return 'gpu';
    if (executor === 'cpu') return 'lastResort';
    if (wanted !== 'auto') return 'instead';
    if (software) return 'softwareGl';
    if (losses > (gl === null ? 0 : MOST_LOSSES)) return 'lostGl';
    return gl === null ? 'noGl' : 'weakGl';
  };
  for (const executor of order) {
    if (trial && wanted === 'auto' && ON_WEBGL.includes(executor)) {
      const create = await fasterThanGpu(executor, trial).catch(() => null);
      if (create) return { executor: 'simd', reason: 'trial', renderer: gl ?? '', create };
    }
    const create = await LOAD[executor]().catch(() => null);
    if (create) return { executor, reason: why(executor), renderer: gl ?? '', create };
  }
  throw new Error(`nothing that trains runs here (tried ${order.join(', ')})`);
}
