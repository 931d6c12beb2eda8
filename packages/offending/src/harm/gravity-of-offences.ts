import type { HarmWeights } from "./harm-weights.ts";
import type { OffenceMatch } from "./offence-matcher.ts";
import { stepGravity } from "./step-gravity.ts";

/** Weights of offences by a gravity table, each moved by its factors. */
export interface GravityOfOffences {
  readonly weights: readonly (number | null)[];
  readonly notes: readonly string[];
}

/**
 * Gravity of offences after aggravating and mitigating factors (`gravity_factors`), where the table is a scale of whole
 * points; its ends are 1 and 4, or the table's greatest where that is more. Missing factors move nothing. Weights of other
 * schemes stay as they are: no factor of ours may change what an index says.
 *
 * @param factors of each offence; null where the events have none
 * @param events  of each offence
 */
export function gravityOfOffences(
  { scheme, rows }: HarmWeights,
  matches: readonly OffenceMatch[],
  factors: readonly (string | null)[] | null,
  events: Float64Array,
): GravityOfOffences {
  const plain = matches.map(({ weight }) => weight);
  if (scheme !== "gravity" || factors === null) return { weights: plain, notes: [] };
  if (!rows.every(({ weight }) => Number.isInteger(weight) && weight >= 1)) {
    return { weights: plain, notes: ["Factors move no gravity, as the table is no scale of whole points from 1"] };
  }
  const greatest = rows.reduce((most, { weight }) => Math.max(most, weight), 4);
  let moved = 0;
  let atEnd = 0;
  const weights = plain.map((weight, offence) => {
    if (weight === null) return null;
    const factor = factors[offence];
    const both = factor === "both";
    const step = { aggravating: both || factor === "aggravating", mitigating: both || factor === "mitigating" };
    const stepped = stepGravity(weight, step, [1, greatest]);
    if (stepped.gravity !== weight) moved += events[offence]!;
    if (stepped.atEnd) atEnd += events[offence]!;
    return stepped.gravity;
  });
  return {
    weights,
    notes: [`Events whose gravity factors moved one step: ${moved}; at the end of the scale and not moved: ${atEnd}`],
  };
}
