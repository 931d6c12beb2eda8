import type { Appraisal, DomainJudgement, Emmie, Estimate, Grade, PrecisionStatus } from "@likewise/schema";
import { effectFormat, isShare, spoken } from "../figures.ts";
import { formatCount, formatNumber } from "./formats.ts";

/** Domains of bias, as a table names them. */
export const domainNames: Readonly<Record<DomainJudgement["id"], string>> = {
  confounding: "Other reasons for a difference (confounding)",
  selection: "Who came into the study (selection)",
  classification: "Who counts as treated (classification)",
  deviations: "Treated otherwise than intended (deviations)",
  "missing-data": "Missing data",
  measurement: "How outcomes were measured",
  reporting: "Which result was reported",
};

/** Judgements, as a table names them. */
export const judgementNames: Readonly<Record<Appraisal["overall"], string>> = {
  low: "Low risk",
  moderate: "Moderate risk",
  serious: "Serious risk",
  critical: "Critical risk",
  "no-information": "No information",
};

/** What it takes to raise a level, cheapest first. */
const effortNames: Readonly<Record<NonNullable<Grade["raises"][number]["effort"]>, string>> = {
  paperwork: "in the plan",
  analysis: "in the analysis",
  data: "more data",
  comparison: "another comparison group",
  allocation: "another way to give places",
};

/** Dimensions of EMMIE. */
export const dimensionNames: Readonly<Record<Emmie["dimensions"][number]["id"], string>> = {
  effect: "Effect",
  mechanism: "Mechanism",
  moderators: "Moderators",
  implementation: "Implementation",
  economics: "Economics",
};

/** A step and, where a run knows it, what it would cost. */
export function raiseText({ to, step, effort, cost }: Grade["raises"][number]): string {
  const takes = effort === undefined ? "" : ` (${effortNames[effort]})`;
  const costs = cost == null ? "" : `; about £${formatCount(cost.pounds)} at ${cost.priceYear} prices`;
  return `To level ${to}${takes}: ${step}${costs}`;
}

/** What so many people could show, beside the smallest effect of interest; the numbers are the estimate's own. */
export function precisionTexts(status: PrecisionStatus, estimate: Estimate): string[] {
  const { precision } = estimate;
  const size = (value: number) =>
    isShare(estimate) ? `${effectFormat(estimate)(value)} in every 100` : effectFormat(estimate)(value);
  const detectable = precision?.detectableDifference;
  const needed = precision?.peopleForSmallestEffect;
  return [
    ...(precision == null
      ? []
      : [
          detectable === null
            ? "Not even the largest difference there can be would be found by 8 in 10 studies of this size"
            : `8 in 10 studies of this size would find a difference of ${spoken(detectable ?? null, size)}`,
        ]),
    ...(status.smallestEffect === null
      ? ["The plan names no smallest effect of interest"]
      : [`The smallest effect of interest is ${size(status.smallestEffect)}: ${powerNames[status.power]}`]),
    ...(needed === undefined
      ? []
      : [
          needed === null
            ? "No number of people would show it so often with such a comparison group"
            : `To show it so often takes ${spoken(needed, formatCount)} people in the programme, with as many others for each`,
        ]),
    ...status.flags.map((flag) => flagNames[flag]),
  ];
}

const powerNames: Readonly<Record<PrecisionStatus["power"], string>> = {
  adequate: "enough people to show it",
  low: "too few people to show it reliably",
  "very-low": "far too few people to show it",
  "not-known": "whether these people could show it is not known",
};

const flagNames: Readonly<Record<PrecisionStatus["flags"][number], string>> = {
  "few-treated": `Fewer than ${formatNumber(30, 0)} people treated`,
  "few-events": `Fewer than ${formatNumber(10, 0)} people treated with the outcome`,
};
