import type { MeasureScore } from "@likewise/schema";
import type { RawScore } from "./add-up.ts";
import { stateCodes } from "./score-states.ts";

/** The steps a definition puts after adding up. A table has no entry for a prorated total: there is then no score. */
export function transformScores(raw: RawScore, steps: NonNullable<MeasureScore["transform"]>): RawScore {
  const values = raw.values.slice();
  const state = raw.state.slice();
  for (const { multiply, add, lookup } of steps) {
    for (let row = 0; row < values.length; row++) {
      if (multiply !== undefined) values[row]! *= multiply;
      if (add !== undefined) values[row]! += add;
      if (lookup === undefined || hasNone(state[row]!)) continue;
      const found = lookup.values[(values[row]! - lookup.start) / lookup.step];
      if (found === undefined) state[row] = stateCodes.missing;
      else values[row] = found;
    }
  }
  return { values, answered: raw.answered, state };
}

function hasNone(state: number): boolean {
  return state === stateCodes.missing || state === stateCodes.refused;
}
