import { type Columns, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { byLevel, readCases } from "../pathway/cases.ts";
import { dimensionOf, levelsOf, notInData, notRecorded, shareCell, total } from "../pathway/cells.ts";
import { textAt } from "../people/fields.ts";
import { sessionsByUnit } from "./session-data.ts";

export interface ReachByRole {
  readonly kind: "likewise/reach-by-role";
  readonly definition: "attended-once";
  /** Everyone in people, by role, and of them those who attended a session. */
  readonly rows: readonly {
    readonly role: string;
    readonly people: number;
    readonly reached: Share;
    readonly sessions: number;
  }[];
  readonly all: Share;
  readonly refusals: readonly ReturnType<typeof notInData>[];
}

/** Who was reached, by role: children, victim-survivors and people who use abuse, in one session or more; roles sum to all. */
export function reachByRole({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): ReachByRole {
  const cases = readCases({ plan, tables });
  const { people } = cases;
  const sessions = sessionsByUnit(tables.sessions, people, cases.asAt);
  const attended = (unit: number) => sessions?.get(unit)?.filter((one) => one.attended === true).length ?? 0;
  const everyone = people.ids.map((_, unit) => unit);
  const roleOf = (unit: number) => textAt(people.table.columns.role, people.rows[unit]!);
  const rows = [...byLevel(everyone, roleOf)].map(([role, units]) => ({
    role: role ?? notRecorded,
    people: units.length,
    reached: shareOf(units.filter((unit) => attended(unit) > 0).length, units.length),
    sessions: units.reduce((sum, unit) => sum + attended(unit), 0),
  }));
  return {
    kind: "likewise/reach-by-role",
    definition: "attended-once",
    rows: sessions === null ? [] : rows,
    all:
      sessions === null
        ? shareOf(0, 0)
        : shareOf(everyone.filter((unit) => attended(unit) > 0).length, everyone.length),
    refusals: sessions === null ? [notInData("no-sessions", "reach by role", "sessions")] : [],
  };
}

export function reachByRoleTables({ rows, all }: ReachByRole): Table[] {
  if (rows.length === 0) return [];
  return [
    {
      id: tableId("reach-by-role"),
      title: "People who attended a session, by role",
      unit: "person",
      definition: "reach-attended-once",
      window: null,
      dimensions: [dimensionOf("role", "Role", levelsOf(rows.map(({ role }) => role)), true)],
      cells: [
        ...rows.map(({ role, reached }) => shareCell({ role }, reached.numerator, reached.denominator)),
        shareCell({ role: total }, all.numerator, all.denominator),
      ],
      linked: [],
    },
  ];
}
