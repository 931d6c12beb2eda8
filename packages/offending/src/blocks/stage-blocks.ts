import type { Engine } from "@likewise/engine";
import {
  type Anchors,
  type Columns,
  indexStage,
  type Observation,
  type Refusal,
  type StudyPlan,
  type WindowDefinition,
  windowDefinition,
} from "@likewise/schema";
import { peopleObserved } from "../events/people-observed.ts";
import type { StoredEvents } from "../events/stored-people.ts";
import { type DeclaredWeights, weightsNamed } from "../harm/harm-of-study.ts";
import { type HarmSource, harmSource } from "../harm/harm-source.ts";
import { type BlocksPlan, type HarmOf, type StageBlocksOptions, showsScore } from "./around-stage.ts";
import type { BeforeAfterWarning } from "./before-after-warnings.ts";
import { blockCounting } from "./block-counting.ts";
import { blockOutcome } from "./block-outcome.ts";
import { type BlocksAroundStage, blocksAroundStage } from "./blocks-around-stage.ts";
import { checkedGroups } from "./checked-groups.ts";
import { type HorizonDifference, horizonDifferences, horizonWindow } from "./horizon-differences.ts";
import { type PeopleInBlocks, peopleInBlocks } from "./people-in-blocks.ts";
import type { ExpectedInBlock, StageBlock, StageChange, StageTrend } from "./stage-block.ts";

/** Blocks around stages, with all that must stand beside them. A description of the people in it, not an effect. */
export interface StageBlocks {
  readonly kind: "likewise/stage-blocks";
  readonly version: 1;
  readonly options: StageBlocksOptions;
  readonly blocks: readonly StageBlock[];
  readonly changes: readonly StageChange[];
  /** Of the group selected. */
  readonly expected: readonly ExpectedInBlock[];
  readonly trends: readonly StageTrend[];
  readonly warnings: readonly (BeforeAfterWarning & { readonly anchor: string })[];
  /** Around the index date; none where the plan asks for none. */
  readonly horizons: readonly HorizonDifference[];
  /** Everything refused: harm, ratios without an interval, what selection alone leads to, trends. */
  readonly refusals: readonly Refusal[];
}

/**
 * The blocks a plan asks for (`cohort.blocks`): any number of six-month blocks around any stages, in three families of
 * scores, each with its denominators and intervals; the ratio of after to before in the same people; and beside every one
 * of them what selection alone leads to, and the warnings it cannot be read without.
 *
 * A person is in a block when observed for the whole of it, and in a change when observed for both of its blocks. Harm is
 * left out, with its refusal, where too many crimes have no weight.
 *
 * @param groups   units by group id, those selected first; with a second group the before-and-after is no longer alone
 * @param weights  the tables of data.weights
 * @param replicates bootstrap resamples for each ratio; 1999 when left out
 * @param storedEvents the events, where they stay in the database; in place of `tables.events`
 * @returns null where the plan asks for no blocks or has no outcome that they can count
 * @throws RangeError when a unit of a group is not among the anchors; Failure (usage) when a weight table has not been brought
 */
export async function stageBlocks({
  engine,
  plan,
  tables,
  anchors,
  observation,
  groups,
  weights = [],
  replicates = 1999,
  storedEvents,
}: {
  readonly engine: Engine;
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly weights?: readonly DeclaredWeights[];
  readonly replicates?: number;
  readonly storedEvents?: StoredEvents;
}): Promise<StageBlocks | null> {
  const asked = plan.cohort.blocks;
  const outcome = asked?.outcome ?? blockOutcome(plan);
  if (asked === undefined || outcome === null) return null;
  const caller = "stageBlocks";
  const counting = blockCounting(caller, plan, outcome);
  const windows = blockWindows(asked);
  const options = { outcome, plan: asked, seed: String(plan.seed ?? "none"), replicates, level: 0.95 };
  const given = { engine, tables, anchors, observation, counting, storedEvents };
  const members = checkedGroups(caller, anchors, observation, groups);
  const weighed: HarmSource[] = [];
  for (const id of showsScore(asked, "harm") ? (asked.weights ?? weights.map((one) => one.weights.id)) : []) {
    const declared = weightsNamed(id, weights, "cohort.blocks.weights");
    const { needsVictim } = counting;
    const events = { tables, storedEvents };
    weighed.push(await harmSource({ engine, declared, events, anchors, observation, groups, needsVictim }));
  }
  const atIndex = asked.selectedFrom === undefined ? null : windowDefinition(asked.selectedFrom.window);
  const rule = atIndex === null ? null : await peopleInBlocks({ ...given, windows: [atIndex], stage: indexStage });

  const stages: BlocksAroundStage[] = [];
  for (const anchor of asked.anchors) {
    const around = await peopleInBlocks({ ...given, windows, stage: anchor });
    const harmOf = await harmByWindow(around, windows, weighed, counting.where);
    const selected = anchor === indexStage ? around.people : peopleObserved(anchors, observation);
    stages.push(blocksAroundStage({ anchor, around, members, windows, harmOf, options, selected, rule }));
  }
  return {
    kind: "likewise/stage-blocks",
    version: 1,
    options,
    blocks: stages.flatMap(({ blocks }) => blocks),
    changes: stages.flatMap(({ changes }) => changes),
    expected: stages.flatMap(({ expected }) => expected),
    trends: stages.flatMap(({ trends }) => trends),
    warnings: stages.flatMap(({ warnings }) => warnings),
    horizons:
      asked.horizons === undefined
        ? []
        : horizonDifferences(
            await peopleInBlocks({
              ...given,
              windows: [...new Set(asked.horizons)].map((months) => windowDefinition(horizonWindow(months))),
              stage: indexStage,
            }),
            members,
            [...new Set(asked.horizons)],
          ),
    refusals: [
      ...weighed.flatMap(({ report }) => (report.refusal === null ? [] : [report.refusal])),
      ...stages.flatMap(refusalsOf),
    ],
  };
}

/** Harm of each person in each window, by every weight table that fitted. */
async function harmByWindow(
  { people }: PeopleInBlocks,
  windows: readonly WindowDefinition[],
  weighed: readonly HarmSource[],
  where: Readonly<Record<string, boolean>>,
): Promise<HarmOf> {
  const placeOf = new Map(windows.map(({ id }, place) => [id, place]));
  const requests = windows.map((window) => ({ window, where }));
  const found: HarmOf[number][] = [];
  for (const { weights, report, sums } of weighed) {
    if (report.refusal !== null) continue;
    const harms = await sums(people, requests);
    found.push({ weights, of: (window) => harms[placeOf.get(window)!]! });
  }
  return found;
}

/** Whatever was refused around one stage, each with where. */
function refusalsOf({ changes, expected, trends }: BlocksAroundStage): Refusal[] {
  const at = (refusal: Refusal, place: string): Refusal => ({ ...refusal, what: `${refusal.what}: ${place}` });
  return [
    ...changes.flatMap(({ refusal, anchor, group, beforeWindow, afterWindow }) =>
      refusal === null ? [] : [at(refusal, `${anchor}, ${group}, ${beforeWindow} to ${afterWindow}`)],
    ),
    ...expected.flatMap(({ refusals, anchor, group, window }) =>
      refusals.map((refusal) => at(refusal, `${anchor}, ${group}, ${window}`)),
    ),
    ...trends.flatMap(({ refusal, anchor, group }) => (refusal === null ? [] : [at(refusal, `${anchor}, ${group}`)])),
  ];
}

/** From the block furthest before to the one furthest after. */
function blockWindows({ before, after }: BlocksPlan): WindowDefinition[] {
  return [
    ...Array.from({ length: before }, (_, k) => `block-${before - k}`),
    ...Array.from({ length: after }, (_, k) => `block+${k + 1}`),
  ].map(windowDefinition);
}
