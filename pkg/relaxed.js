/**
 * Whether the engine computes relaxed SIMD's product of bytes as averral's kernels need it. Knowing the instruction is not
 * enough: the baseline compiler of V8 11.8 (Node 21.7) overwrites an operand that is still to be read, and gives another sum
 * until the optimising compiler takes over.
 * @module
 */

/** Weights, values of seven bits, and sums to add to; every sign and both ends of each range. */
const weights = [-128, 127, -1, 64, 5, -77, 100, -100, 3, 1, -128, -128, 127, 127, -3, 9];
const values = [127, 127, 1, 2, 99, 98, 0, 127, 64, 32, 127, 127, 127, 127, 50, 13];
const sums = [7, -9, 100000, -100000];
const expected = sums.map((sum, lane) => [0, 1, 2, 3].reduce((sum, at) => sum + weights[4 * lane + at] * values[4 * lane + at], sum));

const DOT_ADD = [0xfd, 0x93, 0x02];
const EQUAL = [0xfd, 0x37];
const ALL_TRUE = [0xfd, 0xa3, 0x01];
const bytes = (numbers) => [0xfd, 0x0c, ...numbers.map((number) => number & 0xff)];
const lanes = (numbers) => bytes(numbers.flatMap((number) => [number, number >> 8, number >> 16, number >> 24]));

/** A module whose function `f` tells whether `body` leaves the expected sums. */
function module(locals, body) {
  const code = [...locals, ...body, ...lanes(expected), ...EQUAL, ...ALL_TRUE, 0x0b];
  const size = (n) => (n < 128 ? [n] : [(n & 127) | 128, n >> 7]);
  const sized = [...size(code.length), ...code];
  const head = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7f, 3, 2, 1, 0, 7, 5, 1, 1, 0x66, 0, 0];
  return Uint8Array.from([...head, 10, ...size(sized.length + 1), 1, ...sized]);
}

const [W, V, S] = [bytes(weights), bytes(values), lanes(sums)];
const set = (local) => [0x21, local];
const get = (local) => [0x20, local];
/** Operands on the stack, and in locals that are kept. */
const PROBES = [
  module([0], [...W, ...V, ...S, ...DOT_ADD]),
  module([1, 3, 0x7b], [...W, ...set(0), ...V, ...set(1), ...S, ...set(2), ...get(0), ...get(1), ...get(2), ...DOT_ADD, ...set(2), ...get(2)]),
];

/** Runs the product and compares it. */
export function relaxedSimdIsRight() {
  try {
    return PROBES.every((probe) => {
      if (!WebAssembly.validate(probe)) return false;
      const { f } = new WebAssembly.Instance(new WebAssembly.Module(probe)).exports;
      return /** @type {() => number} */ (f)() === 1;
    });
  } catch {
    // A page that forbids WebAssembly is told so when the module is compiled.
    return false;
  }
}
