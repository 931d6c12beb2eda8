import { type Estimate, levelPercent } from "@likewise/schema";

/** What makes the groups alike, as a heading names it. */
export const adjustmentNames: Readonly<Record<Estimate["adjustment"], string>> = {
  none: "without adjustment",
  covariates: "adjusted",
  matching: "matched",
  weighting: "weighted",
  design: "by design",
};

/** How an estimate is told from its neighbours: what makes the groups alike, and for whom. */
export function estimatorLabel(estimate: Estimate): string {
  const subgroup = estimate.subgroup === null ? "" : `, ${estimate.subgroup}`;
  const twice = ["matching", "weighting"].includes(estimate.adjustment) && estimate.adjustedFor.length > 0;
  return `${adjustmentNames[estimate.adjustment]}${twice ? " and adjusted" : ""}${subgroup}`;
}

/** How an estimate made its groups alike, after its measure: "risk difference among matched people". */
export const estimatorPhrases: Readonly<Record<string, string>> = {
  crude: "without adjustment",
  adjusted: "adjusted for what was measured",
  matched: "among matched people",
  weighted: "with people weighted to be alike",
  design: "from the design",
};

/** The scale's name in full, for a method section. */
export const scaleNames: Readonly<Record<string, string>> = {
  wwclg: "Maryland Scientific Methods Scale as adapted by the What Works Centre for Local Economic Growth (2016)",
  original: "original Maryland Scientific Methods Scale (1998)",
};

/** The scale's short name, for a sentence, a tile or a table. Two scales share the name Maryland, so both say which. */
export const shortScaleNames: Readonly<Record<string, string>> = {
  wwclg: "Maryland scale (What Works Centre edition)",
  original: "original Maryland scale",
};

/** Models by the names a statistician would use. */
export const modelNames: Readonly<Record<string, string>> = {
  logistic: "Logistic regression",
  "least-squares": "Least squares",
  poisson: "Poisson regression",
  "cox-efron": "Cox regression (Efron’s ties)",
  "cox-firth": "Cox regression (Firth’s penalty)",
  "logistic-firth": "Logistic regression (Firth’s penalty)",
  "propensity-logit": "Propensity score (logistic regression)",
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

/** Whose account a number rests on. */
export const reporterNames: Readonly<Record<string, string>> = {
  "victim-survivor": "victim-survivors’ own account",
  perpetrator: "perpetrators’ own account",
  child: "children’s own account",
  worker: "workers’ records",
  police: "police records",
  court: "court records",
  administrative: "administrative records",
};

/** The four verdicts in a few words that claim no cause. */
export const verdictNames = {
  better: "Better than the comparison group",
  worse: "Worse than the comparison group",
  "no-clear-difference": "No clear difference",
  "cannot-say": "Cannot say",
} as const;

/** The same in a word or two, for a table that says in its columns who is compared. */
export const shortVerdictNames: Readonly<Record<keyof typeof verdictNames, string>> = {
  better: "Better",
  worse: "Worse",
  "no-clear-difference": "No clear difference",
  "cannot-say": "Cannot say",
};

/**
 * What an interval of this level is called.
 *
 * @param level 0 to 1
 * @example
 * intervalName(0.95); // "95% interval"
 */
export function intervalName(level: number): string {
  return `${levelPercent(level)} interval`;
}
