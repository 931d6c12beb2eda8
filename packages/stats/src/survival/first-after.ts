/** Position of the first of the ascending `values` (from..to) that is greater than `bound`; `to` when there is none. */
export function firstAfter(values: ArrayLike<number>, bound: number, from = 0, to: number = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
