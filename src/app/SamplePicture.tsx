import { useEffect, useRef } from 'react';
import type { Samples } from '../data/dataset';

/** A sample as the network sees it: a grey picture, or its numbers as a row of bars. Darker is more. */
export function SamplePicture({
  samples,
  sample,
  label,
}: {
  readonly samples: Samples;
  readonly sample: number;
  readonly label: string;
}) {
  const ref = useRef<HTMLCanvasElement>(null);
  const [rows, columns] =
    samples.shape.length === 2 ? [samples.shape[0] ?? 1, samples.shape[1] ?? 1] : [1, samples.shape[0] ?? 1];
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const size = rows * columns;
    const values = samples.x.subarray(sample * size, (sample + 1) * size);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const image = context.createImageData(columns, rows);
    values.forEach((value, i) => {
      const grey = most > least ? 255 * (1 - (value - least) / (most - least)) : 255;
      image.data.set([grey, grey, grey, 255], 4 * i);
    });
    context.putImageData(image, 0, 0);
  }, [samples, sample, rows, columns]);
  return (
    <canvas
      ref={ref}
      className={rows > 1 ? 'sample-picture' : 'sample-picture sample-bars'}
      width={columns}
      height={rows}
      role="img"
      aria-label={label}
    />
  );
}
