import { type Engine, windowAggregates } from "@likewise/engine";
import { type Anchors, type Columns, integersOf, type Observation, type WindowDefinition } from "@likewise/schema";
import type { Counting } from "../events/counting-rules.ts";
import { eventSource } from "../events/event-source.ts";
import { engineAnchors, type PersonObserved, peopleObserved } from "../events/people-observed.ts";
import type { StoredEvents } from "../events/stored-people.ts";
import { custodyDays } from "../windows/custody-days.ts";
import { edgesByDay } from "../windows/edges-by-day.ts";
import { notCovered } from "../windows/window-coverage.ts";

/** People analysed in one block, by their row. */
export interface Block {
  readonly events: Int32Array;
  /** Of the block; -1 where the person was not observed for the whole of it, or did not reach the stage. */
  readonly days: Int32Array;
  /** Days of it not at liberty. */
  readonly custodyDays: Int32Array;
}

/**
 * People analysed, in blocks around the day they reached one stage. A person is known by their row: columns of a million
 * people take a tenth of the memory of objects.
 */
export interface PeopleInBlocks {
  readonly people: readonly PersonObserved[];
  block(window: string): Block;
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
  readonly storedEvents?: StoredEvents | undefined;
}): Promise<PeopleInBlocks> {
  const people = peopleObserved(anchors, observation, stage);
  const counts = await windowAggregates(engine, {
    anchors: engineAnchors(people),
    events: eventSource({ tables, storedEvents }, anchors, people, needsVictim),
    requests: windows.map((window) => ({ as: window.id, window, where, measure: "count" as const })),
  });
  const custody = await custodyDays(engine, tables, anchors, people, windows);
  const blocks = new Map(
    windows.map((window) => [
      window.id,
      {
        events: integersOf(counts, window.id).values,
        days: daysObserved(people, window),
        custodyDays: daysIn(custody, window, people),
      },
    ]),
  );
  return { people, block: (window) => blocks.get(window)! };
}

function daysIn(
  custody: (window: string, unit: number) => number,
  window: WindowDefinition,
  people: readonly PersonObserved[],
): Int32Array {
  const days = new Int32Array(people.length);
  for (let row = 0; row < people.length; row++) days[row] = custody(window.id, people[row]!.unit);
  return days;
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

/** Those of some rows whose people were observed for the whole of a block, in their order. */
export function observedRows({ days }: Block, rows: Int32Array): Int32Array {
  return rowsWith(rows, (row) => days[row]! >= 0);
}

/** Those rows of which something holds; `filter` of a typed array takes several times as long. */
export function rowsWith(rows: Int32Array, holds: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (holds(rows[i]!)) kept[count++] = rows[i]!;
  return kept.subarray(0, count);
}

/** What some rows have in a column. */
export function ofRows<Column extends Int32Array | Float64Array>(column: Column, rows: Int32Array): Column {
  const taken = column.slice(0, rows.length) as Column;
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}

/** Person-years at liberty of some people in a block. */
export function yearsAtLiberty({ days, custodyDays: custody }: Block, rows: Int32Array): Float64Array {
  const years = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) years[i] = (days[rows[i]!]! - custody[rows[i]!]!) / 365.25;
  return years;
}
