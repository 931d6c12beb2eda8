import {
  type Columns,
  type Contract,
  type ContractTarget,
  parseIsoDate,
  type Refusal,
  type StudyPlan,
} from "@likewise/schema";
import { readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { type AskedOf, askedOf, heldOver, yearOf } from "./asked-of.ts";
import type { DeliveryData, Measured, PerformanceIndicator } from "./indicators/indicator.ts";
import { performanceIndicators } from "./performance-indicators.ts";
import { daysIn, overlap, type Period, type PeriodMonths, periodsOf, type Span } from "./periods.ts";
import { type ContractVerdict, verdictOf } from "./verdict-of.ts";

/** One period of one target: what was delivered, what was asked, and how the one stands to the other. */
export interface PeriodPerformance {
  readonly period: Period;
  readonly measured: Measured;
  readonly asked: AskedOf;
  /** Days of the period on which the target holds. */
  readonly days: number;
  readonly provisional: boolean;
  readonly verdict: ContractVerdict;
}

/** One target by quarters, half-years and years, each whole by itself. */
export interface TargetPerformance {
  readonly target: ContractTarget;
  readonly label: string;
  readonly definition: string;
  readonly byLength: readonly {
    readonly months: PeriodMonths;
    readonly periods: readonly PeriodPerformance[];
    /** The complete periods together, up to the first that is not; null for fewer than two. */
    readonly complete: PeriodPerformance | null;
  }[];
  /** People who count at some time, and the step of the pathway they are; null where there is no such number. */
  readonly everyone: { readonly people: number; readonly step: string | null } | null;
}

export interface Performance {
  readonly kind: "likewise/performance";
  readonly definition: "delivered-against-contract";
  readonly targets: readonly TargetPerformance[];
  readonly refusals: readonly Refusal[];
}

/**
 * What was delivered against what the contract asks, by quarter. It says whether the contract was kept, never whether the
 * programme worked: people who start and complete may do no better than without it.
 *
 * Nobody's wait is left out because it is not over, and no period is called missed before it is over and everyone in it
 * has been watched for as long as the indicator asks (`provisional`). Where a contract begins or ends inside a period,
 * people and pounds are asked for by days.
 *
 * @param plan a plan with `programme.contract`
 * @returns a refusal for a target whose data are not there; for all where there is no extract date
 */
export function performance({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): Performance {
  const contract = plan.programme?.contract;
  const header = { kind: "likewise/performance", definition: "delivered-against-contract" } as const;
  if (contract === undefined) return { ...header, targets: [], refusals: [] };
  const asAt = plan.data.asAt === undefined ? null : parseIsoDate(plan.data.asAt);
  if (asAt === null) return { ...header, targets: [], refusals: [noExtractDate] };
  const data = { plan, tables, cases: readCases({ plan, tables }), asAt };
  const each = contract.targets.map((target) => {
    const indicator = performanceIndicators.find(({ declared }) => declared.id === target.indicator)!;
    const missing = indicator.missing(data, target);
    if (missing !== null) return notInData("indicator-not-in-data", `performance: ${target.id}`, missing);
    return targetPerformance(indicator, target, contract, data);
  });
  return {
    ...header,
    targets: each.filter((one): one is TargetPerformance => "target" in one),
    refusals: each.filter((one): one is Refusal => !("target" in one)),
  };
}

const noExtractDate: Refusal = {
  id: "no-extract-date",
  what: "performance against the contract",
  why: "Without an extract date nobody can say which quarters are over",
  unlocks: "Set data.asAt",
};

function targetPerformance(
  indicator: PerformanceIndicator,
  target: ContractTarget,
  contract: Contract,
  data: DeliveryData,
): TargetPerformance {
  const held = heldOver(target, contract);
  const begun = overlap(held, { from: held.from, to: data.asAt });
  const { label, definition } = indicator.declared;
  return {
    target,
    label: target.label ?? label,
    definition,
    byLength: ([3, 6, 12] as const).map((months) => {
      const periods = begun === null ? [] : periodsOf(begun, months, yearOf(contract));
      const each = periods.map((period) => periodPerformance(indicator, target, contract, data, period));
      const open = each.findIndex(({ provisional }) => provisional);
      const over = each.slice(0, open === -1 ? each.length : open);
      return { months, periods: each, complete: over.length < 2 ? null : together(over) };
    }),
    everyone: indicator.everyone?.(data, target) ?? null,
  };

  function together(over: readonly PeriodPerformance[]): PeriodPerformance {
    const [first, last] = [over[0]!.period, over.at(-1)!.period];
    const whole: Period = { from: first.from, to: last.to, id: "complete", label: "All complete periods" };
    return periodPerformance(indicator, target, contract, data, whole);
  }
}

function periodPerformance(
  indicator: PerformanceIndicator,
  target: ContractTarget,
  contract: Contract,
  data: DeliveryData,
  period: Period,
): PeriodPerformance {
  const days = overlap(period, heldOver(target, contract)) as Span;
  const measured = indicator.measure(data, target, days);
  const asked = askedOf(target, contract, period);
  const provisional = days.to > data.asAt || !measured.settled;
  return { period, measured, asked, days: daysIn(days), provisional, verdict: verdictOf(measured, asked, provisional) };
}
