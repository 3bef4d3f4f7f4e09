import {
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Canvas, type Paint, type Repaint } from '../draw/Canvas';
import { forget, inTurn } from '../draw/frames';
import type { Language } from '../i18n/language';
import { FigureMenus } from './FigureMenus';
import { type Chosen, chosenNow, type Figure, type FigureInput, type Shown, type Values } from './figure';
import { useGrabbing } from './grabbing';
import { usePointing } from './pointing';
import { usePrepared } from './preparing';

interface FigureViewProps {
  readonly figure: Figure;
  /** What there is to show now. Read at each painting, outside React. */
  readonly input: () => FigureInput;
  /** It is in view or has been: before, it only keeps its place, and shows, says and offers nothing. */
  readonly awake: boolean;
  /** Subscribes to what the input depends on; gives the way to stop. A figure that is not seen subscribes to nothing. */
  readonly watch: (repaint: Repaint) => () => void;
  readonly language: Language;
  /** The figure has the whole width: what it shows is also said for everyone. */
  readonly large: boolean;
  /** A handle of the figure sets parameters of a lane; `onRelease` ends what is undone together. */
  readonly onGrab: (lane: number, values: Values) => void;
  readonly onRelease: () => void;
  /** What the lanes are: other ones change its height and its menus. */
  readonly lanes: string;
  /** What else can be done with it, at the right of its title. */
  readonly tools?: ReactNode;
}

const ASLEEP: Shown = { paint: () => {}, say: () => [], pointing: null };

/** ms between two sayings while a run goes on: words are read, not watched. What the viewer does is said as soon as it is painted. */
const PAUSE = 500;

/** The width of an element, followed. */
function useWidth(): readonly [ref: React.RefObject<HTMLDivElement | null>, width: number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(400);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // The observer tells of the first width, too, when the page is laid out: to ask before has it laid out once more.
    const box = new ResizeObserver(() => setWidth(element.clientWidth));
    box.observe(element);
    return () => box.disconnect();
  }, []);
  return [ref, width];
}

/** One figure of the shelf: its question, its menus, the picture, and the same in words. */
export const FigureView = memo(function FigureView(props: FigureViewProps) {
  const { figure, input, awake, watch, language, large, tools, onGrab, onRelease } = props;
  const ids = useId();
  const { title, about } = figure.text[language];
  const [chosen, setChosen] = useState<Chosen>({});
  const [wrapper, width] = useWidth();
  const current = useRef({ chosen, language });
  current.current = { chosen, language };
  const repaint = useRef(() => {});

  const choose = useCallback(
    (now: FigureInput) => chosenNow(figure, current.current.chosen, now, current.current.language),
    [figure],
  );
  const prepared = usePrepared(figure, input, choose);
  const newest = prepared.current;

  const last = useRef<{ readonly of: readonly unknown[]; readonly shown: Shown }>(null);
  const show = useCallback(
    (pointed: number | null) => {
      if (!awake) return ASLEEP;
      const { chosen, language } = current.current;
      const now = newest();
      const of = [now, chosen, language, pointed];
      // What is painted, said and pointed at is often the same.
      if (last.current?.of.every((part, i) => part === of[i])) return last.current.shown;
      const shown = figure.show(now, choose(now), language, pointed);
      last.current = { of, shown };
      return shown;
    },
    [figure, newest, choose, awake],
  );
  const pointing = usePointing(show);
  const { pointed } = pointing;
  const grab = (lane: number, values: Values): void => {
    onGrab(lane, values);
    repaint.current(); // in the next frame: the handle is under the finger
  };
  const grabbing = useGrabbing(wrapper, show, grab, onRelease);
  const paint = useCallback<Paint>(
    (context, size, theme) => show(pointed.current).paint(context, size, theme),
    [show, pointed],
  );
  const { prepare, stop: stopPreparing } = prepared;
  const watchBoth = useCallback(
    (ask: Repaint) => {
      repaint.current = ask.next;
      const stop = watch({ next: ask.next, inTurn: () => prepare(ask.inTurn) });
      return () => {
        stop();
        stopPreparing();
      };
    },
    [watch, prepare, stopPreparing],
  );
  // A choice, the language or the crosshair: painted with the rest of what React has just changed.
  useLayoutEffect(() => repaint.current());

  const [said, setSaid] = useState<readonly string[]>([]);
  const say = useCallback(() => setSaid(show(null).say()), [show]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said depends on choice and language as well
  useEffect(() => {
    inTurn(say);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        say();
      }, PAUSE);
    };
    const stop = watch({ next: later, inTurn: () => prepare(later) });
    return () => {
      stop();
      forget(say);
      if (timer !== null) clearTimeout(timer);
    };
  }, [watch, prepare, say, chosen, language]);

  const now = input();
  return (
    <section
      className={large ? 'figure figure-large' : 'figure'}
      data-figure={figure.id}
      aria-labelledby={`${ids}title`}
    >
      <header className="figure-head">
        <h3 id={`${ids}title`}>{title}</h3>
        <FigureMenus
          figure={figure}
          offering={now}
          language={language}
          chosen={chosen}
          onChoose={setChosen}
        />
        {tools}
      </header>
      <p className="figure-about">{about}</p>
      <div
        ref={wrapper}
        className="figure-picture"
        style={{ minHeight: Math.round(figure.height(width, now.lanes.length)) }}
      >
        <Canvas
          paint={paint}
          watch={watchBoth}
          aria-label={title}
          aria-describedby={`${ids}said`}
          {...(grabbing ?? pointing.attributes)}
        />
      </div>
      <div id={`${ids}said`} className={large ? 'figure-said' : 'unseen'}>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}.</p>
        ))}
      </div>
    </section>
  );
});
