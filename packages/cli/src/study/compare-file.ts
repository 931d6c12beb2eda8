import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { compareGroups, rScript } from "@likewise/compare";
import { essentialCovariates } from "@likewise/evidence";
import { isUsual, readFlatFile } from "@likewise/ingest";
import { describeComparison, methodParagraph, methodReferences, withComparisonTexts } from "@likewise/report";
import {
  artefactsFromTable,
  type Comparison,
  type ComparisonPlan,
  claimedLevels,
  exact,
  type Facts,
  Failure,
  formatIssue,
  type TableArtefacts,
  validateFacts,
} from "@likewise/schema";
import { parse } from "yaml";
import type { CompareOptions } from "../commands/compare.ts";
import type { Console } from "../terminal/console.ts";
import { version } from "../version.ts";
import {
  baselineColumns,
  columnsNeeded,
  comparisonPlan,
  declareOutcome,
  listed,
  requireOptions,
} from "./compare-options.ts";
import { implausibleAges } from "./implausible-ages.ts";
import { jsonText } from "./json-text.ts";
import { closePrivate, makePrivate } from "./private-folder.ts";
import { requireColumns } from "./require-columns.ts";
import { courseOutcomes, coursesOfFile } from "./target-trial-of-file.ts";
import { withEvidence } from "./with-evidence.ts";
import { writeTexts } from "./write-texts.ts";

/** `likewise compare FILE`: the same packages as a run, on one table and without disclosure; the result is exact. */
export async function compareFile(options: CompareOptions, console: Console): Promise<number> {
  const plan = comparisonPlan(options);
  requireOptions(options);
  const facts = await readFacts(options.facts);
  const read = await readOf(options, console);
  const outcomes = outcomesOf(read, options);
  const artefacts = artefactsOf(read, outcomes, options, plan);
  for (const { id } of outcomes.filter(({ kind }) => kind === "time-to-event" && options.type === undefined)) {
    console.err(
      `likewise: ${id}: some people without it were last seen before it came to others, so times are compared and not shares; --type binary compares shares\n`,
    );
  }
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
    ...(plan.targetTrial === undefined ? {} : { courses: coursesOfFile(options, plan.targetTrial, artefacts) }),
    labels,
    rowsRead: exact(read.account.rowsIn),
    exclusions: [...read.account.reasons.map(({ code, rows }) => ({ reason: code, rows })), ...artefacts.exclusions],
    essential: essentialCovariates(facts),
    provenance: { inputs: [read.input], seed: plan.seed, version, options: null },
  });
  const graded = withComparisonTexts(withEvidence(comparison, { facts, outcomes }).comparison);
  if (options.rScript !== undefined) {
    const script = scriptOf(comparison, outcomes, artefacts, options, plan);
    await writeTexts(dirname(resolve(options.rScript)), { [basename(options.rScript)]: script });
  }
  if (options.out !== undefined) await writePrivate(options.out, graded);
  const explained = options.explain === true ? `\n${explanation(graded)}` : "";
  console.out(options.json ? jsonText(graded) : `${describeComparison(graded)}\n${explained}`);
  const answered = plan.comparator === "none" && (graded.targetTrial?.outcomes.length ?? 0) > 0;
  return answered || graded.estimates.some((estimate) => estimate.primary) ? 0 : 4;
}

type FlatFile = Awaited<ReturnType<typeof readFlatFile>>;
type DeclaredOutcome = ReturnType<typeof declareOutcome>;

/** The table, and what was taken for granted or looks wrong in it said to the person at the console. */
async function readOf(options: CompareOptions, console: Console): Promise<FlatFile> {
  const read = await readFlatFile({ file: options.file, columns: columnsNeeded(options), id: options.id });
  for (const assumption of read.assumptions.filter((each) => !isUsual(each))) {
    console.err(
      `likewise: ${options.file}: read with ${assumption.what} ${assumption.value}: ${assumption.evidence}\n`,
    );
  }
  for (const issue of read.issues) console.err(`likewise: ${formatIssue(issue)}\n`);
  requireColumns(read.columns, options);
  for (const note of implausibleAges(read.columns, options)) console.err(`likewise: ${options.file}: ${note}\n`);
  return read;
}

function outcomesOf({ columns }: FlatFile, options: CompareOptions): DeclaredOutcome[] {
  const outcomes = listed(options.outcome).map((name) => declareOutcome(name, columns, options));
  if (options.exposure !== undefined && outcomes.every(({ kind }) => kind !== "count")) {
    throw new Failure(
      "usage",
      "--exposure: expected an outcome that is a count (--type count), found none: time at risk is nothing to shares and means",
    );
  }
  return outcomes;
}

function artefactsOf(
  { columns }: FlatFile,
  outcomes: readonly DeclaredOutcome[],
  options: CompareOptions,
  plan: ComparisonPlan,
): TableArtefacts {
  return artefactsFromTable(columns, {
    id: options.id,
    treatment: options.treatment,
    treatedValue: options.treatedValue,
    comparisonValue: options.comparisonValue,
    covariates: baselineColumns(options),
    outcomes: [
      ...outcomes.map(({ id, kind }) => ({
        id,
        kind,
        column: id,
        time: options.time,
        event: options.time === undefined ? undefined : (options.event ?? id),
        exposure: options.exposure,
      })),
      ...courseOutcomes(options, columns),
    ],
    onlyTreated: plan.comparator === "none",
    cluster: typeof options.cluster === "string" ? options.cluster : undefined,
  });
}

function scriptOf(
  comparison: Comparison,
  outcomes: readonly DeclaredOutcome[],
  { labels }: TableArtefacts,
  options: CompareOptions,
  plan: ComparisonPlan,
): string {
  return rScript(
    {
      file: resolve(options.file),
      treatment: options.treatment,
      treatedValue: labels.treated,
      ...(options.comparisonValue === undefined ? {} : { comparisonValue: labels.comparison }),
      plan,
      outcomes,
      columns: { ...definedOnly({ time: options.time, event: options.event }) },
    },
    comparison,
  );
}

/** Exact results are nobody's but the evaluator's. */
async function writePrivate(folder: string, comparison: Comparison): Promise<void> {
  const inside = join(resolve(folder), "private");
  await makePrivate(inside);
  await writeTexts(inside, { "comparison.json": jsonText(comparison) });
  await closePrivate(inside);
}

/** How it was done, and where each method is published. */
function explanation(comparison: Comparison): string {
  const references = methodReferences(comparison).map((reference) => `- ${reference}`);
  return `How it was done\n${methodParagraph(comparison)}\n\nReferences\n${references.join("\n")}\n`;
}

function definedOnly<Value>(values: Record<string, Value | undefined>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** The fault is not shown: what is not YAML may be an extract that was named by mistake, and hold anything. */
function factsOf(text: string, file: string): { readonly evidence?: unknown } | null {
  let data: unknown;
  try {
    data = parse(text);
  } catch {
    throw new Failure("usage", `${file}: expected YAML or JSON, found something else`);
  }
  if (data !== null && typeof data !== "object") {
    throw new Failure("usage", `${file}: expected keys and values, found something else`);
  }
  return data;
}

async function readFacts(file: string | undefined): Promise<Facts> {
  if (file === undefined) return {};
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", `--facts: there is no file at ${file}`);
  });
  const data = factsOf(text, file);
  // A level beside the block of facts would be passed over in silence.
  const claimed = claimedLevels(data).map(({ path, message }) => `${file}: ${path}: ${message}`);
  if (claimed.length > 0) throw new Failure("usage", claimed.join("\nlikewise: "));
  const checked = validateFacts(data?.evidence ?? data);
  if ("problems" in checked) {
    throw new Failure(
      "usage",
      checked.problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join("\nlikewise: "),
    );
  }
  return checked.facts;
}
