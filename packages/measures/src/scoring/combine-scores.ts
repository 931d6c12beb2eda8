import type { RawScore } from "./add-up.ts";
import { stateCodes } from "./score-states.ts";

/** A weighted sum of scores: missing where one of them is, prorated where one of them is. */
export function combineScores(parts: readonly { readonly score: RawScore; readonly weight: number }[]): RawScore {
  const rows = parts[0]?.score.values.length ?? 0;
  const values = new Float64Array(rows);
  const answered = new Uint16Array(rows);
  const state = new Uint8Array(rows);
  for (const { score, weight } of parts) {
    for (let row = 0; row < rows; row++) {
      values[row]! += weight * score.values[row]!;
      answered[row]! += score.answered[row]!;
      state[row] = worse(state[row]!, score.state[row]!);
    }
  }
  return { values, answered, state };
}

function worse(a: number, b: number): number {
  return rank(a) >= rank(b) ? a : b;
}

/** Complete, prorated, missing, refused. */
function rank(state: number): number {
  return state === stateCodes.prorated ? 0.5 : state;
}
