import {
  type Asked,
  type Cell,
  countName,
  parseIsoDate,
  type Refusal,
  type StudyPlan,
  type Table,
  tableId,
} from "@likewise/schema";
import { exactBinomialInterval } from "@likewise/stats";
import { countCell, dimensionOf } from "../pathway/cells.ts";
import type { Measured } from "./indicators/indicator.ts";
import { verdictOf } from "./verdict-of.ts";

type ChangeTarget = NonNullable<NonNullable<StudyPlan["programme"]>["changeTargets"]>[number];

export interface ProgressToTarget {
  readonly id: string;
  readonly label: string;
  readonly baseline: number;
  readonly current: number;
  /** Days of either period, both ends included. */
  readonly baselineDays: number;
  readonly currentDays: number;
  /** Change of the number a day, −0.2 for a fifth less. */
  readonly change: number;
  readonly interval: readonly [number, number];
  /** −0.25 for a quarter less. */
  readonly target: number;
  /** Held against the change found; “within chance” where its interval holds both what meets the target and what does not. */
  readonly verdict: Extract<Asked["verdict"], string>;
}

export interface TargetProgress {
  readonly kind: "likewise/target-progress";
  readonly definition: "count-against-baseline";
  readonly targets: readonly ProgressToTarget[];
  readonly refusals: readonly Refusal[];
}

/**
 * How far numbers have come towards what was promised of them: repeats a quarter fewer, re-referrals a third fewer. Each
 * number is of a period; periods of unequal length are held against each other by days.
 *
 * The interval is that of chance alone (two Poisson counts, exact). A number that falls has not been brought down by the
 * programme: there is nobody to compare with, and people who come back are not independent of one another.
 *
 * @param plan a plan with `programme.changeTargets`
 * @returns a refusal for a baseline of 0, of which no share can be less
 * @source Rothman, Greenland and Lash, Modern Epidemiology (2008), chapter 14; Clopper and Pearson (1934)
 * @example
 * const of = (count, year) => ({ count, from: `${year}-01-01`, to: `${year}-12-31` });
 * const target = { id: "repeats", label: "Repeats", baseline: of(100, 2021), current: of(80, 2022), change: -0.25 };
 * targetProgress({ plan: { programme: { changeTargets: [target] } } }).targets[0].verdict; // "missed-within-chance"
 */
export function targetProgress({ plan }: { readonly plan: StudyPlan }): TargetProgress {
  const asked = plan.programme?.changeTargets ?? [];
  return {
    kind: "likewise/target-progress",
    definition: "count-against-baseline",
    targets: asked.filter(({ baseline }) => baseline.count > 0).map(progressOf),
    refusals: asked
      .filter(({ baseline }) => baseline.count === 0)
      .map(({ id, label }) => ({
        id: `no-baseline:${id}`,
        what: `progress to target: ${label}`,
        why: "its baseline is 0, of which nothing can be a share less or more",
        unlocks: "a longer period before, in which it happened",
      })),
  };
}

function progressOf({ id, label, baseline, current, change: target }: ChangeTarget): ProgressToTarget {
  const [baselineDays, currentDays] = [daysOf(baseline), daysOf(current)];
  const part = exactBinomialInterval({ events: current.count, total: current.count + baseline.count });
  const changeAt = (share: number) => ((share / (1 - share)) * baselineDays) / currentDays - 1;
  const change = (current.count / currentDays) * (baselineDays / baseline.count) - 1;
  const interval = [changeAt(part.lower), changeAt(part.upper)] as const;
  const measured: Measured = {
    unit: "people",
    numerator: current.count,
    denominator: null,
    value: change,
    interval,
    chance: true,
    range: null,
    settled: true,
  };
  const limits = target < 0 ? { least: null, most: target } : { least: target, most: null };
  const verdict = verdictOf(measured, { ...limits, proRata: false }, false);
  return {
    id,
    label,
    baseline: baseline.count,
    current: current.count,
    baselineDays,
    currentDays,
    change,
    interval,
    target,
    verdict,
  };
}

function daysOf({ from, to }: ChangeTarget["baseline"]): number {
  return parseIsoDate(to)! - parseIsoDate(from)! + 1;
}

export function targetProgressTables({ targets }: TargetProgress): Table[] {
  if (targets.length === 0) return [];
  return [
    {
      id: tableId("target-progress"),
      title: "Numbers against their baseline and what was promised of them; nobody is compared, so it is no effect",
      unit: "record",
      definition: "count-against-baseline",
      window: null,
      dimensions: [
        dimensionOf("target", "Promised of", targets, false),
        dimensionOf("amount", "Number", amounts, false),
      ],
      cells: targets.flatMap(cellsOf),
      linked: [],
    },
  ];
}

const amounts = [
  { id: "before", label: "Before" },
  { id: "now", label: "Now" },
  { id: "change", label: "Change" },
] as const;

function cellsOf({ id, baseline, current, change, interval, target, verdict, currentDays }: ProgressToTarget): Cell[] {
  const at = (amount: string) => ({ target: id, amount });
  const [before, now] = ["before", "now"].map((amount) => countName("change target", at(amount))) as [string, string];
  return [
    { ...countCell(at("before"), baseline), of: { numerator: before } },
    { ...countCell(at("now"), current), of: { numerator: now } },
    {
      at: at("change"),
      numerator: current,
      denominator: null,
      value: change,
      interval: [interval[0], interval[1]],
      of: { numerator: now, value: [before, now] },
      asked: {
        least: target < 0 ? null : target,
        most: target < 0 ? target : null,
        days: currentDays,
        ofDays: currentDays,
        proRata: false,
        provisional: false,
        verdict,
      },
    },
  ];
}
