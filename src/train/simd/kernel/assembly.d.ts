// The words of AssemblyScript that the kernel uses, for TypeScript and for editors: types of numbers, and functions
// that are one WebAssembly instruction each. AssemblyScript's compiler knows them by itself and does not read this file.

type i32 = number;
/** An address in the memory, bytes. */
type usize = number;
type f32 = number;

/** Four numbers in one register. */
interface v128 {
  readonly brand: unique symbol;
}

declare function load<T extends number>(address: usize, offset?: usize): T;
declare function store<T extends number>(address: usize, value: T, offset?: usize): void;
declare function sqrt<T extends number>(x: T): T;

declare namespace memory {
  function copy(to: usize, from: usize, bytes: usize): void;
  function fill(at: usize, byte: number, bytes: usize): void;
}

declare namespace v128 {
  function load(address: usize, offset?: usize): v128;
  function store(address: usize, value: v128, offset?: usize): void;
  /** The same number four times. */
  function load_splat<T extends number>(address: usize, offset?: usize): v128;
  function load_zero<T extends number>(address: usize, offset?: usize): v128;
  function load_lane<T extends number>(address: usize, into: v128, lane: number, offset?: usize): v128;
  function store_lane<T extends number>(address: usize, from: v128, lane: number, offset?: usize): void;
  /** Lanes of `a` (0 ... 3) and of `b` (4 ... 7). */
  function shuffle<T extends number>(a: v128, b: v128, i: number, j: number, k: number, l: number): v128;
  function and(a: v128, b: v128): v128;
  function andnot(a: v128, butNot: v128): v128;
  function or(a: v128, b: v128): v128;
  /** Bits of `a` where the mask is set, else of `b`. */
  function bitselect(a: v128, b: v128, mask: v128): v128;
}

declare namespace f32x4 {
  function splat(x: f32): v128;
  function extract_lane(a: v128, lane: number): f32;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function mul(a: v128, b: v128): v128;
  function div(a: v128, b: v128): v128;
  function sqrt(a: v128): v128;
  function neg(a: v128): v128;
  function abs(a: v128): v128;
  /** b < a ? b : a, so that an `a` that is no number stays. */
  function pmin(a: v128, b: v128): v128;
  /** a < b ? b : a, so that an `a` that is no number stays. */
  function pmax(a: v128, b: v128): v128;
  function nearest(a: v128): v128;
  function floor(a: v128): v128;
  function lt(a: v128, b: v128): v128;
  function gt(a: v128, b: v128): v128;
  function convert_i32x4_s(a: v128): v128;
}

declare function i32x4(a: i32, b: i32, c: i32, d: i32): v128;
declare namespace i32x4 {
  function splat(x: i32): v128;
  function extract_lane(a: v128, lane: number): i32;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function mul(a: v128, b: v128): v128;
  function eq(a: v128, b: v128): v128;
  function lt_s(a: v128, b: v128): v128;
  function shl(a: v128, bits: i32): v128;
  function shr_s(a: v128, bits: i32): v128;
  function trunc_sat_f32x4_s(a: v128): v128;
}
