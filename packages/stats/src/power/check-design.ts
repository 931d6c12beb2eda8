import { designEffect } from "./design-effect.ts";
import type { TwoGroupDesign } from "./two-group-design.ts";

/** Everything a plan of two groups has to hold before a number is made from it. */
export function checkDesign(caller: string, design: TwoGroupDesign): void {
  const { outcome, ratio, second, level = 0.95, clusters, matchedCorrelation } = design;
  const above = (name: string, value: number, unit: string) => {
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`${caller}: ${name} must be > 0 and finite (${unit}), got ${value}`);
  };
  if (outcome.kind === "proportion" && !(outcome.base >= 0 && outcome.base <= 1))
    throw new RangeError(`${caller}: base must be a share of the second group (0 to 1), got ${outcome.base}`);
  if (outcome.kind === "mean") above("sd", outcome.sd, "unit of the outcome");
  if (outcome.kind === "rate") {
    above("base", outcome.base, "events per unit of time");
    above("exposure", outcome.exposure ?? 1, "unit of time");
    const dispersion = outcome.dispersion ?? 0;
    if (!(dispersion >= 0 && Number.isFinite(dispersion)))
      throw new RangeError(`${caller}: dispersion must be >= 0 (squared coefficient of variation), got ${dispersion}`);
  }
  if (outcome.kind === "hazard" && !(outcome.eventShare > 0 && outcome.eventShare <= 1))
    throw new RangeError(`${caller}: eventShare must be above 0 and at most 1, got ${outcome.eventShare}`);
  if (ratio !== undefined && second !== undefined)
    throw new RangeError(`${caller}: ratio and second must not both be given, got ${ratio} and ${second}`);
  above("ratio", ratio ?? 1, "units of the second group for each of the first");
  if (second !== undefined) above("second", second, "units");
  if (!(level > 0 && level < 1))
    throw new RangeError(`${caller}: level must lie between 0 and 1 (confidence level), got ${level}`);
  if (clusters !== undefined) designEffect(clusters);
  if (matchedCorrelation === undefined) return;
  if (!(matchedCorrelation > -1 && matchedCorrelation < 1))
    throw new RangeError(`${caller}: matchedCorrelation must lie between -1 and 1, got ${matchedCorrelation}`);
  if (second !== undefined)
    throw new RangeError(`${caller}: second must be left out where units are matched: ratio says how many each has`);
  if (outcome.kind === "hazard" || clusters !== undefined) {
    const what = clusters === undefined ? "hazards" : "clusters";
    throw new RangeError(`${caller}: matched ${what} have no formula; use simulatedPower`);
  }
}

/** Effects a plan can have, ends excluded, and the one that is none. */
export function effectRange({ outcome }: TwoGroupDesign): { least: number; none: number; most: number } {
  switch (outcome.kind) {
    case "proportion":
      return { least: -outcome.base, none: 0, most: 1 - outcome.base };
    case "mean":
      return { least: Number.NEGATIVE_INFINITY, none: 0, most: Number.POSITIVE_INFINITY };
    case "rate":
      return { least: -outcome.base, none: 0, most: Number.POSITIVE_INFINITY };
    case "hazard":
      return { least: 0, none: 1, most: Number.POSITIVE_INFINITY };
  }
}

/** An effect other than none that the outcome can have; proportions and rates may reach their ends. */
export function checkEffect(caller: string, design: TwoGroupDesign, effect: number): void {
  const { least, none, most } = effectRange(design);
  const isHazard = design.outcome.kind === "hazard";
  const within = isHazard ? effect > least : effect >= least;
  if (Number.isFinite(effect) && within && effect <= most && effect !== none) return;
  const rule = isHazard ? "a hazard ratio above 0 other than 1" : `from ${least} to ${most}, other than 0`;
  throw new RangeError(`${caller}: effect must be ${rule}, got ${effect}`);
}

export function checkPower(caller: string, power: number, level: number): void {
  if (!(power > (1 - level) / 2 && power < 1))
    throw new RangeError(`${caller}: power must be above ${(1 - level) / 2} (chance alone) and below 1, got ${power}`);
}
