import { type Engine, windowAggregates } from "@likewise/engine";
import {
  type Anchors,
  type Block,
  type Columns,
  Failure,
  indexStage,
  integersOf,
  type Observation,
  type Outcome,
  type StudyPlan,
  type WindowDefinition,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { outcomeCounting } from "./events/counting-rules.ts";
import { observedEvents } from "./events/observed-events.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "./events/people-observed.ts";
import { custodyDays } from "./windows/custody-days.ts";
import { notCovered } from "./windows/window-coverage.ts";

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
}): Promise<Block[]> {
  const declared = plan.outcomes.find(({ id }) => id === outcome);
  if (declared === undefined)
    throw new RangeError(`sixMonthBlocks: outcome must be an outcome of the plan, got ${outcome}`);
  const { where, needsVictim } = countingOf(declared);
  const definitions = windows.map(windowDefinition);
  const people = peopleObserved(anchors, observation, stage);
  const personOf = new Map(people.map((person, row) => [person.unit, { person, row }]));
  const counts = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: observedEvents(tables, anchors, people, needsVictim),
    requests: definitions.map((window) => ({ as: window.id, window, where, measure: "count" as const })),
  });
  const custody = await custodyDays(engine, tables, anchors, people, definitions);
  return groups.flatMap(({ id: group, units }) =>
    definitions.map((window) => {
      const counted = integersOf(counts, window.id).values;
      const atRisk = [...new Set(units)].flatMap((unit) => {
        const found = personOf.get(unit);
        if (found === undefined)
          throw new RangeError(`sixMonthBlocks: units of ${group} must be among the anchors, got ${unit}`);
        const days = daysObserved(found.person, window);
        return days === null ? [] : [{ events: counted[found.row]!, days, custodyDays: custody(window.id, unit) }];
      });
      return { block: blockNumber(window), window: window.id, outcome, group, ...blockFigures(atRisk) };
    }),
  );
}

function countingOf(outcome: Outcome) {
  const counting = outcomeCounting(outcome);
  if (counting.proven) {
    throw new Failure("usage", `outcomes: ${outcome.id}: blocks show recorded crime or incidents, not proven outcomes`);
  }
  return counting;
}

/** Days of the window, or null where not all of them were observed. */
function daysObserved(person: PersonObserved, window: WindowDefinition): number | null {
  const edges = person.anchor === null ? null : windowEdges(window, person.anchor);
  if (edges === null || notCovered(person, edges) !== null || person.to! < edges.upTo) return null;
  return edges.upTo - edges.after;
}

/** Sums are of whole numbers, so their order does not matter. */
function blockFigures(
  atRisk: readonly { readonly events: number; readonly days: number; readonly custodyDays: number }[],
) {
  const sum = (of: (person: (typeof atRisk)[number]) => number) =>
    atRisk.reduce((total, person) => total + of(person), 0);
  const withEvent = atRisk.filter(({ events }) => events > 0).length;
  const events = sum((person) => person.events);
  const allTimeYears = sum((person) => person.days) / 365.25;
  const personYears = sum((person) => person.days - person.custodyDays) / 365.25;
  const wilson = atRisk.length === 0 ? null : wilsonInterval({ events: withEvent, total: atRisk.length });
  return {
    atRisk: atRisk.length,
    withEvent,
    share: wilson === null ? null : withEvent / atRisk.length,
    interval: wilson === null ? null : ([wilson.lower, wilson.upper] as [number, number]),
    ratePerYear: personYears > 0 ? events / personYears : null,
    personYears,
    events,
    allTimeYears,
  };
}

function blockNumber({ id, from, to, side }: WindowDefinition): number {
  const block = /^block([+-]\d+)$/.exec(id);
  if (block) return Number(block[1]);
  const offset = side === "before" ? from : to;
  return "months" in offset ? offset.months : offset.days;
}
