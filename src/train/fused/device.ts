import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { createYield, rest } from '../waiting';
import type { Program } from './program';

/**
 * RGBA texels of 32-bit floats, held as a tensor, so that TensorFlow.js counts and reuses them. A texel of its packed
 * matrices is a block of 2×2 numbers, so one of shape [2·rows, 2·columns] has `rows` times `columns` texels.
 */
export type Texture = tf.Tensor2D;

/** What the fused executor does with TensorFlow.js's WebGL backend, all by public members. */
export interface Device {
  /** Runs a program once for every texel of a new texture. */
  run<Input extends string, Name extends string>(
    program: Program<Input, Name>,
    inputs: Readonly<Record<Input, Texture>>,
    uniforms: Readonly<Record<Name, number | readonly number[]>>,
    columns: number,
    rows: number,
  ): Texture;
  /** A texture of zeros. */
  blank(columns: number, rows: number): Texture;
  /** Another hold on the same texels: they are there until both are disposed. */
  share(texture: Texture): Texture;
  /** Replaces whole rows of a texture from row `top` on; `texels` is row-major. */
  write(texture: Texture, top: number, texels: Float32Array): void;
  /** The texels of now of the texture's first rows and columns, row-major. Waits for them. */
  read(texture: Texture, columns: number, rows: number): Promise<Float32Array>;
}

const BLANK: Program<never, never> = {
  inputs: [],
  uniforms: [],
  code: 'void main() { setOutput(vec4(0.)); }',
};

const toGpgpu = (
  { inputs, uniforms, code }: Program<string, string>,
  columns: number,
  rows: number,
): GPGPUProgram => ({
  variableNames: [...inputs],
  outputShape: [2 * rows, 2 * columns],
  customUniforms: [...uniforms],
  userCode: code,
  packedInputs: true,
  packedOutput: true,
  // Sizes are not compiled in: another batch size or number of lanes is no other program.
  enableShapeUniforms: true,
});

/** @throws Error where TensorFlow.js's backend is not WebGL 2 */
export function openDevice(): Device {
  if (tf.getBackend() !== 'webgl' || tf.env().getNumber('WEBGL_VERSION') !== 2)
    throw new Error('the fused executor needs WebGL 2');
  // The backend called webgl is this class.
  const backend = tf.backend() as MathBackendWebGL;
  const gpgpu = backend.getGPGPUContext();
  // Of version 2, as just seen; TensorFlow.js types both as the first one's.
  const gl = gpgpu.gl as unknown as WebGL2RenderingContext;
  const largest = tf.env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  // Its shape has two sizes.
  const hold = (info: tf.TensorInfo) => tf.engine().makeTensorFromTensorInfo(info, backend) as Texture;

  const device: Device = {
    run(program, inputs, uniforms, columns, rows) {
      if (Math.max(columns, rows) > largest)
        throw new Error(`${columns} × ${rows} texels, and this machine has ${largest} a side at most`);
      const textures = program.inputs.map((name) => inputs[name]);
      const values = program.uniforms.map(({ name }) => [uniforms[name]].flat());
      return hold(
        backend.runWebGLProgram(toGpgpu(program, columns, rows), textures, 'float32', values, true),
      );
    },
    blank: (columns, rows) => device.run(BLANK, {}, {}, columns, rows),
    share({ dataId, shape, dtype }) {
      backend.incRef(dataId);
      return hold({ dataId, shape, dtype });
    },
    write(texture, top, texels) {
      const columns = texture.shape[1] / 2;
      const rows = texels.length / (4 * columns);
      gl.bindTexture(gl.TEXTURE_2D, backend.getTexture(texture.dataId));
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, top, columns, rows, gl.RGBA, gl.FLOAT, texels);
      gl.bindTexture(gl.TEXTURE_2D, null);
    },
    async read(texture, columns, rows) {
      const buffer = gpgpu.createBufferFromTexture(backend.getTexture(texture.dataId), rows, columns);
      await allDone(gl);
      const texels = gpgpu.downloadFloat32MatrixFromBuffer(buffer, 4 * columns * rows);
      gl.deleteBuffer(buffer);
      return texels;
    },
  };
  return device;
}

/** Waits until all that was asked of WebGL is done, looking every millisecond, so that no processor is kept busy. */
async function allDone(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const yielding = createYield();
  while (fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
    if (gl.isContextLost()) throw new Error('WebGL has lost its context');
    // Timers that begin timers are held back to 4 ms; one that a message begins is not.
    await yielding.wait();
    await rest(1);
  }
  yielding.close();
  gl.deleteSync(fence);
}
