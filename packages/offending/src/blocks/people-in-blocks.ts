import { type Engine, type StoredTable, windowAggregates } from "@likewise/engine";
import { type Anchors, type Columns, integersOf, type Observation, type WindowDefinition } from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import { eventSource } from "../events/event-source.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "../events/people-observed.ts";
import { rowOfUnit } from "../events/row-of-unit.ts";
import { custodyDays } from "../windows/custody-days.ts";
import { edgesByDay } from "../windows/edges-by-day.ts";
import { notCovered } from "../windows/window-coverage.ts";

/** One person in one block they were observed for the whole of. */
export interface PersonInBlock {
  readonly unit: number;
  readonly events: number;
  /** Of the block. */
  readonly days: number;
  /** Days of it not at liberty. */
  readonly custodyDays: number;
}

/** People analysed, in blocks around the day they reached one stage. */
export interface PeopleInBlocks {
  readonly people: readonly PersonObserved[];
  /** Day a unit reached the stage; null where it did not. */
  anchorOf(unit: number): number | null;
  /**
   * @param unit among the anchors
   * @returns null where the person was not observed for the whole block, or did not reach the stage
   */
  inBlock(window: string, unit: number): PersonInBlock | null;
}

/**
 * Events of each person in windows around a stage, all windows in one scan. Every edge is worked out from the anchor day,
 * so blocks meet without a gap or a day in two of them.
 *
 * @param counting which events count
 */
export async function peopleInBlocks({
  engine,
  tables,
  anchors,
  observation,
  counting: { where, needsVictim },
  windows,
  stage,
  storedEvents,
}: {
  readonly engine: Engine;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly anchors: Anchors;
  readonly observation: Observation;
  readonly counting: Pick<Counting, "where" | "needsVictim">;
  readonly windows: readonly WindowDefinition[];
  readonly stage: string;
  readonly storedEvents?: StoredTable | undefined;
}): Promise<PeopleInBlocks> {
  const people = peopleObserved(anchors, observation, stage);
  const rowOf = rowOfUnit(people.map(({ unit }) => unit));
  const counts = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: eventSource({ tables, storedEvents }, anchors, people, needsVictim),
    requests: windows.map((window) => ({ as: window.id, window, where, measure: "count" as const })),
  });
  const custody = await custodyDays(engine, tables, anchors, people, windows);
  const columns = new Map(
    windows.map((window) => [
      window.id,
      { counts: integersOf(counts, window.id).values, daysOf: daysObserved(people, window) },
    ]),
  );
  return {
    people,
    anchorOf: (unit) => people[rowOf(unit)!]!.anchor,
    inBlock: (id, unit) => {
      const row = rowOf(unit)!;
      const { counts: counted, daysOf } = columns.get(id)!;
      const days = daysOf[row]!;
      return days < 0 ? null : { unit, events: counted[row]!, days, custodyDays: custody(id, unit) };
    },
  };
}

/** Days of the window of each person, or -1 where not all of them were observed. */
function daysObserved(people: readonly PersonObserved[], window: WindowDefinition): Int32Array {
  const edgesOf = edgesByDay(window);
  const days = new Int32Array(people.length).fill(-1);
  for (let row = 0; row < people.length; row++) {
    const person = people[row]!;
    const edges = person.anchor === null ? null : edgesOf(person.anchor);
    if (edges === null || notCovered(person, edges) !== null || person.to! < edges.upTo) continue;
    days[row] = edges.upTo - edges.after;
  }
  return days;
}

/** Person-years at liberty of a person in a block. */
export function yearsAtLiberty({ days, custodyDays: custody }: PersonInBlock): number {
  return (days - custody) / 365.25;
}
