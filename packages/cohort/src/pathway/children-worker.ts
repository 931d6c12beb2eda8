import {
  addMonths,
  type Columns,
  cell,
  dayNumber,
  parseIsoDate,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { dayAt, latestDayAt, textAt } from "../people/fields.ts";
import { type Cases, dayReached, readCases } from "./cases.ts";
import { countCell, dimensionOf, notInData, total } from "./cells.ts";

export interface ChildEligibility {
  readonly id: string;
  /** First day the child is old enough while the case is open: the start, or the birthday. Earliest and latest it can be. */
  readonly from: { readonly earliest: number; readonly latest: number } | null;
  readonly status: "eligible" | "under-age" | "unknown";
  readonly linked: boolean;
}

export interface ChildrenWorker {
  readonly kind: "likewise/children-worker";
  readonly definition: `child-of-${number}-or-over`;
  readonly options: { readonly workerType: string; readonly leastAge: number; readonly birth: string };
  readonly children: readonly ChildEligibility[];
  /** Children linked to a worker, of those surely eligible. */
  readonly linked: Share;
  readonly underAge: number;
  /** Old enough or not, depending on the birthday the data do not have. */
  readonly unknown: number;
  readonly refusals: readonly Refusal[];
}

/**
 * Children of the family of people who started who are old enough for a worker of their own, from the day they are.
 *
 * A child too young at the start becomes eligible on the birthday, if the case lasts that long. Where only the year of
 * birth is known the birthday may be any day of that year: who cannot be placed is unknown, and is in no share.
 *
 * @param leastAge   whole years, default 5
 * @param workerType worker of `links.worker_type`, default children-worker
 * @param birth      date field of people with the date of birth, whole or partial; default the year, people.birth_year
 */
export function childrenWorker({
  plan,
  tables,
  leastAge = 5,
  workerType = "children-worker",
  birth = "birth_year",
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  leastAge?: number;
  workerType?: string;
  birth?: string;
}): ChildrenWorker {
  const cases = readCases({ plan, tables });
  const { links } = tables;
  const missing =
    links === undefined ? "links" : tables.people!.columns[birth] === undefined ? `people.${birth}` : null;
  const refusals = missing === null ? [] : [notInData("no-children", "children old enough for a worker", missing)];
  const parents = refusals.length > 0 ? new Map<string, number>() : parentsOf(cases);
  const linked = new Set(
    Array.from({ length: links?.numRows ?? 0 }, (_, row) =>
      textAt(links!.columns.worker_type, row) === workerType
        ? textAt(
            textAt(links!.columns.kind, row) === "worker" ? links!.columns.person : links!.columns.linked_person,
            row,
          )
        : null,
    ),
  );
  const children = [...parents].map(([id, parent]) => {
    const { status, from } = eligibilityOf(cases, id, parent, leastAge, birth);
    return { id, status, from, linked: linked.has(id) };
  });
  const eligible = children.filter(({ status }) => status === "eligible");
  return {
    kind: "likewise/children-worker",
    definition: `child-of-${leastAge}-or-over`,
    options: { workerType, leastAge, birth },
    children,
    linked: shareOf(eligible.filter((child) => child.linked).length, eligible.length),
    underAge: children.filter(({ status }) => status === "under-age").length,
    unknown: children.filter(({ status }) => status === "unknown").length,
    refusals,
  };
}

export function childrenWorkerTables({
  children,
  linked,
  underAge,
  unknown,
  definition,
  refusals,
}: ChildrenWorker): Table[] {
  if (refusals.length > 0) return [];
  const rows = [
    { id: "linked", label: "Old enough, with a worker", children: linked.numerator },
    { id: "not-linked", label: "Old enough, without", children: linked.denominator - linked.numerator },
    { id: "under-age", label: "Too young", children: underAge },
    { id: "unknown", label: "Age not known well enough", children: unknown },
  ];
  return [
    {
      id: tableId("children-worker"),
      title: "Children linked to people who started, and workers of their own",
      unit: "person",
      definition,
      window: null,
      dimensions: [dimensionOf("worker", "Worker", rows, true)],
      cells: [
        ...rows.map((row) => countCell({ worker: row.id }, row.children)),
        countCell({ worker: total }, children.length),
      ],
      linked: [],
    },
  ];
}

/** Children by id, with the started person of their family; of several the first by unit. */
function parentsOf(cases: Cases): ReadonlyMap<string, number> {
  const { links } = cases.tables;
  const { role } = cases.people.table.columns;
  const parents = new Map<string, number>();
  for (let row = 0; row < links!.numRows; row++) {
    if (textAt(links!.columns.kind, row) === "worker") continue;
    const parent = cases.people.unitOf.get(textAt(links!.columns.person, row) ?? "");
    const child = textAt(links!.columns.linked_person, row);
    const childUnit = child === null ? undefined : cases.people.unitOf.get(child);
    if (parent === undefined || childUnit === undefined || cases.reached.get("started")?.has(parent) !== true) continue;
    if (textAt(role, cases.people.rows[childUnit]!) !== "child") continue;
    parents.set(child!, Math.min(parent, parents.get(child!) ?? parent));
  }
  return new Map([...parents].sort(([a], [b]) => cases.people.unitOf.get(a)! - cases.people.unitOf.get(b)!));
}

function eligibilityOf(cases: Cases, child: string, parent: number, leastAge: number, birth: string) {
  const start = dayReached(cases, "started", parent) ?? null;
  const row = cases.people.rows[cases.people.unitOf.get(child)!]!;
  const born = birthRange(cases.people.table, birth, row);
  const departure = cases.departure(parent);
  const end = departure === null ? cases.asAt : departure.day;
  if (start === null || born === null || end === null) return { status: "unknown" as const, from: null };
  const from = {
    earliest: Math.max(start, addMonths(born.earliest, 12 * leastAge)),
    latest: Math.max(start, addMonths(born.latest, 12 * leastAge)),
  };
  if (from.latest <= end) return { status: "eligible" as const, from };
  if (from.earliest > end) return { status: "under-age" as const, from: null };
  return { status: "unknown" as const, from };
}

function birthRange(people: Columns, field: string, row: number): { earliest: number; latest: number } | null {
  const column = people.columns[field]!;
  if (column.type === "date") {
    const earliest = dayAt(column, row);
    return earliest === null ? null : { earliest, latest: latestDayAt(column, row)! };
  }
  const value = cell(column, row);
  if (typeof value !== "number") return typeof value === "string" ? isoRange(value) : null;
  return {
    earliest: dayNumber({ year: value, month: 1, day: 1 }),
    latest: dayNumber({ year: value, month: 12, day: 31 }),
  };
}

function isoRange(text: string): { earliest: number; latest: number } | null {
  const day = parseIsoDate(text);
  return day === null ? null : { earliest: day, latest: day };
}
