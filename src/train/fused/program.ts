/** More lanes than the page ever has: the length of the arrays that hold a number for each. */
export const ROOM_FOR_LANES = 16;

export interface Uniform<Name extends string> {
  readonly name: Name;
  readonly type: 'int' | 'float' | 'vec4';
  /** Its length, where it is an array. */
  readonly arrayIndex?: number;
}

/** GLSL that TensorFlow.js completes with its inputs and uniforms, and runs for every texel of the output. */
export interface Program<Input extends string, Name extends string> {
  readonly inputs: readonly Input[];
  readonly uniforms: readonly Uniform<Name>[];
  readonly code: string;
}

/** Uniforms that are one integer each. */
export const ints = <Name extends string>(...names: Name[]): Uniform<Name>[] =>
  names.map((name) => ({ name, type: 'int' }));

/**
 * What all programs share. Lanes are interleaved: row r of a lane is row r·lanes + lane of a texture.
 * A matrix has 2×2 numbers to a texel, (x y / z w); products of two such blocks are written out where they are needed.
 */
export const PRELUDE = /* glsl */ `
#define texel(from, column, row) texelFetch(from, ivec2(column, row), 0)
#define HERE ivec2(gl_FragCoord.xy)
`;
