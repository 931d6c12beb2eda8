import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeEngine, openEngine, sha256Text } from "@likewise/engine";
import { appraiseDesign, designOfDescription, gradeDescription } from "@likewise/evidence";
import { adjustmentNames, describeGrade, type GradedGroup } from "@likewise/report";
import {
  type Appraisal,
  type Comparison,
  type DesignDescription,
  Failure,
  type Results,
  validateDescription,
} from "@likewise/schema";
import { parse } from "yaml";
import type { Console } from "../terminal/console.ts";
import { analyse } from "./analyse.ts";
import { frozenOfRun, readFrozenPlans } from "./frozen-plans.ts";
import { jsonText } from "./json-text.ts";
import { loadPlan } from "./load-plan.ts";
import { readReleases } from "./read-results.ts";
import { requireConfirmed } from "./require-confirmed.ts";
import { requireRetained } from "./require-retained.ts";
import { requireRows } from "./require-rows.ts";

/**
 * `likewise grade STUDY`: the study analysed as a run does it, without writing anything, or a design as described.
 *
 * @returns 0, or 4 when the headline's primary result was refused
 */
export async function gradeStudy(
  options: { readonly study: string; readonly json?: boolean },
  console: Console,
): Promise<number> {
  const description = await descriptionAt(options.study);
  const { title, groups, outcomeLabels, refused } =
    description === null ? await gradedStudy(options.study, console) : described(description);
  const marker = "Working result: exact numbers, not for release\n\n";
  console.out(
    options.json
      ? jsonText({ kind: "likewise/grade", version: 1, title, groups: groups.map(plainGroup) })
      : `${description === null ? marker : ""}${describeGrade(title, groups, outcomeLabels)}\n`,
  );
  return refused ? 4 : 0;
}

interface Graded {
  readonly title: string;
  readonly groups: readonly (GradedGroup & { readonly comparison: string | null })[];
  readonly outcomeLabels: Readonly<Record<string, string>>;
  readonly refused: boolean;
}

/** A file marked as the description of a design; null where it is something else, which `loadPlan` judges. */
async function descriptionAt(path: string): Promise<DesignDescription | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null || !/^\s*"?design"?:\s*"?likewise\/design/m.test(text)) return null;
  let data: unknown;
  try {
    data = parse(text);
  } catch {
    throw new Failure("usage", `${path}: expected YAML or JSON, found something else`);
  }
  const checked = validateDescription(data);
  if ("problems" in checked) {
    const problems = checked.problems.map((each) => `${path}: ${each.path}: ${each.message}`);
    throw new Failure("usage", problems.join("\nlikewise: "));
  }
  return checked.description;
}

function described(description: DesignDescription): Graded {
  const design = designOfDescription(description);
  const appraised = appraiseDesign({ design, reporters: [], primaryByDefault: false });
  const group = {
    comparison: null,
    heading: description.source ?? "The design as described",
    grades: gradeDescription(description),
    appraisal: design.evidence === "measured" ? { ...appraised, estimates: [], precision: [] } : null,
    estimates: [],
    decides: true,
  };
  return { title: description.title, groups: [group], outcomeLabels: {}, refused: false };
}

async function gradedStudy(study: string, console: Console): Promise<Graded> {
  const { plan, folder, text } = await loadPlan(study);
  requireRetained(plan.data.protection?.retainUntil, console);
  requireConfirmed(plan);
  const releases = await readReleases(plan, folder);
  const frozen = frozenOfRun(await readFrozenPlans(folder), plan);
  const scratch = await mkdtemp(join(tmpdir(), "likewise-grade-"));
  try {
    const engine = await openEngine({ threads: 2, memoryGb: 2, tempDirectory: scratch });
    try {
      const inPlace = {
        plan,
        folder,
        out: join(folder, "out"),
        threads: 2,
        sha256: sha256Text(text),
        frozen,
        releases,
      };
      const { results, ingested } = await analyse(engine, inPlace);
      requireRows(plan, ingested.accounts);
      return {
        title: plan.title,
        groups: results.comparisons.flatMap(groupsOf),
        outcomeLabels: Object.fromEntries(results.study.outcomes.map(({ id, label }) => [id, label])),
        refused: isRefused(results),
      };
    } finally {
      await closeEngine(engine);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The groups of estimates as graded: the one of the estimate that decides first. */
function groupsOf(comparison: Comparison, index: number): Graded["groups"] {
  const { evidence, estimates, label, id } = comparison;
  const firstOf = (ids: readonly string[]) => estimates.find((estimate) => ids.includes(estimate.id));
  const groups = evidence
    .filter((grade) => grade.scale === "wwclg")
    .map((grade) => {
      const first = firstOf(grade.estimates);
      const holdsPrimary = estimates.some(
        (one) => one.primary && one.subgroup === null && grade.estimates.includes(one.id),
      );
      const group = first?.subgroup == null ? "" : `, ${first.subgroup}`;
      return {
        comparison: id,
        heading: first === undefined ? label : `${label}, estimates ${adjustmentNames[first.adjustment]}${group}`,
        grades: evidence.filter((other) => other.estimates.join() === grade.estimates.join()),
        appraisal: appraisalOf(comparison, grade.estimates),
        estimates: estimates.filter((one) => grade.estimates.includes(one.id)),
        decides: index === 0 && (holdsPrimary || first === undefined),
      };
    });
  return [...groups.filter(({ decides }) => decides), ...groups.filter(({ decides }) => !decides)];
}

function appraisalOf({ appraisal = [] }: Comparison, ids: readonly string[]): Appraisal | null {
  return (
    appraisal.find(({ estimates }) =>
      ids.length === 0 ? estimates.length === 0 : ids.some((id) => estimates.includes(id)),
    ) ?? null
  );
}

function isRefused({ comparisons: [headline] }: Results): boolean {
  if (headline === undefined || headline.design.comparator === "none") return false;
  return !headline.estimates.some((estimate) => estimate.primary);
}

/** What JSON holds: estimates by their ids, which the grades name already, with what so many people could show. */
function plainGroup({ estimates, ...group }: Graded["groups"][number]) {
  return {
    ...group,
    precision: estimates.flatMap(({ id, precision }) => (precision == null ? [] : [{ id, ...precision }])),
  };
}
