import { referralSpells, stockName } from "@likewise/cohort";
import {
  blockOutcome,
  defaultBlockWindows,
  type MonthlyRunChart,
  monthlyRunChart,
  type ReoffendingSummary,
  reoffendingSummary,
  reoffendingTables,
  runChartTables,
  type SeriesNames,
  sixMonthBlocks,
  stageBlocks,
  stageBlockTables,
} from "@likewise/offending";
import {
  type Block,
  indexStage,
  isTable,
  type Outcome,
  type Refusal,
  type Results,
  type StudyPlan,
  type Table,
} from "@likewise/schema";
import type { DescribeInput, Groups } from "./describe-study.ts";

/** What a run says of events, beside its comparisons. */
export interface OffendingDescribed {
  readonly tables: readonly Table[];
  readonly blocks: readonly Block[];
  /** What tables cannot be read without. */
  readonly warnings: NonNullable<Results["warnings"]>;
  readonly refusals: readonly Refusal[];
  readonly results: Readonly<Record<string, unknown>>;
}

/**
 * Reoffending by every definition of the plan, blocks around stages beside what selection alone leads to, and the run
 * chart where the plan asks for one. Only where events and index dates are there.
 */
export async function describeOffending(input: DescribeInput, groups: Groups): Promise<OffendingDescribed> {
  const { plan, tables } = input;
  if (tables.events === undefined || plan.cohort.indexDate == null) {
    return { tables: [], blocks: [], warnings: [], refusals: [], results: {} };
  }
  const people = withPeople(groups);
  const blocks = await blocksOf(input, people);
  const around = await stageBlocks({ ...input, groups: people });
  const [weights] = input.weights;
  const reoffending: ReoffendingSummary[] = [];
  for (const { id } of definitionsOf(plan)) {
    const asked = { ...input, groups: armsOf(input), outcome: id, weights };
    reoffending.push(await reoffendingSummary(asked));
  }
  const runChart = runChartOf(input);
  const blockTables = around === null ? [] : besideBlocks(stageBlockTables(around));
  return {
    tables: [
      ...reoffending.flatMap((summary) => reoffendingTables(summary)),
      ...blockTables,
      ...(runChart === null ? [] : runChartTables(runChart, ofReferrals)),
    ],
    blocks,
    warnings: (around?.warnings ?? []).map(({ code, anchor }) => ({
      code,
      about: anchor,
      tables: blockTables.filter((table) => isAround(table, anchor)).map(({ id }) => id),
    })),
    refusals: [...byReason(around?.refusals ?? []), ...reoffending.flatMap(({ refusals }) => refusals)],
    results: {
      reoffending,
      ...(around === null ? {} : { "stage-blocks": around }),
      ...(runChart === null ? {} : { "run-chart": runChart }),
    },
  };
}

/** People of a run chart enter with a referral and leave with its closure, where the plan does not say otherwise. */
const ofReferrals: SeriesNames = (who, month) => stockName(referralSpells, who, month);

/** One refusal for each reason, with every place it holds: blocks are many, and are refused alike. */
function byReason(refusals: readonly Refusal[]): Refusal[] {
  const merged = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const [what = "", place] = refusal.what.split(/: (.*)/s);
    const key = JSON.stringify([refusal.id, what, refusal.why]);
    const standing = merged.get(key);
    if (standing === undefined) merged.set(key, refusal);
    else merged.set(key, { ...standing, what: `${standing.what}; ${place ?? what}` });
  }
  return [...merged.values()];
}

/** Shares around the index date stand in `results.blocks`, of the same people: each number has one place. */
function besideBlocks(tables: readonly Table[]): Table[] {
  const kept = tables.map((table) =>
    isTable(table, "blocks-prevalence")
      ? { ...table, cells: table.cells.filter(({ at }) => at.anchor !== indexStage) }
      : table,
  );
  const empty = new Set(kept.filter(({ cells }) => cells.length === 0).map(({ id }) => id));
  return kept
    .filter(({ id }) => !empty.has(id))
    .map((table) => ({ ...table, linked: table.linked.filter((id) => !empty.has(id)) }));
}

function isAround({ dimensions }: Table, stage: string): boolean {
  return dimensions.some(({ id, levels }) => id === "anchor" && levels.some((level) => level.id === stage));
}

/** People of the arms, whether or not they have a match; an arm of nobody is no group. */
function armsOf({ baseline }: DescribeInput): Groups {
  const { unit, arm } = baseline.table.columns;
  return withPeople(
    (["treated", "comparison"] as const).map((id) => ({
      id,
      units: unit.values.filter((_, row) => arm.values[row] === (id === "treated" ? 1 : 0)),
    })),
  );
}

function withPeople(groups: Groups): Groups {
  return groups.filter(({ units }) => units.length > 0);
}

/** The programme's before-and-after beside that of the people it is compared with: the half-years of the plan, at least two a side. */
async function blocksOf(input: DescribeInput, groups: Groups): Promise<Block[]> {
  const { blocks: asked } = input.plan.cohort;
  const outcome = asked?.outcome ?? blockOutcome(input.plan);
  if (outcome === null) return [];
  return sixMonthBlocks({ ...input, groups, outcome, windows: blockWindows(asked) });
}

/** People treated, month by month while they are in the cohort. */
function runChartOf(input: DescribeInput): MonthlyRunChart | null {
  const { runChart } = input.plan.cohort;
  const outcome = runChart?.outcome ?? blockOutcome(input.plan);
  const [treated] = armsOf(input);
  if (runChart === undefined || outcome === null || treated === undefined) return null;
  return monthlyRunChart({ ...input, ...runChart, outcome, units: treated.units });
}

function blockWindows(asked: StudyPlan["cohort"]["blocks"]): readonly string[] {
  const [before, after] = [Math.max(2, asked?.before ?? 2), Math.max(2, asked?.after ?? 2)];
  return [
    ...Array.from({ length: before }, (_, k) => `block-${before - k}`),
    ...Array.from({ length: after }, (_, k) => `block+${k + 1}`),
    ...defaultBlockWindows.filter((window) => !window.startsWith("block")),
  ];
}

/** One outcome of each definition of what counts and of each window: a count and a share of the same events are one. */
function definitionsOf({ outcomes }: StudyPlan): Outcome[] {
  const ofEvents = outcomes.filter(({ from = "events", kind }) => from === "events" && kind !== "continuous");
  const keys = ofEvents.map(({ basis, events, definition, window }) =>
    JSON.stringify([basis, events, definition, window]),
  );
  return ofEvents.filter((_, index) => keys.indexOf(keys[index]!) === index);
}
