import type { Columns, ContractIndicator, ContractTarget, StudyPlan } from "@likewise/schema";
import type { Cases } from "../../pathway/cases.ts";
import type { Span } from "../periods.ts";

/** What indicators are counted from. */
export interface DeliveryData {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
  readonly cases: Cases;
  /** Data cut, whole days since 1970-01-01. */
  readonly asAt: number;
}

/** An indicator over some days. */
export interface Measured {
  readonly unit: ContractIndicator["unit"];
  /** People, pounds or sessions with what is asked. */
  readonly numerator: number;
  /** Of whom; null for people and pounds, which are of nothing. */
  readonly denominator: number | null;
  /** Share or days; null for people and pounds, and where there is nobody to speak of. */
  readonly value: number | null;
  /** 95 % limits of the value, or of the count; an upper limit of null is none. */
  readonly interval: readonly [number, number | null] | null;
  /** Whether it would have come out differently by chance. */
  readonly chance: boolean;
  /** Between what and what it may lie, where some records do not say; null where all do. */
  readonly range: readonly [number, number] | null;
  /** Whether everyone has been watched long enough for the value to be final once the period is over. */
  readonly settled: boolean;
}

/** How one indicator is counted; what it is stands in its declaration. */
export interface PerformanceIndicator {
  readonly declared: ContractIndicator;
  /** What it cannot do without that the data do not hold, as table, table.field or "the stage x"; null when all is there. */
  missing(data: DeliveryData, target: ContractTarget): string | null;
  /** @param span days of one or more periods, those before or after the target left out */
  measure(data: DeliveryData, target: ContractTarget, span: Span): Measured;
  /** Where all who count are counted once over time: how many, and the step of the pathway they are, if they are one. */
  everyone?(data: DeliveryData, target: ContractTarget): { readonly people: number; readonly step: string | null };
}
