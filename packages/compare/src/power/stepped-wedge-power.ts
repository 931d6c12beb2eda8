import { studentTCdf, studentTQuantile } from "@likewise/stats";

/** Areas that start one after the other, every one before and after its start. */
export interface SteppedWedge {
  /** share with the outcome untreated, above 0 and below 1 */
  readonly base: number;
  /** true difference of shares, signed */
  readonly effect: number;
  /** >= 3 */
  readonly areas: number;
  /** starts, 1 to `areas`; areas are spread over them as evenly as can be */
  readonly steps: number;
  /** people observed in all areas and periods together, > 0 */
  readonly people: number;
  /** correlation of two people of one area, 0 to 1 */
  readonly icc: number;
  /** confidence level, default 0.95 */
  readonly level?: number;
}

/**
 * Power of a staged rollout (stepped wedge): new people in every period, fixed effects of periods, areas at random.
 *
 * Tested by t with the areas less two degrees of freedom, as clustered units elsewhere: with few areas the normal would
 * promise too much.
 *
 * @returns probability of finding the effect on its own side
 * @throws RangeError when a parameter is out of range
 * @source Hussey and Hughes (2007), doi:10.1016/j.cct.2006.05.007, equation 8
 * @example
 * steppedWedgePower({ base: 0.4, effect: -0.1, areas: 8, steps: 4, people: 1200, icc: 0.02 }).toFixed(4); // "0.3992"
 */
export function steppedWedgePower(wedge: SteppedWedge): number {
  checkWedge(wedge);
  const { effect, areas, level = 0.95 } = wedge;
  const distance = Math.abs(effect) / Math.sqrt(effectVariance(wedge));
  const df = areas - 2;
  return studentTCdf(distance - studentTQuantile((1 - level) / 2, df, { upper: true }), df);
}

/** Of the difference, by Hussey and Hughes: sums over the wedge of who is treated when. */
function effectVariance({ base, effect, areas, steps, people, icc }: SteppedWedge): number {
  const periods = steps + 1;
  const total = (base * (1 - base) + (base + effect) * (1 - base - effect)) / 2;
  const between = icc * total;
  const within = ((1 - icc) * total * areas * periods) / people;
  const starts = Array.from({ length: areas }, (_, area) => Math.floor((area * steps) / areas) + 1);
  const treatedIn = Array.from({ length: periods }, (_, period) => starts.filter((start) => period >= start).length);
  const treated = sum(treatedIn);
  const byPeriod = sum(treatedIn.map((count) => count ** 2));
  const byArea = sum(starts.map((start) => (periods - start) ** 2));
  return (
    (areas * within * (within + periods * between)) /
    ((areas * treated - byPeriod) * within +
      (treated ** 2 + areas * periods * treated - periods * byPeriod - areas * byArea) * between)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkWedge({ base, effect, areas, steps, people, icc, level = 0.95 }: SteppedWedge): void {
  const caller = "steppedWedgePower";
  for (const [name, risk] of [
    ["base", base],
    ["base + effect", base + effect],
  ] as const) {
    if (!(risk > 0 && risk < 1))
      throw new RangeError(`${caller}: ${name} must lie between 0 and 1 (risk), got ${risk}`);
  }
  if (!(Number.isInteger(areas) && areas >= 3)) throw new RangeError(`${caller}: areas must be >= 3, got ${areas}`);
  if (!(Number.isInteger(steps) && steps >= 1 && steps <= areas))
    throw new RangeError(`${caller}: steps must be whole, from 1 to the areas (${areas}), got ${steps}`);
  if (!(people > 0 && Number.isFinite(people))) throw new RangeError(`${caller}: people must be > 0, got ${people}`);
  if (!(icc >= 0 && icc <= 1)) throw new RangeError(`${caller}: icc must be a correlation (0 to 1), got ${icc}`);
  if (!(level > 0 && level < 1))
    throw new RangeError(`${caller}: level must lie between 0 and 1 (confidence level), got ${level}`);
}
