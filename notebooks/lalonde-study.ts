import { compareGroups } from "@likewise/compare";
import { artefactsFromTable, type Columns, type Comparison, type ComparisonPlan } from "@likewise/schema";

export type LalondeComparison = Comparison;

export const covariates = ["age", "educ", "race", "married", "nodegree", "re74", "re75"];

type Choice = Partial<ComparisonPlan>;

/** Ways of answering the same question, the naive one first. */
export const methodPlans: Readonly<Record<string, Choice>> = {
  "as they are": { method: "none", covariates: [] },
  regression: { method: "none" },
  "nearest, caliper 0.2": { method: "nearest", caliper: 0.2 },
  "optimal pairs": { method: "optimal" },
  "full matching": { method: "full" },
  "five strata of the score": { method: "subclass" },
  "coarsened exact": { method: "cem" },
  "inverse probability, trained": { method: "ipw", estimand: "att" },
  "inverse probability, everyone": { method: "ipw", estimand: "ate" },
  overlap: { method: "overlap" },
  "entropy balancing": { method: "entropy" },
};

/** One comparison of earnings in 1978, straight from the rows. */
export function compareOnce(columns: Columns, choice: Choice): LalondeComparison {
  const chosen = choice.covariates ?? covariates;
  const artefacts = artefactsFromTable(columns, {
    id: "id",
    treatment: "treat",
    covariates: chosen,
    outcomes: [{ id: "re78", kind: "continuous", column: "re78" }],
  });
  return compareGroups({
    id: "lalonde",
    label: "supported work",
    ...artefacts,
    declarations: [{ id: "re78", kind: "continuous", direction: "higher" }],
    plan: {
      id: "lalonde",
      assignment: "selected",
      comparator: "concurrent-untreated",
      ...choice,
      covariates: chosen,
    },
    provenance: { inputs: [], seed: 1, version: "0.1.0", options: null },
    tieDraws: 0,
  }).comparison;
}

/** The estimate that decides, as plain numbers. */
export function effectOf({ estimates, matching, weighting, arms }: LalondeComparison) {
  const { estimate, interval, estimand } = estimates.find(({ primary }) => primary)!;
  const [low, high] = interval as [number, number];
  const effective = (matching ?? weighting)?.effectiveSampleSize.comparison ?? arms.comparison;
  return { estimate: estimate as number, low, high, estimand, effective: effective as number };
}

export interface SpecifiedAnswer {
  readonly adjustedFor: string;
  readonly method: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

const covariateSets: Readonly<Record<string, readonly string[]>> = {
  "all seven": covariates,
  "without earnings in 1974": covariates.filter((name) => name !== "re74"),
  "without any earnings": covariates.filter((name) => !name.startsWith("re7")),
};

/** Every method but the naive one, on each set of covariates, and those that use a score with either link. */
export function specifications(columns: Columns): SpecifiedAnswer[] {
  const answers = Object.entries(methodPlans).flatMap(([method, plan]) =>
    Object.entries(covariateSets).flatMap(([adjustedFor, chosen]) =>
      linksOf(plan).map((score) => {
        const choice = { ...plan, covariates: [...chosen], ...(score === null ? {} : { score }) };
        const { estimate, low, high } = effectOf(compareOnce(columns, choice));
        return { adjustedFor, method: score === null ? method : `${method}, ${score}`, estimate, low, high };
      }),
    ),
  );
  return answers.filter(({ method }) => method !== "as they are").sort((a, b) => a.estimate - b.estimate);
}

function linksOf({ method }: Choice): readonly ("logit" | "probit" | null)[] {
  return method === "none" || method === "cem" || method === "entropy" ? [null] : ["logit", "probit"];
}
