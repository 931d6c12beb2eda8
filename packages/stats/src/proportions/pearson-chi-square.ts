import { chiSquareCdf } from "../distributions/chi-square.ts";
import { type Count, checkCount } from "./count.ts";

export interface PearsonChiSquare {
  readonly statistic: number;
  readonly df: 1;
  readonly pValue: number;
  readonly continuityCorrection: boolean;
  /** smallest of the four counts expected if the groups shared one proportion; the test is doubtful below 5 */
  readonly leastExpected: number;
}

/**
 * Pearson's chi-square test that two independent groups share one proportion.
 *
 * @param first  counts of one group
 * @param second counts of the other
 * @param continuityCorrection Yates's, default false: it makes the test conservative
 * @throws RangeError when counts are not whole numbers with 0 <= events <= total, or nobody or everybody has the event
 * @source Pearson (1900); Yates (1934)
 * @example
 * pearsonChiSquare({ first: { events: 3, total: 4 }, second: { events: 1, total: 4 } }).statistic; // 2
 */
export function pearsonChiSquare({
  first,
  second,
  continuityCorrection = false,
}: {
  first: Count;
  second: Count;
  continuityCorrection?: boolean;
}): PearsonChiSquare {
  const caller = "pearsonChiSquare";
  checkCount(caller, "first.", first);
  checkCount(caller, "second.", second);
  const total = first.total + second.total;
  const events = first.events + second.events;
  if (events === 0 || events === total)
    throw new RangeError(`${caller}: some units must have the event and some not, got ${events} of ${total}`);
  const gap = Math.abs(first.events - (first.total * events) / total);
  // Yates's half a unit, never more than there is.
  const distance = continuityCorrection ? Math.max(0, gap - 0.5) : gap;
  const scale = total ** 3 / (first.total * second.total * events * (total - events));
  const statistic = distance * distance * scale;
  return {
    statistic,
    df: 1,
    pValue: chiSquareCdf(statistic, 1, { upper: true }),
    continuityCorrection,
    leastExpected: (Math.min(first.total, second.total) * Math.min(events, total - events)) / total,
  };
}
