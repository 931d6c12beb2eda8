import type { ComparedOutcome } from "@likewise/compare";
import {
  type Columns,
  type ComparisonPlan,
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
    ...primaryOf(name, options.primary),
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

function primaryOf(name: string, primary: string | undefined): Partial<Outcome> {
  const [outcome, measure, estimator] = (primary ?? "").split(":");
  if (outcome !== name || measure === undefined || estimator === undefined) return {};
  return { measure: measure as NonNullable<Outcome["measure"]>, estimator, primary: true };
}

/** The options as the comparison of a plan, so that file and study go the same way. */
export function comparisonPlan(options: CompareOptions): ComparisonPlan & { readonly seed: number } {
  const optional = {
    estimand: planWord("estimand", options.estimand),
    score: planWord("score", options.score),
    distance: planWord("distance", options.distance),
    order: planWord("order", options.order),
    missing: planWord("missing", options.missing),
    baselineOutcome: options.baselineOutcome,
    cluster: options.cluster,
    replace: options.replace,
    caliper: numberOf("caliper", options.caliper),
    ratio: numberOf("ratio", options.ratio),
    exact: options.exact === undefined ? undefined : listed(options.exact),
  };
  return {
    id: "comparison",
    assignment: planWord("assignment", options.assignment)!,
    comparator: comparatorOf(options),
    method: planWord("method", options.method)!,
    covariates: listed(options.covariates),
    level: numberOf("level", options.level)!,
    seed: numberOf("seed", options.seed) ?? 1,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function comparatorOf({ assignment, comparator }: CompareOptions): ComparisonPlan["comparator"] {
  return assignment === "random" ? "randomised-control" : planWord("comparator", comparator)!;
}

type WordKey = "assignment" | "comparator" | "method" | "estimand" | "score" | "distance" | "order" | "missing";

/** A word the plan's schema lists for this key; the list is written there and nowhere else. */
function planWord<Key extends WordKey>(key: Key, word: string | undefined): ComparisonPlan[Key] {
  if (word === undefined) return undefined as ComparisonPlan[Key];
  const study = schemas.study as { $defs: { ComparisonPlan: { properties: Record<Key, { enum: string[] }> } } };
  return oneOf(key, word, study.$defs.ComparisonPlan.properties[key].enum) as ComparisonPlan[Key];
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
