/** Comparison people not yet taken, as seen along the score line inside one exact stratum. */
export interface FreeComparisons {
  /** The nearest free comparison row at a lower place than `row`, -1 when there is none. */
  below(row: number): number;
  /** The nearest free comparison row at a higher place than `row`, -1 when there is none. */
  above(row: number): number;
  take(row: number): void;
}

/**
 * Lays the rows out stratum by stratum, each in score order and fenced on both sides. Two union-find forests jump over
 * everybody who is not free, so a look-up costs almost constant time however many have gone.
 */
export function freeComparisons(
  scoreLine: Int32Array,
  treated: ArrayLike<number>,
  strata: Int32Array,
  numStrata: number,
): FreeComparisons {
  const { slotOf, rowAt } = fencedSlots(scoreLine, strata, numStrata);
  const downward = new Int32Array(rowAt.length);
  const upward = new Int32Array(rowAt.length);
  for (let slot = 0; slot < rowAt.length; slot++) {
    const step = rowAt[slot]! >= 0 && treated[rowAt[slot]!] === 1 ? 1 : 0;
    downward[slot] = slot - step;
    upward[slot] = slot + step;
  }
  return {
    below: (row) => rowAt[root(downward, slotOf[row]! - 1)]!,
    above: (row) => rowAt[root(upward, slotOf[row]! + 1)]!,
    take: (row) => {
      const slot = slotOf[row]!;
      downward[slot] = slot - 1;
      upward[slot] = slot + 1;
    },
  };
}

/** Slots for every row plus a fence (-1) before, between and after the strata: one stratum cannot see the next. */
function fencedSlots(scoreLine: Int32Array, strata: Int32Array, numStrata: number) {
  const sizes = new Int32Array(numStrata);
  for (const stratum of strata) sizes[stratum] = sizes[stratum]! + 1;
  const next = new Int32Array(numStrata);
  for (let s = 0, at = 1; s < numStrata; at += sizes[s]! + 1, s++) next[s] = at;
  const rowAt = new Int32Array(scoreLine.length + numStrata + 1).fill(-1);
  const slotOf = new Int32Array(scoreLine.length);
  for (const row of scoreLine) {
    const slot = next[strata[row]!]!;
    next[strata[row]!] = slot + 1;
    rowAt[slot] = row;
    slotOf[row] = slot;
  }
  return { slotOf, rowAt };
}

function root(forest: Int32Array, start: number): number {
  let node = start;
  while (forest[node] !== node) {
    forest[node] = forest[forest[node]!]!;
    node = forest[node]!;
  }
  return node;
}
