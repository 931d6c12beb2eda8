import type { Table } from "@likewise/schema";
import { eventBlockTables } from "./event-block-tables.ts";
import { harmBlockTables } from "./harm-block-tables.ts";
import { horizonTables } from "./horizon-tables.ts";
import { selectionAloneTables } from "./selection-alone-tables.ts";
import type { StageBlocks } from "./stage-blocks.ts";
import { stageChangeTables } from "./stage-change-tables.ts";

/**
 * Blocks around stages as tables to publish, by stage, group and block: people with an event; events a person, and a
 * person-year at liberty and all time; harm a person, its median and trimmed mean and the people without any; the ratio
 * after to before; what selection alone leads to; and the arms at each horizon, with the difference between them.
 *
 * A rate, mean or ratio stands beside the people it comes from, so that many events of one person are withheld with that
 * person: `numerator` is people with an event or with harm (of a ratio, the smallest group behind it), `denominator`
 * people observed. No table has a total: a person is in several blocks.
 */
export function stageBlockTables(result: StageBlocks): Table[] {
  const { blocks, options } = result;
  const tables = [
    ...eventBlockTables(blocks, options.outcome),
    ...harmBlockTables(blocks, options.outcome),
    ...stageChangeTables(result),
    ...selectionAloneTables(result),
    ...horizonTables(result),
  ];
  const ids = tables.map(({ id }) => id);
  return tables.map((table) => ({ ...table, linked: ids.filter((id) => id !== table.id) }));
}
