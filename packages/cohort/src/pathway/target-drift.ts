import {
  type Columns,
  cell,
  isoDate,
  naturalOrder,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { designMatrix, fitLogistic, normalQuantile, type Share, shareOf } from "@likewise/stats";
import { fieldOf } from "../people/fields.ts";
import { byLevel, type Cases, dayReached, readCases } from "./cases.ts";
import { dimensionOf, levelsOf, notRecorded, shareCell, total } from "./cells.ts";

export interface TargetDrift {
  readonly kind: "likewise/target-drift";
  /** Id of the definition of the target. */
  readonly definition: string;
  readonly options: { readonly accepted: string };
  readonly accepted: number;
  /** Outside the definition, of those for whom it can be told. */
  readonly outside: Share;
  readonly unknown: number;
  readonly reasons: readonly { readonly reason: string; readonly people: number }[];
  readonly months: readonly { readonly month: string; readonly outside: Share; readonly unknown: number }[];
  /** Odds of being outside, for each month later; null where a trend cannot be estimated. */
  readonly trend: { readonly oddsRatioPerMonth: number; readonly lower: number; readonly upper: number } | null;
  readonly refusals: readonly Refusal[];
}

/**
 * Target drift: the share of people accepted who are outside the definition of whom the programme is for, by the month
 * they were accepted in, and its trend by logistic regression on the month.
 *
 * Missing rule: a person fails the definition by any rule they are known to fail; who fails none but lacks a value is
 * unknown, and in no share.
 *
 * @param accepted stage that makes somebody accepted, by default accepted, else started
 * @returns a refusal where the plan has no `cohort.target`, or the stage is not recorded
 * @throws Failure (usage) when a rule names a field that is not mapped
 */
export function targetDrift({
  plan,
  tables,
  accepted,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  accepted?: string;
}): TargetDrift {
  const cases = readCases({ plan, tables });
  const { target } = plan.cohort;
  const stage = accepted ?? (cases.reached.has("accepted") ? "accepted" : "started");
  const refusals: Refusal[] = [];
  if (target === undefined) {
    refusals.push({
      id: "no-target",
      what: "target drift",
      why: "Without a definition of whom the programme is for nobody is outside it",
      unlocks: "Set cohort.target",
    });
  }
  if (!cases.reached.has(stage)) {
    refusals.push({
      id: "stage-not-recorded",
      what: "target drift",
      why: `the stage ${stage} is not recorded`,
      unlocks: "Map stages",
    });
  }
  const units = refusals.length > 0 ? [] : [...cases.reached.get(stage)!.keys()].sort((a, b) => a - b);
  const placeOf = targetReader(cases, target?.rules ?? []);
  const places = new Map(units.map((unit) => [unit, placeOf(unit)]));
  const monthOf = (unit: number) => {
    const day = dayReached(cases, stage, unit) ?? null;
    return day === null ? null : isoDate(day).slice(0, 7);
  };
  const shareOutside = (some: readonly number[]) => {
    const known = some.filter((unit) => places.get(unit)!.status !== "unknown");
    return shareOf(known.filter((unit) => places.get(unit)!.status !== "inside").length, known.length);
  };
  const unknownIn = (some: readonly number[]) => some.filter((unit) => places.get(unit)!.status === "unknown").length;
  const reasons = units.flatMap((unit) => places.get(unit)!.reason ?? []);
  const trend = trendOf(
    units.filter((unit) => places.get(unit)!.status !== "unknown"),
    monthOf,
    (unit) => places.get(unit)!.status !== "inside",
  );
  if (units.length > 0 && trend === null) {
    refusals.push({
      id: "no-trend",
      what: "trend of target drift",
      why: "The share outside cannot be told to rise or fall: it is all or nothing, or the months do not overlap in it",
      unlocks: "More months with people both inside and outside the definition",
    });
  }
  return {
    kind: "likewise/target-drift",
    definition: target?.id ?? "none",
    options: { accepted: stage },
    accepted: units.length,
    outside: shareOutside(units),
    unknown: unknownIn(units),
    reasons: [...new Set(reasons)].sort(naturalOrder).map((reason) => ({
      reason,
      people: reasons.filter((one) => one === reason).length,
    })),
    months: [...byLevel(units, monthOf)].map(([month, some]) => ({
      month: month ?? notRecorded,
      outside: shareOutside(some),
      unknown: unknownIn(some),
    })),
    trend,
    refusals,
  };
}

export function targetDriftTables({ definition, months, outside, accepted }: TargetDrift): Table[] {
  if (accepted === 0) return [];
  return [
    {
      id: tableId("target-drift"),
      title: "People accepted who are outside the definition of the target",
      unit: "person",
      definition: `target-${definition}`,
      window: null,
      dimensions: [
        // Shares of months do not add up to a share of a quarter, so nothing may merge them.
        dimensionOf("month", "Month accepted", levelsOf(months.map(({ month }) => month)), true),
      ],
      cells: [
        ...months.map((row) => shareCell({ month: row.month }, row.outside.numerator, row.outside.denominator)),
        shareCell({ month: total }, outside.numerator, outside.denominator),
      ],
      linked: [],
    },
  ];
}

/** Where a person stands to the definition; outside, with the reason of the first rule they are known to fail. */
interface Place {
  readonly status: "inside" | "outside" | "unknown";
  readonly reason: string | null;
}

type TargetRule = NonNullable<StudyPlan["cohort"]["target"]>["rules"][number];

function targetReader(cases: Cases, rules: readonly TargetRule[]): (unit: number) => Place {
  const read = rules.map((rule) => {
    const field = fieldOf(cases.tables, rule.field, "cohort.target");
    return { rule, field };
  });
  return (unit) => {
    let missing = false;
    for (const { rule, field } of read) {
      const row = field.tableName === "people" ? cases.people.rows[unit]! : cases.referralRow(unit);
      const value = row < 0 ? null : cell(field.column, row);
      if (value === null) missing = true;
      else if (!meets(rule, value)) return { status: "outside", reason: rule.reason };
    }
    return { status: missing ? "unknown" : "inside", reason: null };
  };
}

function meets(rule: TargetRule, value: string | number | boolean): boolean {
  if (rule.in !== undefined && !rule.in.map(String).includes(String(value))) return false;
  if (rule.min === undefined && rule.max === undefined) return true;
  const amount = Number(value);
  return amount >= (rule.min ?? Number.NEGATIVE_INFINITY) && amount <= (rule.max ?? Number.POSITIVE_INFINITY);
}

function trendOf(
  units: readonly number[],
  monthOf: (unit: number) => string | null,
  isOutside: (unit: number) => boolean,
) {
  const rows = units.flatMap((unit) => {
    const month = monthOf(unit);
    return month === null
      ? []
      : [{ month: Number(month.slice(0, 4)) * 12 + Number(month.slice(5)), outside: Number(isOutside(unit)) }];
  });
  const varies = (values: readonly number[]) => new Set(values).size > 1;
  if (!varies(rows.map(({ month }) => month)) || !varies(rows.map(({ outside }) => outside))) return null;
  const first = rows.reduce((least, { month }) => Math.min(least, month), Number.POSITIVE_INFINITY);
  const fit = fitLogistic({
    design: designMatrix([rows.map(({ month }) => month - first)]),
    outcome: rows.map(({ outside }) => outside),
  });
  const [slope, error] = [fit.coefficients[1] ?? null, fit.standardErrors[1] ?? null];
  if (slope === null || error === null) return null;
  const z = normalQuantile(0.975);
  return { oddsRatioPerMonth: Math.exp(slope), lower: Math.exp(slope - z * error), upper: Math.exp(slope + z * error) };
}
