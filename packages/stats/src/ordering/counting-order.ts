/** 2,048 buckets fit the nearest cache, and three passes of 11 bits cover a word of 32. */
const BUCKETS = 1 << 11;
const SHIFTS = [0, 11, 22];

/**
 * Rows in ascending order of their values, equal values in the order of rows, by counting 11 bits of a key at a time: several
 * times faster than comparing. A key of 32 bits says nearly all of most columns; what it leaves equal is a few neighbours to
 * be put in order.
 *
 * @param values any finite numbers
 * @returns the key of each place at twice the place, and its row next to it, so that a pass writes to one spot for both;
 *          different keys are different values
 */
export function countingOrder(values: Float64Array): Uint32Array {
  for (const keysOf of [evenKeys, highWords]) {
    const keys = keysOf(values);
    const sorted = keys === null ? null : inOrderOfKeys(keys);
    if (sorted !== null && settled(sorted, values)) return sorted;
  }
  const byLowWord = inOrderOfKeys(lowWords(values));
  const high = highWords(values);
  for (let place = 0; place < values.length; place++) byLowWord[2 * place] = high[2 * byLowWord[2 * place + 1]!]!;
  return inOrderOfKeys(byLowWord);
}

/** Where a value lies between the least and the largest; null where that cannot be said in numbers. */
function evenKeys(values: Float64Array): Uint32Array | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const perUnit = most > least ? 0xffffffff / (most - least) : 0;
  if (!Number.isFinite(perUnit) || (perUnit === 0 && most > least)) return null;
  const pairs = new Uint32Array(2 * values.length);
  for (let row = 0; row < values.length; row++) {
    pairs[2 * row] = (values[row]! - least) * perUnit;
    pairs[2 * row + 1] = row;
  }
  return pairs;
}

/** As unsigned words, positive numbers sort once their sign bit is set, negative ones once every bit is flipped. */
function highWords(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const at = littleEndian() ? 1 : 0;
  const pairs = new Uint32Array(2 * values.length);
  for (let row = 0; row < values.length; row++) {
    const high = words[2 * row + at]!;
    // Minus zero equals zero.
    pairs[2 * row] = values[row] === 0 ? 0x80000000 : high ^ ((high >> 31) | 0x80000000);
    pairs[2 * row + 1] = row;
  }
  return pairs;
}

function lowWords(values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const at = littleEndian() ? 0 : 1;
  const pairs = new Uint32Array(2 * values.length);
  for (let row = 0; row < values.length; row++) {
    pairs[2 * row] = values[row] === 0 ? 0 : words[2 * row + at]! ^ (words[2 * row + 1 - at]! >> 31);
    pairs[2 * row + 1] = row;
  }
  return pairs;
}

/** Sorted by key, pairs of the same key in the order they came; may be written over. */
function inOrderOfKeys(pairs: Uint32Array): Uint32Array {
  const n = pairs.length / 2;
  const counts = SHIFTS.map(() => new Int32Array(BUCKETS));
  const [low, middle, high] = counts as [Int32Array, Int32Array, Int32Array];
  for (let at = 0; at < pairs.length; at += 2) {
    const key = pairs[at]!;
    low[key & (BUCKETS - 1)]!++;
    middle[(key >>> 11) & (BUCKETS - 1)]!++;
    high[key >>> 22]!++;
  }
  let here = pairs;
  let spare: Uint32Array = new Uint32Array(pairs.length);
  SHIFTS.forEach((shift, pass) => {
    const next = counts[pass]!;
    // All have the same, as with whole numbers in the low bits.
    if (next.includes(n)) return;
    for (let bucket = 0, before = 0; bucket < BUCKETS; bucket++) {
      const count = next[bucket]!;
      next[bucket] = before;
      before += count;
    }
    move(here, spare, shift, next);
    [here, spare] = [spare, here];
  });
  return here;
}

function move(from: Uint32Array, to: Uint32Array, shift: number, next: Int32Array): void {
  for (let at = 0; at < from.length; at += 2) {
    const key = from[at]!;
    const bucket = (key >>> shift) & (BUCKETS - 1);
    const place = next[bucket]!;
    next[bucket] = place + 1;
    to[2 * place] = key;
    to[2 * place + 1] = from[at + 1]!;
  }
}

/** A longer run of equal keys with unequal values is not sorted by inserting. */
const LONGEST_RUN = 32;

/** Puts rows of equal keys in order of their values, in place; false where a run is too long. */
function settled(pairs: Uint32Array, values: Float64Array): boolean {
  const end = pairs.length;
  for (let start = 0; start < end; ) {
    const key = pairs[start]!;
    let after = start + 2;
    // Alone with its key, as most are: its value need not be looked up.
    if (pairs[after] !== key) {
      start = after;
      continue;
    }
    let isSorted = true;
    for (let before = values[pairs[start + 1]!]!; after < end && pairs[after] === key; after += 2) {
      const value = values[pairs[after + 1]!]!;
      if (value < before) isSorted = false;
      before = value;
    }
    if (!isSorted) {
      if (after - start > 2 * LONGEST_RUN) return false;
      insert(pairs, values, start, after);
    }
    start = after;
  }
  return true;
}

/** All have one key, so only rows move. */
function insert(pairs: Uint32Array, values: Float64Array, start: number, end: number): void {
  for (let at = start + 2; at < end; at += 2) {
    const row = pairs[at + 1]!;
    const value = values[row]!;
    let to = at;
    for (; to > start && values[pairs[to - 1]!]! > value; to -= 2) pairs[to + 1] = pairs[to - 1]!;
    pairs[to + 1] = row;
  }
}

function littleEndian(): boolean {
  return new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
}
