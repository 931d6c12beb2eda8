import { disposalRules } from "./disposals.ts";

/** What a flag of an event is taken for where it is missing, or the study has no such column. */
export interface FlagRule {
  readonly flag: "crime" | "breach" | "proactive" | "domestic";
  readonly whenMissing: boolean;
}

/** An event without a crime flag is a crime; without one of the others it is none of them. */
export const flagRules: readonly FlagRule[] = [
  { flag: "crime", whenMissing: true },
  { flag: "breach", whenMissing: false },
  { flag: "proactive", whenMissing: false },
  { flag: "domestic", whenMissing: false },
];

/** Parts in an event that make it nobody's offence; a missing part is the person's own. */
export const partsLeftOut: readonly string[] = ["victim"];

/** Disposals that show a charge. */
export const chargedBy: readonly string[] = disposalRules
  .filter(({ charged }) => charged)
  .map(({ disposal }) => disposal);
