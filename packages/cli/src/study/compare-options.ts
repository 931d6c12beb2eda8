import type { ComparedOutcome } from "@likewise/compare";
import {
  type Columns,
  type ComparisonPlan,
  effectMeasures,
  Failure,
  isBinaryColumn,
  numbersOf,
  type Outcome,
  schemas,
} from "@likewise/schema";
import type { CompareOptions } from "../commands/compare.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";

/** The columns of the file a comparison reads; no other is. */
export function columnsNeeded(options: CompareOptions): string[] {
  const named = [options.id, options.treatment, options.time, options.event, options.exposure, options.cluster];
  const lists = [options.outcome, options.covariates, options.exact, options.baselineOutcome].flatMap(listed);
  return [...new Set([...named.filter((name) => name !== undefined), ...lists])];
}

/** What an outcome column is; its direction only where it is declared or, for an event, by the assumption printed. */
export function declareOutcome(name: string, table: Columns, options: CompareOptions): ComparedOutcome {
  const kind = kindOf(name, table, options);
  const direction = options.better ?? (kind === "binary" ? "lower" : null);
  return {
    id: name,
    label: name,
    definition: name,
    kind,
    ...(direction === null ? {} : { direction: oneOf("better", direction, ["lower", "higher"]) }),
    ...primaryOf(name, options),
  };
}

function kindOf(name: string, table: Columns, { type }: CompareOptions): "binary" | "continuous" | "count" {
  if (type !== undefined) return oneOf("type", type, ["binary", "continuous", "count"]);
  const column = table.columns[name]!;
  if (isBinaryColumn(column)) return "binary";
  if (column.type === "category" || column.type === "text") {
    throw new Failure("data", `outcome ${name}: expected numbers or yes and no, found other text`);
  }
  numbersOf(table, name);
  return "continuous";
}

/** `--primary outcome:measure:estimator`, for the outcome it names. */
function primaryOf(name: string, options: CompareOptions): Partial<Outcome> {
  if (options.primary === undefined) return {};
  const [outcome, measure, estimator] = options.primary.split(":");
  const outcomes = listed(options.outcome);
  if (outcome === undefined || measure === undefined || estimator === undefined || !outcomes.includes(outcome)) {
    const hint = didYouMean(outcome ?? "", outcomes);
    throw new Failure(
      "usage",
      `--primary: expected OUTCOME:MEASURE:ESTIMATOR of an outcome compared, found another${hint}`,
    );
  }
  if (outcome !== name) return {};
  return {
    measure: oneOf(
      "primary",
      measure,
      effectMeasures.map(({ id }) => id),
    ),
    estimator,
    primary: true,
  };
}

/** The options as the comparison of a plan, so that file and study go the same way. */
export function comparisonPlan(options: CompareOptions): ComparisonPlan & { readonly seed: number } {
  const optional = {
    estimand: options.estimand === undefined ? undefined : planWord("estimand", options.estimand),
    score: options.score === undefined ? undefined : planWord("score", options.score),
    distance: options.distance === undefined ? undefined : planWord("distance", options.distance),
    order: options.order === undefined ? undefined : planWord("order", options.order),
    missing: options.missing === undefined ? undefined : planWord("missing", options.missing),
    baselineOutcome: options.baselineOutcome,
    cluster: options.cluster,
    replace: options.replace,
    caliper: numberOf("caliper", options.caliper),
    ratio: numberOf("ratio", options.ratio),
    exact: options.exact === undefined ? undefined : listed(options.exact),
  };
  return {
    id: "comparison",
    assignment: planWord("assignment", options.assignment),
    comparator: comparatorOf(options),
    method: planWord("method", options.method),
    covariates: listed(options.covariates),
    level: numberOf("level", options.level)!,
    seed: numberOf("seed", options.seed) ?? 1,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** As typed; otherwise what the assignment makes of people not treated. */
function comparatorOf({ assignment, comparator }: CompareOptions): ComparisonPlan["comparator"] {
  if (comparator !== undefined) return planWord("comparator", comparator);
  return assignment === "random" ? "randomised-control" : "concurrent-untreated";
}

type WordKey = "assignment" | "comparator" | "method" | "estimand" | "score" | "distance" | "order" | "missing";

/** A word the plan's schema lists for this key; the list is written there and nowhere else. */
function planWord<Key extends WordKey>(key: Key, word: string): NonNullable<ComparisonPlan[Key]> {
  const study = schemas.study as { $defs: { ComparisonPlan: { properties: Record<Key, { enum: string[] }> } } };
  return oneOf(key, word, study.$defs.ComparisonPlan.properties[key].enum) as NonNullable<ComparisonPlan[Key]>;
}

/** A list as typed, separated by commas. */
export function listed(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Failure("usage", `--${name}: expected a number, found something else`);
  return value;
}

function oneOf<Word extends string>(name: string, word: string, words: readonly Word[]): Word {
  if (!words.includes(word as Word)) {
    throw new Failure("usage", `--${name}: expected ${words.join(", ")}, found another word${didYouMean(word, words)}`);
  }
  return word as Word;
}
