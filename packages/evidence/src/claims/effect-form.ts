import { type Estimate, effectMeasure } from "@likewise/schema";

/** How a measure of effect is put into words. */
export type EffectForm = "share" | "mean" | "ratio";

/**
 * The form of a measure: a share reads per 100 people, other differences in their own unit, ratios only beside the
 * values of both arms.
 *
 * @example
 * effectForm("riskDifference"); // "share"
 * effectForm("hazardRatio"); // "ratio"
 */
export function effectForm(measure: Estimate["measure"]): EffectForm {
  if (measure === "riskDifference") return "share";
  return effectMeasure(measure).ratio ? "ratio" : "mean";
}

/** Whether the events behind a measure are people, each counted once; of a rate or a mean they are events. */
export function eventsArePeople(measure: Estimate["measure"]): boolean {
  return ["riskDifference", "riskRatio", "oddsRatio", "hazardRatio"].includes(measure);
}

/** Which side of no difference an estimate lies on, in terms of its outcome: `none` when its interval includes it. */
export type Side = "lower" | "higher" | "none";

/** More time before the event is less of the outcome. */
const lessIsMore: readonly Estimate["measure"][] = ["restrictedMeanSurvivalTimeDifference"];

/**
 * The side of an interval, by one rule for verdicts, sentences and colours: an interval that touches no difference
 * includes it.
 *
 * @param measure the measure of effect; more time free of an event is less of the outcome
 * @param low     lower limit, on the measure's own scale; may be -Infinity
 * @param high    upper limit; may be Infinity
 * @example
 * effectSide("riskDifference", -0.2, -0.01); // "lower"
 * effectSide("rateRatio", 0.8, 1); // "none"
 */
export function effectSide(measure: Estimate["measure"], low: number, high: number): Side {
  const { nullValue } = effectMeasure(measure);
  if (low <= nullValue && high >= nullValue) return "none";
  return high < nullValue !== lessIsMore.includes(measure) ? "lower" : "higher";
}
