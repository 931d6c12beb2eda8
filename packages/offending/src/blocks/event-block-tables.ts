import { type Table, tableId } from "@likewise/schema";
import { tableInterval } from "../table-interval.ts";
import { blockTable, withEventIn } from "./block-table.ts";
import type { StageBlock } from "./stage-block.ts";

/** People with an event in each block, events a person, and a person-year at liberty and all time. */
export function eventBlockTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  return [...prevalenceTables(blocks, outcome), ...countTables(blocks, outcome)];
}

function prevalenceTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  if (blocks.every(({ prevalence }) => prevalence === null)) return [];
  const parts = { id: tableId("blocks-prevalence"), title: "People with an event", definition: outcome };
  return [
    blockTable(
      parts,
      blocks,
      ({ prevalence, observed, withEvent }) => ({
        numerator: withEvent,
        denominator: observed,
        value: prevalence!.share,
        interval: tableInterval(prevalence!.interval),
      }),
      (block) => withEventIn(block, outcome),
    ),
  ];
}

function countTables(blocks: readonly StageBlock[], outcome: string): Table[] {
  if (blocks.every(({ count }) => count === null)) return [];
  const rates = [
    {
      id: tableId("blocks-rate"),
      title: "Events a person-year at liberty",
      rateOf: ({ count }: StageBlock) => count!.rate,
    },
    {
      id: tableId("blocks-rate-all-time"),
      title: "Events a person-year, custody not taken out",
      rateOf: ({ count }: StageBlock) => count!.allTimeRate,
    },
  ];
  return [
    blockTable(
      { id: tableId("blocks-mean"), title: "Events a person", definition: outcome },
      blocks,
      (block) => ({
        numerator: block.withEvent,
        denominator: block.observed,
        value: block.count!.mean,
        interval: tableInterval(block.count!.meanInterval),
      }),
      (block) => withEventIn(block, outcome),
    ),
    ...rates.map(({ id, title, rateOf }) =>
      blockTable(
        { id, title, definition: outcome },
        blocks,
        (block) => ({
          numerator: block.withEvent,
          denominator: block.observed,
          value: rateOf(block)?.ratePerYear ?? null,
          interval: tableInterval(rateOf(block)?.interval ?? null),
        }),
        (block) => withEventIn(block, outcome),
      ),
    ),
  ];
}
