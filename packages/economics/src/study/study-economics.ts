import type { Comparison, EconomicsResult, JointCovariance, Refusal, StudyPlan } from "@likewise/schema";
import type { Appraisal } from "../results/appraise.ts";
import type { EffectRow } from "./effects-of-study.ts";

/** One item of spend, added up by whom it came from, for what, and in which financial year. */
export interface SpentItem {
  readonly payer: string | null;
  readonly category: string | null;
  readonly kind: "cash" | "in-kind" | null;
  /** financial year it was spent in, as 2021-22; null where no day is known */
  readonly year: string | null;
  /** pounds of that year */
  readonly pounds: number;
}

/** Rows of spend that were rejected with their reasons: their pounds are in no sum. */
export interface RejectedSpend {
  /** for want of a payer, */
  readonly withoutPayer: number;
  /** file and row of each of these, where that is known; */
  readonly placesWithoutPayer?: readonly string[];
  /** and for any other reason */
  readonly otherwise: number;
}

/** What costs and benefits are worked out from: aggregates alone. */
export interface StudyEconomicsInput {
  readonly plan: StudyPlan;
  /** the comparison whose effect counts; null where nobody is compared */
  readonly comparison: Comparison | null;
  /** of its arm values */
  readonly joint: readonly JointCovariance[];
  readonly spent: readonly SpentItem[];
  /** rows of spend that could not be read; left out, none */
  readonly rejected?: RejectedSpend;
  readonly counts: {
    readonly referred: number | null;
    readonly started: number | null;
    readonly completed: number | null;
  };
  /** people of the programme group by the financial year they entered; left out, all entered in the first */
  readonly entered?: readonly { readonly year: string; readonly people: number }[];
  readonly seed: number | string;
}

/** One value as it enters: what it was, what it became, and where it is from. */
export interface LedgerRow {
  readonly benefit: string;
  readonly value: string;
  readonly label: string;
  readonly agency: string;
  readonly kind: "fiscal" | "economic" | "social";
  readonly per: string;
  readonly pounds: number;
  readonly priceBase: string;
  /** in prices of the plan */
  readonly priced: number;
  readonly covers: readonly string[];
  readonly status: "VERIFIED" | "DERIVED" | "RECALLED" | "STUDY";
  readonly source: string;
}

/** Costs and benefits of a study, as far as they can be told. */
export interface StudyEconomics {
  readonly kind: "likewise/economics";
  readonly version: 1;
  readonly comparison: string | null;
  /** on the scale that decides claims; null where nothing is graded */
  readonly level: number | null;
  /** a scenario, "if the whole difference were caused by the programme": never a saving */
  readonly scenario: boolean;
  readonly appraisal: Appraisal | null;
  /** value-for-money category where the plan asks for it, never of a scenario */
  readonly label: string | null;
  readonly effects: readonly EffectRow[];
  readonly vintages: EconomicsResult["vintages"];
  /** what would pay, from costs and values alone; null where an effect enters, or it cannot be told */
  readonly wouldTake: EconomicsResult["wouldTake"] | null;
  /** costs and successes of the same people, estimated together; null where the plan names no such cost */
  readonly perPerson: EconomicsResult["perPerson"] | null;
  /** names of numbers in words */
  readonly names: Readonly<Record<string, string>>;
  readonly ledger: readonly LedgerRow[];
  readonly spend: {
    /** pounds as they were spent, in prices of their years */
    readonly total: number;
    readonly cash: number;
    readonly inKind: number;
    readonly support: number | null;
    readonly planned: number | null;
  };
  /** grants, what overlaps and what ends; null where the plan tells of none */
  readonly funding: EconomicsResult["funding"] | null;
  /** outcome by which victim-survivors say how confident they are; null where the plan names none */
  readonly confidence: string | null;
  /** worth something, without a price */
  readonly notMonetised: readonly string[];
  readonly notes: readonly string[];
  readonly attributions: readonly string[];
  readonly refusals: readonly Refusal[];
}
