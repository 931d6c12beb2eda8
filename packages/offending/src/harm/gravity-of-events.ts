import type { Columns } from "@likewise/schema";
import { valueAt } from "../events/read-cell.ts";
import type { HarmWeights } from "./harm-weights.ts";
import type { OffenceMatch } from "./offence-matcher.ts";
import { stepGravity } from "./step-gravity.ts";

/** Weights of events by a gravity table, each moved by its factors. */
export interface GravityOfEvents {
  readonly weights: readonly (number | null)[];
  readonly notes: readonly string[];
}

/**
 * Gravity of events after aggravating and mitigating factors (`gravity_factors`), where the table is a scale of whole
 * points; its ends are 1 and 4, or the table's greatest where that is more. Missing factors move nothing. Weights of other
 * schemes stay as they are: no factor of ours may change what an index says.
 */
export function gravityOfEvents(
  { scheme, rows }: HarmWeights,
  matches: readonly OffenceMatch[],
  { columns: { gravity_factors: factors } }: Columns,
): GravityOfEvents {
  const plain = matches.map(({ weight }) => weight);
  if (scheme !== "gravity" || factors === undefined) return { weights: plain, notes: [] };
  if (!rows.every(({ weight }) => Number.isInteger(weight) && weight >= 1)) {
    return { weights: plain, notes: ["Factors move no gravity, as the table is no scale of whole points from 1"] };
  }
  const greatest = rows.reduce((most, { weight }) => Math.max(most, weight), 4);
  let moved = 0;
  let atEnd = 0;
  const weights = plain.map((weight, row) => {
    if (weight === null) return null;
    const factor = valueAt(factors, row);
    const both = factor === "both";
    const step = { aggravating: both || factor === "aggravating", mitigating: both || factor === "mitigating" };
    const stepped = stepGravity(weight, step, [1, greatest]);
    moved += Number(stepped.gravity !== weight);
    atEnd += Number(stepped.atEnd);
    return stepped.gravity;
  });
  return {
    weights,
    notes: [`Events whose gravity factors moved one step: ${moved}; at the end of the scale and not moved: ${atEnd}`],
  };
}
