import type { PointerEvent } from 'react';
import { Canvas } from '../draw/Canvas';
import { useHand } from './hand';
import {
  boxOf,
  type Pointed,
  pass,
  pickByKey,
  pickedAt,
  press,
  REACH,
  type SampleCanvasProps,
  STEPS,
  sliderOver,
} from './samples';

/** A picture of samples: one of them can be picked, and centres and samples can be moved while the run stands still. */
export function SampleCanvas(props: SampleCanvasProps) {
  const hand = useHand(props, (event) => takenAt(props, event));
  const follow = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!hand.follow(event)) pass(props, event);
  };
  return (
    <div ref={hand.box} className="circle-box">
      <Canvas
        {...sliderOver(props)}
        data-hand={hand.sign}
        paint={props.paint}
        watch={props.watch}
        onPointerDown={(event) => hand.take(event) || press(props, event)}
        onPointerMove={follow}
        onPointerUp={hand.release}
        onPointerCancel={hand.release}
        onPointerLeave={follow}
        onKeyDown={(event) => hand.press(event) || pickByKey(event, STEPS, props)}
      />
    </div>
  );
}

/** What a pointer that comes down there takes. A finger takes labels and the picked sample: elsewhere it moves the page. */
function takenAt(props: SampleCanvasProps, event: PointerEvent<HTMLCanvasElement>): Pointed | null {
  const { placing } = props;
  const [box, touch] = [boxOf(event), event.pointerType === 'touch'];
  const cls = touch ? placing.labelAt(...box) : placing.classAt(...box);
  if (cls !== null) return { cls, sample: null };
  const picked = pickedAt(props, event);
  if (picked || touch) return picked;
  const sample = placing.sampleAt(...box, REACH);
  return sample === null ? null : { cls, sample };
}
