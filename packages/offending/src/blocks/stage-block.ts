import type { Refusal } from "@likewise/schema";
import type { HarmDescription } from "../harm/describe-harm.ts";
import type { HarmEdition } from "../harm/harm-weights.ts";
import type { RegressionToTheMean } from "../regression-to-the-mean/regression-to-the-mean.ts";
import type { ChangeTest } from "./change-test.ts";
import type { ClusteredRate } from "./clustered-rate.ts";
import type { HarmIntervals } from "./harm-intervals.ts";
import type { PersonRatio } from "./person-ratios.ts";
import type { BlockTrend } from "./trend-over-blocks.ts";

interface Place {
  /** Stage the block lies around. */
  readonly anchor: string;
  readonly group: string;
}

/** One block of one group around one stage, in every family of scores. */
export interface StageBlock extends Place {
  /** k of block+k and block-k. */
  readonly block: number;
  readonly window: string;
  /** People of the group who reached the stage on a known day. */
  readonly reached: number;
  /** Of those, people observed for the whole block. */
  readonly observed: number;
  /** Of those, people with an event in it. */
  readonly withEvent: number;
  /** null where not asked for, as `count`. */
  readonly prevalence: {
    readonly share: number | null;
    readonly interval: readonly [number, number] | null;
  } | null;
  readonly count: {
    readonly events: number;
    /** Events a person, with limits made like those of the rates. */
    readonly mean: number | null;
    readonly meanInterval: readonly [number, number] | null;
    readonly median: number | null;
    readonly shareZero: number | null;
    readonly personYears: number;
    readonly allTimeYears: number;
    /** Events a person-year at liberty. */
    readonly rate: ClusteredRate | null;
    /** Events a person-year, custody not taken out. */
    readonly allTimeRate: ClusteredRate | null;
  } | null;
  /** One for each weight table that fitted. */
  readonly harm: readonly (HarmDescription & { readonly weights: HarmEdition; readonly intervals: HarmIntervals })[];
}

/** From a block before to the block after as far from the stage, in people observed for both. */
export interface StageChange extends Place, PersonRatio {
  readonly score: "count" | "prevalence" | "harm";
  readonly weights: HarmEdition | null;
  readonly beforeWindow: string;
  readonly afterWindow: string;
  /** People with an event, or with harm, in each. */
  readonly withBefore: number;
  readonly withAfter: number;
  /** Of prevalence; null for other scores. */
  readonly test: ChangeTest | null;
}

/** What selection alone leads to in one block after, beside what was seen in the same people. */
export interface ExpectedInBlock extends Place, RegressionToTheMean {
  readonly window: string;
  readonly seen: { readonly people: number; readonly withEvent: number };
}

export interface StageTrend extends Place {
  /** null where it was refused. */
  readonly trend: BlockTrend | null;
  readonly refusal: Refusal | null;
}
