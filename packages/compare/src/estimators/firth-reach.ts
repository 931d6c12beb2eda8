import type { AnalysisSet } from "../outcomes/analysis-set.ts";
import type { AdjustedDesign } from "./adjusted-design.ts";
import { eventsIn } from "./arm-summary.ts";

/** People times squared columns beyond which a penalised fit would take minutes. */
const mostWork = 2_000_000;

/**
 * Whether Firth's penalised likelihood has anything to say where the plain one has no maximum: independent, unweighted people,
 * no more columns than events (and, for odds, than people without), and not so many that nobody would wait for it.
 */
export function isInReachOfFirth(people: AnalysisSet, { names }: AdjustedDesign): boolean {
  const { clusters, weights, kind, time, value } = people;
  const events = eventsIn(people, 1) + eventsIn(people, 0);
  const informative = kind === "binary" && time === null ? Math.min(events, value.length - events) : events;
  const isIndependent = clusters === null && weights === null;
  return isIndependent && names.length <= informative && value.length * names.length ** 2 <= mostWork;
}
