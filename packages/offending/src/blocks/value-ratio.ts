/** Two values of one measure, before and after, every way their ratio can be put. */
export interface ValueRatio {
  readonly before: number;
  readonly after: number;
  /** After over before; null where before is 0, as everything below. */
  readonly ratio: number | null;
  /** Of `ratio`; null where either is 0. */
  readonly logRatio: number | null;
  /** After over before, less 1: -0.75 is a fall of 75 %. */
  readonly relativeChange: number | null;
  /** Before over after: how many times as high it was; null where after is 0. */
  readonly timesBefore: number | null;
}

/**
 * The ratio of a rate or mean after to that before. "Four times higher before" and "75 % lower after" are one result, and
 * both are given.
 *
 * @param before >= 0, any unit
 * @param after  >= 0, the same unit
 * @throws RangeError when a value is negative or not finite
 * @example
 * valueRatio(400, 100).timesBefore; // 4
 * valueRatio(400, 100).relativeChange; // -0.75
 */
export function valueRatio(before: number, after: number): ValueRatio {
  for (const value of [before, after]) {
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`valueRatio: before and after must be finite and 0 or more, got ${value}`);
  }
  return {
    before,
    after,
    ratio: before === 0 ? null : after / before,
    logRatio: before === 0 || after === 0 ? null : Math.log(after / before),
    relativeChange: before === 0 ? null : (after - before) / before,
    timesBefore: after === 0 ? null : before / after,
  };
}
