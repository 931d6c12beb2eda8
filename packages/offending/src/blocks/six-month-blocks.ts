import type { Engine } from "@likewise/engine";
import {
  type Anchors,
  type Block,
  type Columns,
  indexStage,
  type Observation,
  type StudyPlan,
  type WindowDefinition,
  windowDefinition,
} from "@likewise/schema";
import type { StoredEvents } from "../events/stored-people.ts";
import { blockCounting } from "./block-counting.ts";
import { blockFigures } from "./block-figures.ts";
import { checkedGroups } from "./checked-groups.ts";
import { observedRows, peopleInBlocks } from "./people-in-blocks.ts";

/**
 * The half-years around the index date, and the year before beside the year after.
 *
 * @example
 * defaultBlockWindows.length; // 6
 */
export const defaultBlockWindows: readonly string[] = [
  "block-2",
  "block-1",
  "block+1",
  "block+2",
  "before-12m",
  "recorded-12m",
];

/**
 * Events of given groups in blocks of time around the index date or another stage: a description, not an effect.
 *
 * A person is at risk in a block when they were observed for the whole of it, so groups may differ between blocks in
 * size. `share` is of people with any event, with its 95 % Wilson interval; `ratePerYear` is events over person-years at
 * liberty (`allTimeYears` are those before custody is taken out). A block is known by its `window`; its number is k for
 * block+k and block-k, and the months of other windows with their sign: -12 is before-12m, 12 recorded-12m.
 *
 * @param groups  units by group id (treated, comparison); a unit twice in a group counts once
 * @param outcome an outcome of the plan, whose definition of what counts is used in every block
 * @param windows window ids; any number of six-month blocks, and windows of other lengths
 * @param stage   stage of the anchors the blocks lie around; people who did not reach it are not at risk
 * @param storedEvents the events, where they stay in the database; in place of `tables.events`
 * @returns by group in the order given, then by window in the order given
 * @throws Failure (usage) for a proven outcome, whose blocks would need proof edges of their own
 * @throws RangeError when a unit of a group is not among the anchors
 */
export async function sixMonthBlocks({
  engine,
  plan,
  tables,
  anchors,
  observation,
  groups,
  outcome,
  windows = defaultBlockWindows,
  stage = indexStage,
  storedEvents,
}: {
  engine: Engine;
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  anchors: Anchors;
  observation: Observation;
  groups: readonly { readonly id: string; readonly units: Int32Array }[];
  outcome: string;
  windows?: readonly string[];
  stage?: string;
  storedEvents?: StoredEvents;
}): Promise<Block[]> {
  const caller = "sixMonthBlocks";
  const counting = blockCounting(caller, plan, outcome);
  const definitions = windows.map(windowDefinition);
  const given = { engine, tables, anchors, observation, counting, stage, storedEvents };
  const around = await peopleInBlocks({ ...given, windows: definitions });
  return checkedGroups(caller, anchors, observation, groups).flatMap(({ id: group, rows }) =>
    definitions.map((window) => {
      const block = around.block(window.id);
      const figures = blockFigures(block, observedRows(block, rows));
      return { block: blockNumber(window), window: window.id, outcome, group, ...figures };
    }),
  );
}

/** k of block+k and block-k; the months or days of other windows, with their sign. */
export function blockNumber({ id, from, to, side }: WindowDefinition): number {
  const block = /^block([+-]\d+)$/.exec(id);
  if (block) return Number(block[1]);
  const offset = side === "before" ? from : to;
  return "months" in offset ? offset.months : offset.days;
}
