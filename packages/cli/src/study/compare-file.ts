import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { compareGroups } from "@likewise/compare";
import { essentialCovariates, gradeComparison, makeClaims } from "@likewise/evidence";
import { readFlatFile } from "@likewise/ingest";
import { describeComparison, withComparisonTexts } from "@likewise/report";
import {
  artefactsFromTable,
  type Columns,
  type Comparison,
  type ComparisonPlan,
  type Facts,
  Failure,
  isBinaryColumn,
  numbersOf,
  type Outcome,
  validateFacts,
} from "@likewise/schema";
import { parse } from "yaml";
import type { CompareOptions } from "../commands/compare.ts";
import type { Console } from "../terminal/console.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import { version } from "../version.ts";
import { writeTexts } from "./write-texts.ts";

/** `likewise compare FILE`: the same packages as a run, on one table and without disclosure; the result is exact. */
export async function compareFile(options: CompareOptions, console: Console): Promise<number> {
  const facts = await readFacts(options.facts);
  const read = await readFlatFile({ file: options.file, columns: columnsNeeded(options), id: options.id });
  const outcomes = listed(options.outcome).map((name) => declare(name, read.columns, options));
  const artefacts = artefactsFromTable(read.columns, {
    id: options.id,
    treatment: options.treatment,
    treatedValue: options.treatedValue,
    covariates: listed(options.covariates),
    outcomes: outcomes.map(({ id, kind }) => ({
      id,
      kind,
      column: id,
      time: options.time,
      event: options.time === undefined ? undefined : (options.event ?? id),
      exposure: options.exposure,
    })),
    cluster: options.cluster,
  });
  const plan = comparisonPlan(options);
  const labels = {
    treated: `people with ${options.treatment} ${artefacts.labels.treated}`,
    comparison: `people with ${options.treatment} ${artefacts.labels.comparison}`,
  };
  const { comparison } = compareGroups({
    id: "comparison",
    label: `${labels.treated} against ${labels.comparison}`,
    baseline: artefacts.baseline,
    outcomes: artefacts.outcomes,
    declarations: outcomes,
    plan,
    labels,
    rowsRead: artefacts.rowsRead,
    exclusions: artefacts.exclusions,
    essential: essentialCovariates(facts),
    provenance: { inputs: [read.input], seed: plan.seed, version, options: null },
  });
  const graded = withEvidence(comparison, facts, outcomes);
  const text = options.json ? `${JSON.stringify(graded, null, 2)}\n` : `${describeComparison(graded)}\n`;
  if (options.out !== undefined) {
    await writeTexts(resolve(options.out), {
      [join("private", "comparison.json")]: `${JSON.stringify(graded, null, 2)}\n`,
    });
  }
  console.out(text);
  return graded.estimates.some((estimate) => estimate.primary) ? 0 : 4;
}

function withEvidence(comparison: Comparison, facts: Facts, outcomes: readonly Outcome[]): Comparison {
  const evidence = gradeComparison({ comparison, facts, outcomes: [...outcomes] });
  const claims = makeClaims({ comparison: { ...comparison, evidence }, grades: evidence, outcomes: [...outcomes] });
  return withComparisonTexts({ ...comparison, evidence, claims });
}

function columnsNeeded(options: CompareOptions): string[] {
  const named = [options.id, options.treatment, options.time, options.event, options.exposure, options.cluster];
  const lists = [options.outcome, options.covariates, options.exact, options.baselineOutcome].flatMap(listed);
  return [...new Set([...named.filter((name) => name !== undefined), ...lists])];
}

/** What an outcome column is; its direction only where it is declared or, for an event, by the assumption printed. */
function declare(name: string, table: Columns, options: CompareOptions): Outcome {
  const kind = kindOf(name, table, options);
  const direction = options.better ?? (kind === "binary" ? "lower" : null);
  return {
    id: name,
    label: name,
    basis: null,
    reporter: null,
    definition: name,
    kind,
    ...(direction === null ? {} : { direction: oneOf("better", direction, ["lower", "higher"]) }),
    ...primaryOf(name, options.primary),
  } as unknown as Outcome;
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

function comparisonPlan(options: CompareOptions): ComparisonPlan & { readonly seed: number } {
  const optional = {
    estimand: options.estimand,
    score: options.score,
    distance: options.distance,
    order: options.order,
    missing: options.missing,
    baselineOutcome: options.baselineOutcome,
    cluster: options.cluster,
    replace: options.replace,
    caliper: numberOf("caliper", options.caliper),
    ratio: numberOf("ratio", options.ratio),
    exact: options.exact === undefined ? undefined : listed(options.exact),
  };
  return {
    id: "comparison",
    assignment: options.assignment as ComparisonPlan["assignment"],
    comparator: comparatorOf(options),
    method: options.method as NonNullable<ComparisonPlan["method"]>,
    covariates: listed(options.covariates),
    level: numberOf("level", options.level)!,
    seed: numberOf("seed", options.seed) ?? 1,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function comparatorOf({ assignment, comparator }: CompareOptions): ComparisonPlan["comparator"] {
  return (assignment === "random" ? "randomised-control" : comparator) as ComparisonPlan["comparator"];
}

async function readFacts(file: string | undefined): Promise<Facts> {
  if (file === undefined) return {};
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", `--facts: there is no file at ${file}`);
  });
  const data = parse(text) as { evidence?: unknown } | null;
  const checked = validateFacts(data?.evidence ?? data);
  if ("problems" in checked) {
    throw new Failure(
      "usage",
      checked.problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join("\nlikewise: "),
    );
  }
  return checked.facts;
}

function listed(text: string | undefined): string[] {
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
