import type { Estimate } from "@likewise/schema";

const adjustments: Readonly<Record<Estimate["adjustment"], string>> = {
  none: "as they are",
  covariates: "adjusted",
  matching: "matched",
  weighting: "weighted",
  design: "by design",
};

/** How an estimate is told from its neighbours: what makes the groups alike, and for whom. */
export function estimatorLabel(estimate: Estimate): string {
  const subgroup = estimate.subgroup === null ? "" : `, ${estimate.subgroup}`;
  return `${adjustments[estimate.adjustment]}${subgroup}`;
}

/** The scale's name as a reader should see it. */
export const scaleNames: Readonly<Record<string, string>> = {
  wwclg: "Maryland Scientific Methods Scale as adapted by the What Works Centre for Local Economic Growth (2016)",
  original: "original Maryland Scientific Methods Scale (1998)",
};

/** The scale's short name, for a tile or a table. */
export const shortScaleNames: Readonly<Record<string, string>> = {
  wwclg: "Maryland scale (What Works Centre edition)",
  original: "original Maryland scale",
};

/** What a record rests on. */
export const basisLabels: Readonly<Record<string, string>> = {
  proven: "proven (conviction, caution, reprimand or warning)",
  charged: "arrest or charge",
  "recorded-crime": "crime recorded by the police",
  incident: "incident recorded by the police",
  "victim-report": "the victim-survivor’s account",
  "self-report": "the person’s own account",
  "worker-judgement": "a worker’s judgement",
};
