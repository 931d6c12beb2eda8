import type { ColumnData } from "@likewise/schema";
import { areGrouped, groupedRows } from "./grouped-rows.ts";
import type { Engine } from "./open-engine.ts";
import type { StoredQuestion } from "./rows-in-reach.ts";
import { talliedRows } from "./tallied-rows.ts";
import type { WindowRequest } from "./window-aggregates.ts";
import type { WindowTallies } from "./window-tallies.ts";

/** A way of counting the rows of a stored table; every way gives the same. */
interface StoredWay {
  serves(requests: readonly WindowRequest[]): boolean;
  count(engine: Engine, question: StoredQuestion, tallies: () => WindowTallies): Promise<Record<string, ColumnData>>;
}

/** Of these the first that serves is taken. */
const ways: readonly StoredWay[] = [
  { serves: areGrouped, count: groupedRows },
  {
    serves: () => true,
    count: async (engine, question, startTallies) => {
      const tallies = startTallies();
      await talliedRows(engine, question, tallies.add);
      return tallies.columns();
    },
  },
];

/** What requests ask of the rows of a stored table, by the name of each. */
export async function storedEvents(
  engine: Engine,
  question: StoredQuestion,
  tallies: () => WindowTallies,
): Promise<Record<string, ColumnData>> {
  const requests = question.windows.flatMap((window) => window.requests);
  return ways.find((way) => way.serves(requests))!.count(engine, question, tallies);
}
