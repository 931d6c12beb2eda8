import { simulatedComparison } from "../../packages/compare/src/index.ts";
import { powerOfTest, simulatedPower } from "../../packages/stats/src/index.ts";
import { baseRisk, type CalibrationDesign, people, smallestEffect } from "./designs.ts";

/** The power a plan prints for the smallest effect of interest at this size, and where it comes from. */
export interface PlannedPower {
  readonly how: "formula" | "simulation";
  readonly power: number;
  /** What more studies of the same kind could make of it, 95 %; of a formula both are the power. */
  readonly lower: number;
  readonly upper: number;
  readonly studies: number;
}

/** By formula for a trial; by simulation where people are matched or weighted, from what a planner knows: distances and log odds. */
export function plannedPower(design: CalibrationDesign, studies: number): PlannedPower {
  const { comparison, treated, ratio } = design;
  if (comparison.method === "none") {
    const outcome = { kind: "proportion", base: baseRisk } as const;
    const power = powerOfTest({ outcome, ratio }, { effect: smallestEffect, first: treated });
    if (typeof power !== "number") throw new Error(power.refused.why);
    return { how: "formula", power, lower: power, upper: power, studies: 0 };
  }
  const study = simulatedComparison({
    plan: comparison,
    ratio,
    base: baseRisk,
    effect: smallestEffect,
    covariates: [
      { name: "sex", difference: 0, logOdds: 0 },
      ...people.map(({ name, sd, difference, logOdds }) => ({
        name,
        difference: difference / sd,
        logOdds: logOdds * sd,
      })),
    ],
  });
  const found = simulatedPower({ study: (stream) => study(stream, treated), studies, seed: `plan ${design.id}` });
  return { how: "simulation", power: found.power, lower: found.lower, upper: found.upper, studies };
}
