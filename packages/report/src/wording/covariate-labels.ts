import type { Results } from "@likewise/schema";

/**
 * What a characteristic is called: by the label of the plan, else by what its name is made of.
 *
 * @param covariate name of a column, such as `prior_da_12m`
 */
export function covariateLabel(covariate: string, results: Results): string {
  return plannedLabel(covariate, results) ?? madeLabel(covariate);
}

/**
 * A characteristic with its level, or a term of a model: `area=Northside` reads "area: Northside".
 *
 * @param level null where it has none
 */
export function covariateName(
  { covariate, level }: { readonly covariate: string; readonly level: string | null },
  results: Results,
): string {
  const name = covariateLabel(covariate, results);
  return level === null ? name : `${name}: ${level}`;
}

/** A text in which names of characteristics are replaced by what they are called. */
export function withCovariateLabels(text: string, results: Results): string {
  if (!text.includes("_")) return text;
  return text.replace(/(?<![\w.-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w.-]*\w)/g, (name) =>
    isCovariate(name, results) ? covariateLabel(name, results) : name,
  );
}

interface History {
  readonly id?: unknown;
  readonly label?: unknown;
}

function plannedLabel(id: string, { options, measures }: Results): string | null {
  const cohort = options?.cohort as { readonly baseline?: readonly History[] } | null | undefined;
  const label = cohort?.baseline?.find((row) => row.id === id)?.label;
  if (typeof label === "string") return label;
  const entries = (options?.measures ?? []) as readonly ScoreOfPlan[];
  const score = entries.find(({ covariate }) => covariate?.name === id);
  if (score === undefined) return null;
  const line = measures.find((one) => one.id === (score.id ?? score.measure));
  return line === undefined ? null : `${line.measure.abbreviation} at ${line.waves[0]}`;
}

/** An instrument whose first score is a characteristic. */
interface ScoreOfPlan {
  readonly id?: string;
  readonly measure: string;
  readonly covariate?: { readonly name: string };
}

function isCovariate(name: string, results: Results): boolean {
  return (
    plannedLabel(name, results) !== null ||
    results.comparisons.some(({ balance }) => balance.some(({ covariate }) => covariate === name))
  );
}

/** `prior_da_12m` reads "prior domestic-abuse crimes, 12 months before", `risk_level` reads "risk level". */
function madeLabel(covariate: string): string {
  const parts = covariate.split("_");
  const months = /^(\d+)m$/.exec(parts.at(-1) ?? "");
  const words = (months === null ? parts : parts.slice(0, -1)).map((part) => partNames[part] ?? part).join(" ");
  return months === null ? words : `${words}, ${months[1]} months before`;
}

/** Parts of names that a reader would not know. */
const partNames: Readonly<Record<string, string>> = {
  da: "domestic-abuse crimes",
  all: "crimes of any kind",
};
