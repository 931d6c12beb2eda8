import { type Columns, type Issue, type Refusal, type StudyPlan, type Table, tableId } from "@likewise/schema";
import { type Share, shareOf } from "@likewise/stats";
import { cohortIssue } from "../cohort-issues.ts";
import { dayAt, textAt } from "../people/fields.ts";
import { unitsOfRows } from "../people/people.ts";
import { dayReached, readCases } from "./cases.ts";
import { dimensionOf, notInData, shareCell } from "./cells.ts";

/** Somebody the screening should have kept out; for those who answer for safety, never for a page. */
export interface SafetyException {
  readonly id: string;
  readonly unit: number;
  readonly enteredDay: number;
  readonly disclosedDay: number;
  /** Why they left on or after the day it was disclosed, else the first item of their plan set since; null for none on record. */
  readonly action: string | null;
}

export interface ScreeningFailures {
  readonly kind: "likewise/screening-failures";
  readonly definition: string;
  readonly options: { readonly disclosed: readonly string[] };
  readonly entered: number;
  /** Disclosed after entry, of those who entered. Nobody asked later can disclose: a least share. */
  readonly wronglyIncluded: Share;
  readonly actedOn: Share;
  /** Disclosed on or before the day of entry, or without a day. */
  readonly knownAtEntry: number;
  readonly withoutDay: number;
  readonly exceptions: readonly SafetyException[];
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
}

/**
 * People for whom what the screening should have found was disclosed after they had started: each a safety exception,
 * with what was done about it.
 *
 * Looks at records of abuse by the person of kinds that screen out, by any reporter and of any severity but 0.
 *
 * @param disclosed kinds of abuse that screen out, default jealous-controlling
 */
export function screeningFailures({
  plan,
  tables,
  disclosed = ["jealous-controlling"],
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  disclosed?: readonly string[];
}): ScreeningFailures {
  const cases = readCases({ plan, tables });
  const { abuse, plan_items: planItems } = tables;
  const refusals: Refusal[] =
    abuse === undefined ? [notInData("no-abuse-records", "screening failures found later", "abuse")] : [];
  const firstAfter = new Map<number, { day: number; row: number }>();
  const [atEntry, withoutDay] = [new Set<number>(), new Set<number>()];
  const started = cases.reached.get("started");
  if (abuse !== undefined) {
    const units = unitsOfRows(abuse, cases.people);
    for (let row = 0; row < units.length; row++) {
      const unit = units[row]!;
      const kind = textAt(abuse.columns.kind, row);
      if (started?.has(unit) !== true || kind === null || !disclosed.includes(kind)) continue;
      if (textAt(abuse.columns.severity, row) === "0") continue;
      const day = dayAt(abuse.columns.date, row);
      const entered = dayReached(cases, "started", unit) ?? null;
      if (day === null || entered === null) withoutDay.add(unit);
      else if (day <= entered) atEntry.add(unit);
      else if (day < (firstAfter.get(unit)?.day ?? Number.POSITIVE_INFINITY)) firstAfter.set(unit, { day, row });
    }
  }
  const exceptions = [...firstAfter]
    .sort(([a], [b]) => a - b)
    .map(([unit, { day }]) => ({
      id: cases.people.ids[unit]!,
      unit,
      enteredDay: dayReached(cases, "started", unit)!,
      disclosedDay: day,
      action: actionSince(unit, day),
    }));

  function actionSince(unit: number, day: number): string | null {
    const departure = cases.departure(unit);
    if (departure !== null && departure.day !== null && departure.day >= day) return departure.reason;
    if (planItems === undefined) return null;
    const units = unitsOfRows(planItems, cases.people);
    const items = Array.from(units, (of, row) => ({ of, set: dayAt(planItems.columns.set, row), row }))
      .filter(({ of, set }) => of === unit && set !== null && set >= day)
      .sort((a, b) => a.set! - b.set! || a.row - b.row);
    return items.length === 0 ? null : textAt(planItems.columns.item, items[0]!.row);
  }

  const entered = started?.size ?? 0;
  return {
    kind: "likewise/screening-failures",
    definition: `disclosed-after-start-${disclosed.join("-")}`,
    options: { disclosed },
    entered,
    wronglyIncluded: refusals.length > 0 ? shareOf(0, 0) : shareOf(exceptions.length, entered),
    actedOn: shareOf(exceptions.filter(({ action }) => action !== null).length, exceptions.length),
    knownAtEntry: [...atEntry].filter((unit) => !firstAfter.has(unit)).length,
    withoutDay: [...withoutDay].filter((unit) => !firstAfter.has(unit) && !atEntry.has(unit)).length,
    exceptions,
    issues: [...firstAfter.values()].map(({ row }) =>
      cohortIssue("control_disclosed_after_entry", { tableName: "abuse", table: abuse, row, column: "kind" }),
    ),
    refusals,
  };
}

export function screeningTables({ definition, wronglyIncluded, actedOn, refusals }: ScreeningFailures): Table[] {
  if (refusals.length > 0) return [];
  return [
    {
      id: tableId("screening-failures"),
      title: "Screening failures found after entry, and acted on",
      unit: "person",
      definition,
      window: null,
      dimensions: [
        dimensionOf(
          "share",
          "Share",
          [
            { id: "wrongly-included", label: "Wrongly included, of those who started" },
            { id: "acted-on", label: "Acted on, of those wrongly included" },
          ],
          false,
        ),
      ],
      cells: [
        shareCell({ share: "wrongly-included" }, wronglyIncluded.numerator, wronglyIncluded.denominator),
        shareCell({ share: "acted-on" }, actedOn.numerator, actedOn.denominator),
      ],
      linked: [],
    },
  ];
}
