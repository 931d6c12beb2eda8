/** Below this many rows a comparison sort is as quick as counting. */
const COUNTING_ROWS = 2048;
/** 2,048 buckets fit the nearest cache, and three passes of 11 bits cover a word of 32. */
const BUCKETS = 1 << 11;
const SHIFTS = [0, 11, 22];

/**
 * Rows in ascending order of their values; equal values keep the order of the
 * rows. Many rows are sorted by counting 11 bits at a time, several times
 * faster than comparing.
 *
 * @param values any finite numbers, length n; not changed
 * @returns row numbers, length n
 * @example
 * Array.from(sortedOrder(Float64Array.of(3, 1, 3, 2))); // [1, 3, 0, 2]
 */
export function sortedOrder(values: Float64Array): Int32Array {
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (values.length < COUNTING_ROWS) return order.sort((a, b) => values[a]! - values[b]! || a - b);
  return countingOrder(values, order);
}

function countingOrder(values: Float64Array, order: Int32Array): Int32Array {
  const n = values.length;
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * n);
  const lowWord = littleEndian() ? 0 : 1;
  // The keys travel with the rows, so that every pass reads in order and misses the cache on writing alone.
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const h = words[2 * i + 1 - lowWord]!;
    // As unsigned words, positive numbers sort once their sign bit is set, negative ones once every bit is flipped.
    const flip = h >> 31;
    // Minus zero equals zero.
    const zero = values[i] === 0;
    low[i] = zero ? 0 : words[2 * i + lowWord]! ^ flip;
    high[i] = zero ? 0x80000000 : h ^ (flip | 0x80000000);
  }
  let here: Keyed = { rows: order, low, high };
  let spare: Keyed = { rows: new Int32Array(n), low: new Uint32Array(n), high: new Uint32Array(n) };
  for (const word of ["low", "high"] as const) {
    for (const shift of SHIFTS) {
      if (moved(here, spare, here[word], shift)) [here, spare] = [spare, here];
    }
  }
  return here.rows;
}

interface Keyed {
  readonly rows: Int32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Moves rows and keys to `to` in the order of eleven bits of `keys`; false, and nothing done, when all have the same. */
function moved(from: Keyed, to: Keyed, keys: Uint32Array, shift: number): boolean {
  const n = keys.length;
  const next = new Int32Array(BUCKETS);
  for (let i = 0; i < n; i++) {
    const bucket = (keys[i]! >>> shift) & (BUCKETS - 1);
    next[bucket] = next[bucket]! + 1;
  }
  // As with whole numbers in the low bits.
  if (next.includes(n)) return false;
  let before = 0;
  for (let b = 0; b < BUCKETS; b++) {
    const count = next[b]!;
    next[b] = before;
    before += count;
  }
  const { rows, low, high } = from;
  const { rows: toRows, low: toLow, high: toHigh } = to;
  for (let i = 0; i < n; i++) {
    const bucket = (keys[i]! >>> shift) & (BUCKETS - 1);
    const place = next[bucket]!;
    next[bucket] = place + 1;
    toRows[place] = rows[i]!;
    toLow[place] = low[i]!;
    toHigh[place] = high[i]!;
  }
  return true;
}

function littleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}
