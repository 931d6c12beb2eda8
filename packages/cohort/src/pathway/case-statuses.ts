import { type Columns, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { byLevel, type Cases, type LevelReader, levelReader, readCases } from "./cases.ts";
import { countCell, dimensionOf, levelsOf, notRecorded, total } from "./cells.ts";
import { labelOf } from "./pathway-tables.ts";

/**
 * What a case is at the extract, in the order asked: the first that holds is its one status.
 *
 * @example
 * caseStatusIds; // ["completed", "not-eligible", "left-before-start", "left-after-start", "engaged", "started", "waiting"]
 */
export const caseStatusIds = [
  "completed",
  "not-eligible",
  "left-before-start",
  "left-after-start",
  "engaged",
  "started",
  "waiting",
] as const;

export type CaseStatus = (typeof caseStatusIds)[number];

const labels: Readonly<Record<CaseStatus, string>> = {
  completed: "Completed",
  "not-eligible": "Turned down",
  "left-before-start": "Left before starting",
  "left-after-start": "Left after starting",
  engaged: "Open, engaged",
  started: "Open, started",
  waiting: "Open, not started",
};

export interface CaseStatusResult {
  readonly kind: "likewise/case-statuses";
  readonly definition: "case-status";
  readonly options: { readonly by: string | null };
  readonly cases: number;
  readonly counts: Readonly<Record<CaseStatus, number>>;
  readonly levels: readonly { readonly id: string; readonly counts: Readonly<Record<CaseStatus, number>> }[];
}

/**
 * The one status of every case at the extract. Someone who completed has completed, whatever was recorded after.
 *
 * @param by breakdown as in `pathway`, by default the strand planned where it is in the data; null for none
 * @returns counts that sum to the cases
 */
export function caseStatuses({
  plan,
  tables,
  by = "referrals.strand",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  by?: string | null;
}): CaseStatusResult {
  const cases = readCases({ plan, tables });
  const levelOf: LevelReader | null = by === null ? null : levelReader(cases, by);
  return {
    kind: "likewise/case-statuses",
    definition: "case-status",
    options: { by: levelOf === null ? null : by },
    cases: cases.members.length,
    counts: countsOf(cases, cases.members),
    levels:
      levelOf === null
        ? []
        : [...byLevel(cases.members, levelOf)].map(([level, units]) => ({
            id: level ?? notRecorded,
            counts: countsOf(cases, units),
          })),
  };
}

export function caseStatusTables({ options: { by }, counts, cases, levels }: CaseStatusResult): Table[] {
  const rows = by === null ? [{ id: total, counts }] : [...levels, { id: total, counts }];
  const at = (id: string) => (by === null ? {} : { [by]: id });
  return [
    {
      id: tableId("case-status"),
      title: "What every case is at the extract",
      unit: "person",
      definition: "case-status",
      window: null,
      dimensions: [
        dimensionOf(
          "status",
          "Status",
          caseStatusIds.map((id) => ({ id, label: labels[id] })),
          true,
        ),
        ...(by === null ? [] : [dimensionOf(by, labelOf(by), levelsOf(levels.map(({ id }) => id)), true)]),
      ],
      cells: rows.flatMap((row) => [
        ...caseStatusIds.map((status) => countCell({ status, ...at(row.id) }, row.counts[status])),
        countCell(
          { status: total, ...at(row.id) },
          row.id === total ? cases : caseStatusIds.reduce((sum, status) => sum + row.counts[status], 0),
        ),
      ]),
      linked: [],
    },
  ];
}

function countsOf(cases: Cases, units: readonly number[]): Record<CaseStatus, number> {
  const counts = Object.fromEntries(caseStatusIds.map((id) => [id, 0])) as Record<CaseStatus, number>;
  for (const unit of units) counts[statusOf(cases, unit)]++;
  return counts;
}

function statusOf(cases: Cases, unit: number): CaseStatus {
  const has = (stage: string) => cases.reached.get(stage)?.has(unit) === true;
  if (has("completed")) return "completed";
  const departed = cases.departure(unit) !== null;
  if (departed) {
    if (has("started")) return "left-after-start";
    return turnedDown(cases, unit) ? "not-eligible" : "left-before-start";
  }
  if (has("engaged")) return "engaged";
  return has("started") ? "started" : "waiting";
}

function turnedDown({ tables, referralRow }: Cases, unit: number): boolean {
  const eligible = tables.referrals?.columns.eligible;
  const row = referralRow(unit);
  return row >= 0 && eligible?.type === "boolean" && eligible.values[row] === 0 && (eligible.valid?.[row] ?? 1) === 1;
}
