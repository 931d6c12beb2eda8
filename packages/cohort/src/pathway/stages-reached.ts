import type { Columns } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";
import { type People, unitsOfRows } from "../people/people.ts";
import { readOnce } from "../people/read-once.ts";
import { compareMissingLast, type RowOrder, rowOrder } from "../people/row-order.ts";

/** The first record that a person reached a stage, and the row that says so. */
export interface StageRecord {
  /** null where the stage is recorded without a date. */
  readonly day: number | null;
  readonly tableName: string;
  readonly table: Columns;
  readonly row: number;
}

/** Stage to unit to its first record. */
export type StagesReached = ReadonlyMap<string, ReadonlyMap<number, StageRecord>>;

/**
 * Every stage every person reached, from three tables: `stages` as they stand, `referrals` (referred; eligible where
 * the referral met the criteria; neither is invented), and `selections` (the panel's decision as the stage). Of several
 * records of one stage the first by date counts; one without a date counts only where there is no other; of one day that
 * of the first table below, then the first by natural order of what the rows say (an exit has one reason).
 */
export function stagesReached(tables: Tables, people: People): StagesReached {
  return stagesOf(tables)(people);
}

type Tables = Readonly<Record<string, Columns>>;

const stagesOf = readOnce((tables: Tables) => readOnce((people: People) => stagesRead(tables, people)));

function stagesRead(tables: Tables, people: People): StagesReached {
  const reached = new Map<string, Map<number, StageRecord>>();
  const note = (stage: string, unit: number, record: StageRecord, order: RowOrder) => {
    const records = reached.get(stage) ?? new Map<number, StageRecord>();
    reached.set(stage, records);
    const standing = records.get(unit);
    if (standing === undefined || comesFirst(record, standing, order)) records.set(unit, record);
  };
  for (const [tableName, stagesOf] of Object.entries(stageReaders)) {
    const table = tables[tableName];
    if (table === undefined) continue;
    const units = unitsOfRows(table, people);
    const order = rowOrder(table, undefined);
    for (let row = 0; row < units.length; row++) {
      if (units[row]! < 0) continue;
      for (const { stage, day } of stagesOf(table, row)) {
        note(stage, units[row]!, { day, tableName, table, row }, order);
      }
    }
  }
  return reached;
}

/** What one row of a table says was reached. */
const stageReaders: Readonly<
  Record<string, (table: Columns, row: number) => readonly { stage: string; day: number | null }[]>
> = {
  referrals: ({ columns }, row) => [
    { stage: "referred", day: dayAt(columns.referral_date, row) },
    ...(textAt(columns.eligible, row) === "true" ? [{ stage: "eligible", day: null }] : []),
  ],
  selections: ({ columns }, row) => {
    const decision = textAt(columns.panel_decision, row);
    return decision === null ? [] : [{ stage: decision, day: dayAt(columns.decision_date, row) }];
  },
  stages: ({ columns }, row) => {
    const stage = textAt(columns.stage, row);
    return stage === null ? [] : [{ stage, day: dayAt(columns.date, row) }];
  },
};

function comesFirst(a: StageRecord, b: StageRecord, order: RowOrder): boolean {
  const byDay = compareMissingLast(a.day, b.day, (x, y) => x - y);
  return byDay < 0 || (byDay === 0 && a.table === b.table && order(a.row, b.row) < 0);
}
