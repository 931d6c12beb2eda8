import type { Estimate } from "../generated/types.ts";

export type EffectMeasureId = Estimate["measure"];

/** What a measure of effect is: its scale, where no effect lies, and how it is spoken of. */
export interface EffectMeasure {
  readonly id: EffectMeasureId;
  readonly label: string;
  readonly nullValue: 0 | 1;
  readonly ratio: boolean;
  readonly absolute: boolean;
}

export const effectMeasures: readonly EffectMeasure[] = [
  { id: "riskDifference", label: "risk difference", nullValue: 0, ratio: false, absolute: true },
  { id: "riskRatio", label: "risk ratio", nullValue: 1, ratio: true, absolute: false },
  { id: "oddsRatio", label: "odds ratio", nullValue: 1, ratio: true, absolute: false },
  { id: "meanDifference", label: "mean difference", nullValue: 0, ratio: false, absolute: true },
  { id: "rateDifference", label: "rate difference", nullValue: 0, ratio: false, absolute: true },
  { id: "rateRatio", label: "rate ratio", nullValue: 1, ratio: true, absolute: false },
  { id: "hazardRatio", label: "hazard ratio", nullValue: 1, ratio: true, absolute: false },
  {
    id: "restrictedMeanSurvivalTimeDifference",
    label: "difference in restricted mean survival time",
    nullValue: 0,
    ratio: false,
    absolute: true,
  },
  { id: "differenceInDifferences", label: "difference in differences", nullValue: 0, ratio: false, absolute: true },
  { id: "levelChange", label: "change in level", nullValue: 0, ratio: false, absolute: true },
  { id: "slopeChange", label: "change in slope", nullValue: 0, ratio: false, absolute: true },
];

/**
 * The declaration of a measure of effect.
 *
 * @throws RangeError when there is no such measure
 * @example
 * effectMeasure("riskRatio").nullValue; // 1
 */
export function effectMeasure(id: EffectMeasureId): EffectMeasure {
  const measure = effectMeasures.find((one) => one.id === id);
  if (measure === undefined) throw new RangeError(`effectMeasure: id must be a measure of effect, got ${id}`);
  return measure;
}
