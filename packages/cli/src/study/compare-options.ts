import type { ComparedOutcome } from "@likewise/compare";
import {
  type Columns,
  type ComparisonPlan,
  cell,
  checkReference,
  effectMeasures,
  Failure,
  isBinaryColumn,
  isPresent,
  numbersOf,
  type Outcome,
  readTruth,
  schemas,
} from "@likewise/schema";
import type { CompareOptions } from "../commands/compare.ts";
import { type PlanOption, planOptions } from "../commands/compare-plan-options.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import { flagNumber } from "./flag-number.ts";
import { courseColumns, targetTrialAsked } from "./target-trial-of-file.ts";

/** The columns of the file a comparison reads; no other is. */
export function columnsNeeded(options: CompareOptions): string[] {
  const named = [options.id, options.treatment, options.time, options.event, options.exposure, options.cluster];
  const lists = [listed(options.outcome), baselineColumns(options), courseColumns(options)].flat();
  return [...new Set([...named.filter((name) => typeof name === "string"), ...lists])];
}

/** Columns known before the index date, whatever they are used for. */
export function baselineColumns(options: CompareOptions): string[] {
  const ofPlan = planOptions
    .filter(({ key }) => baselineKeys.includes(key))
    .flatMap(({ flag, form }) => {
      const typed = options[camelCase(flag)];
      if (typeof typed !== "string") return [];
      return form === "numbers by name" ? Object.keys(numbersByName(flag, typed)) : listed(typed);
    });
  return [...new Set([...listed(options.covariates), ...ofPlan])];
}

const baselineKeys: readonly (keyof ComparisonPlan)[] = [
  "exact",
  "antiExact",
  "covariateCalipers",
  "distanceCovariates",
  "baselineOutcome",
  "subgroups",
  "strata",
  "samplingWeights",
];

/** What can be told wrong of the options alone is told before any row is read. */
export function requireOptions(options: CompareOptions): void {
  const { type, better } = options;
  if (type !== undefined) oneOf("type", type, outcomeKinds);
  if (better !== undefined) oneOf("better", better, directions);
  for (const name of listed(options.outcome)) primaryOf(name, options);
  for (const name of listed(options.categories)) {
    if (!baselineColumns(options).includes(name))
      throw new Failure(
        "usage",
        `--categories: expected covariates, found "${name}"${didYouMean(name, baselineColumns(options))}`,
      );
  }
}

const outcomeKinds = ["binary", "continuous", "count", "time-to-event"] as const;
const directions = ["lower", "higher"] as const;

/** What an outcome column is; its direction only where it is declared or, for an event, by the assumption printed. */
export function declareOutcome(name: string, table: Columns, options: CompareOptions): ComparedOutcome {
  const kind = kindOf(name, table, options);
  const direction = options.better ?? (kind === "binary" || kind === "time-to-event" ? "lower" : null);
  return {
    id: name,
    label: name,
    definition: name,
    kind,
    ...(direction === null ? {} : { direction: oneOf("better", direction, directions) }),
    ...primaryOf(name, options),
  };
}

function kindOf(name: string, table: Columns, options: CompareOptions): Outcome["kind"] {
  const { type } = options;
  if (type !== undefined) return oneOf("type", type, outcomeKinds);
  const column = table.columns[name]!;
  if (isBinaryColumn(column)) return isFollowedUnequally(name, table, options) ? "time-to-event" : "binary";
  if (column.type === "category" || column.type === "text") {
    throw new Failure("data", `outcome ${name}: expected numbers or yes and no, found other text`);
  }
  numbersOf(table, name);
  return "continuous";
}

/**
 * Whether somebody without the event was last seen before it came to somebody else: a share with the event would then say how
 * long people were followed as much as what happened to them.
 */
function isFollowedUnequally(name: string, table: Columns, { time, event }: CompareOptions): boolean {
  if (time === undefined || (event ?? name) !== name) return false;
  const times = numbersOf(table, time);
  const happened = table.columns[name]!;
  let lastEvent = Number.NEGATIVE_INFINITY;
  let firstEnd = Number.POSITIVE_INFINITY;
  for (let row = 0; row < table.numRows; row++) {
    const value = cell(happened, row);
    if (value === null || !isPresent(times, row)) continue;
    if (readTruth(value)) lastEvent = Math.max(lastEvent, times.values[row]!);
    else firstEnd = Math.min(firstEnd, times.values[row]!);
  }
  return firstEnd < lastEvent;
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
  const optional = planOptions.flatMap((option) => {
    const typed = options[camelCase(option.flag)];
    return typed === undefined ? [] : [[option.key, planValue(option, typed)] as const];
  });
  const targetTrial = targetTrialAsked(options);
  const { seed, ...plan } = {
    id: "comparison",
    assignment: planWord("assignment", "assignment", options.assignment),
    comparator: comparatorOf(options),
    method: planWord("method", "method", options.method),
    covariates: listed(options.covariates),
    level: flagNumber("level", options.level)!,
    seed: flagNumber("seed", options.seed) ?? 1,
    ...Object.fromEntries(optional),
    ...(targetTrial === undefined ? {} : { targetTrial }),
  };
  requireFitting(plan);
  return { ...plan, seed };
}

/** Numbers out of range are wrong usage, by the rules the plan's schema has for them. */
function requireFitting(plan: ComparisonPlan): void {
  const [problem] = checkReference("study.schema.json#/$defs/ComparisonPlan", plan);
  if (problem === undefined) return;
  const [key, ...within] = problem.path.split(".");
  const flag = planOptions.find((option) => option.key === key)?.flag ?? key;
  throw new Failure("usage", `--${flag}: ${[...within, problem.message].join(" ")}`);
}

function planValue({ flag, key, form }: PlanOption, typed: string | boolean): unknown {
  if (typeof typed === "boolean" || form === "name") return typed;
  if (form === "word") return planWord(flag, key, typed);
  if (form === "list") return listed(typed);
  return form === "number" ? flagNumber(flag, typed) : numbersByName(flag, typed);
}

/** `age=0.5,prio=1` as numbers by name. */
function numbersByName(flag: string, typed: string): Record<string, number> {
  return Object.fromEntries(
    listed(typed).map((part) => {
      const [name, number] = part.split("=").map((piece) => piece.trim());
      if (!name || number === undefined) {
        throw new Failure("usage", `--${flag}: expected NAME=NUMBER, separated by commas, found something else`);
      }
      return [name, flagNumber(flag, number)!];
    }),
  );
}

/** `anti-exact` as the parser hands it on: `antiExact`. */
function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** As typed; otherwise what the assignment makes of people not treated. */
function comparatorOf({ assignment, comparator }: CompareOptions): ComparisonPlan["comparator"] {
  if (comparator !== undefined) return planWord("comparator", "comparator", comparator);
  return assignment === "random" ? "randomised-control" : "concurrent-untreated";
}

/** A word the plan's schema lists for this key; the list is written there and nowhere else. */
function planWord<Key extends keyof ComparisonPlan>(
  flag: string,
  key: Key,
  word: string,
): NonNullable<ComparisonPlan[Key]> {
  const study = schemas.study as { $defs: { ComparisonPlan: { properties: Record<Key, { enum: string[] }> } } };
  return oneOf(flag, word, study.$defs.ComparisonPlan.properties[key].enum) as NonNullable<ComparisonPlan[Key]>;
}

/** A list as typed, separated by commas. */
export function listed(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

function oneOf<Word extends string>(name: string, word: string, words: readonly Word[]): Word {
  if (!words.includes(word as Word)) {
    throw new Failure("usage", `--${name}: expected ${words.join(", ")}, found another word${didYouMean(word, words)}`);
  }
  return word as Word;
}
