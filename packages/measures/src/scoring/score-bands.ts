import type { MeasureBandSet } from "@likewise/schema";
import type { ScoreColumn } from "./score-measure.ts";

export interface ScoreBands {
  readonly set: string;
  readonly population: string | null;
  readonly verified: boolean;
  /** from the lowest scores to the highest */
  readonly bands: readonly {
    readonly label: string;
    readonly from: number;
    readonly to: number;
    readonly rows: number;
  }[];
  /** position in `bands` of each row; −1 where there is no score */
  readonly codes: Int8Array;
}

/**
 * The published bands of a score. A fraction that prorating leaves lies in the band whose lower end it has reached.
 *
 * @example
 * const ones = { type: "integer", values: Int32Array.of(1), valid: null };
 * const columns = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`q${i + 1}`, ones]));
 * const definition = findMeasure("phq-9");
 * const { scores } = scoreMeasure({ definition, answers: { numRows: 1, columns } });
 * scoreBands(scores[0], definition.scores[0].bands[0]).codes[0]; // 1
 */
export function scoreBands({ values: { values, valid } }: ScoreColumn, set: MeasureBandSet): ScoreBands {
  const rows = set.ranges.map(() => 0);
  const codes = new Int8Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    let band = 0;
    while (band + 1 < set.ranges.length && values[row]! >= set.ranges[band + 1]!.from) band++;
    codes[row] = band;
    rows[band]!++;
  }
  return {
    set: set.set,
    population: set.population ?? null,
    verified: set.verified === true,
    bands: set.ranges.map(({ label, from, to }, at) => ({ label, from, to, rows: rows[at]! })),
    codes,
  };
}
