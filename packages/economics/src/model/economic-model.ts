import type { EconomicValue } from "@likewise/schema";
import type { JointEstimates } from "../uncertainty/draw-joint.ts";
import type { UncertainNumber } from "../uncertainty/uncertain-number.ts";

/** Whose gain it is: the public purse, earnings and output, or the wider welfare of people. */
export type BenefitKind = NonNullable<EconomicValue["kind"]>;

/** What was paid, or given in kind, for the programme and the support that belongs to it. */
export interface CostLine {
  readonly id: string;
  readonly label: string;
  readonly payer: string;
  readonly kind: "cash" | "in-kind";
  readonly phase: "start-up" | "running";
  /** name of a number: pounds in all */
  readonly amount: string;
  /** name of a number the amount is taken times, shared by lines that are wrong together; null where the amount says all */
  readonly times: string | null;
  /** takes its prices to those of the model */
  readonly priceFactor: number;
  /** 0 = the first */
  readonly year: number;
}

/** What one agency, or society, gains from one effect. */
export interface BenefitLine {
  readonly id: string;
  readonly label: string;
  /** who gains: an agency, or society */
  readonly agency: string;
  readonly kind: BenefitKind;
  /** part of a wider value that some runs leave out */
  readonly component: "anticipation" | "harm" | "other";
  /** key of each arm among the joint estimates, and which way is a gain */
  readonly effect: {
    readonly treated: string;
    readonly comparison: string;
    readonly gain: "fewer" | "more";
    /** years over which the difference was counted: what one year of it holds is the difference over them */
    readonly windowYears: number;
    /** the difference is a rate, of one year, whatever the window: events a person-year */
    readonly perYear?: boolean;
  };
  /** name of a number: actual events for each recorded one; null where everything that happened is counted */
  readonly multiplier: string | null;
  /** name of a number: pounds for one */
  readonly value: string;
  /** takes its prices to those of the model */
  readonly priceFactor: number;
  /** name of a number: share of a fiscal value that leaves a budget; null where nothing does */
  readonly cashable: string | null;
  /** years from the start to the first that gains */
  readonly lagYears: number;
  /** years that gain, the first included; 1.5 gains half as much in its second */
  readonly persistsYears: number;
  /** name of a number: share of the effect lost each year after the window; null where it holds */
  readonly decay: string | null;
}

/** How far the effect found may be from the one the programme caused, in the words of whoever declared it. */
export interface EffectBias {
  /** `times`: the caused share of the difference found; `plus`: units a person, added to the gain */
  readonly scale: "times" | "plus";
  /** name of a number */
  readonly number: string;
}

/**
 * A cost-benefit model as data. Everything uncertain is a number with a name, so that one draw of it serves wherever it is used;
 * everything else is arithmetic that can be read.
 */
export interface EconomicModel {
  /** prices of this financial year throughout */
  readonly priceYear: string;
  /** appraised from year 0, that many in all */
  readonly years: number;
  /** id of a discount schedule */
  readonly schedule: string;
  /** id of the schedule harm is discounted by, where it is another */
  readonly harmSchedule: string | null;
  /** people the effect is per: those of the programme group */
  readonly reached: number;
  /** share of them who entered in each year appraised, summing to 1: a gain starts in the year a person entered */
  readonly intake: readonly number[];
  readonly counts: {
    readonly referred: number | null;
    readonly started: number | null;
    readonly completed: number | null;
  };
  readonly numbers: Readonly<Record<string, UncertainNumber>>;
  /** arm values, per person, and how they vary together */
  readonly joint: readonly JointEstimates[];
  readonly costs: readonly CostLine[];
  readonly benefits: readonly BenefitLine[];
  /** share taken off benefits and put on costs for weak evidence, by name of a number; null where it is not asked for */
  readonly correction: { readonly benefits: string; readonly costs: string } | null;
  /** what may be wrong with the effect for want of a better design; null where nothing is declared */
  readonly bias: EffectBias | null;
  /** the success a cost is told for each of: arms among the joint estimates; null where none is declared */
  readonly success: {
    readonly label: string;
    readonly treated: string;
    readonly comparison: string;
    readonly gain: "fewer" | "more";
  } | null;
}
