import type { ContractTarget } from "../generated/types.ts";

export type ContractIndicatorId = ContractTarget["indicator"];

/** What an indicator of a contract is: its unit, which side is usually asked for, and what a target of it may say. */
export interface ContractIndicator {
  readonly id: ContractIndicatorId;
  /** As pages call it where the target has no label. */
  readonly label: string;
  /** People and pounds add up over time, so that a target is for a period; shares and days are as they are in any. */
  readonly unit: "people" | "pounds" | "share" | "days";
  /** What one of the units counted is: a person, or a row of a log such as a session or an item of spend. */
  readonly counted: "person" | "record";
  readonly direction: "at-least" | "at-most";
  /** Fields of a target that this indicator reads, beside those of every target. */
  readonly reads: readonly ("completion" | "wait" | "withinDays")[];
  /** Fields that must be there. */
  readonly requires: readonly "withinDays"[];
  /** What the number is, so that two contracts mean the same by it. */
  readonly definition: string;
}

const whole = { counted: "person", direction: "at-least", reads: [], requires: [] } as const;

/**
 * Every indicator that a target of a contract may name.
 *
 * @example
 * contractIndicators.filter(({ unit }) => unit === "people").map(({ id }) => id); // ["referrals", "starts", "completions"]
 */
export const contractIndicators: readonly ContractIndicator[] = [
  {
    ...whole,
    id: "referrals",
    label: "People referred",
    unit: "people",
    definition: "People by the day of their first referral; a second referral of one person is not counted again",
  },
  {
    ...whole,
    id: "starts",
    label: "People who started",
    unit: "people",
    definition: "People by the first day they are recorded as started",
  },
  {
    ...whole,
    id: "completions",
    label: "People who completed",
    unit: "people",
    reads: ["completion"],
    definition:
      "People who completed by the rule named, by the day they are recorded as completed; without one, the day their case ended",
  },
  {
    ...whole,
    id: "completion-share",
    label: "Completed, of those who started",
    unit: "share",
    reads: ["completion"],
    definition: "Of everyone who started in the period, those who completed by the rule named, whenever that was",
  },
  {
    ...whole,
    id: "support-offers",
    label: "Victim-survivors offered support",
    unit: "share",
    reads: ["withinDays"],
    definition:
      "Of all victim-survivors linked to somebody first referred in the period, those offered support, whenever that was or within the days named",
  },
  {
    ...whole,
    id: "wait-within",
    label: "Waited no longer than the days agreed",
    unit: "share",
    reads: ["wait", "withinDays"],
    requires: ["withinDays"],
    definition:
      "Of everyone who began to wait in the period, those who arrived within the days named; people still waiting count as waiting, and people who left have not arrived",
  },
  {
    ...whole,
    id: "wait-median",
    label: "Median wait in days",
    unit: "days",
    direction: "at-most",
    reads: ["wait"],
    definition:
      "Days by which half of those who began to wait in the period had arrived (Kaplan–Meier): people still waiting count up to the data cut, and people who left up to the day they left",
  },
  {
    ...whole,
    id: "attendance",
    label: "Sessions attended, of those planned",
    unit: "share",
    counted: "record",
    definition:
      "Of sessions planned in the period, those attended; the interval allows for sessions of one person being alike",
  },
  {
    ...whole,
    id: "spend",
    label: "Spend in cash",
    unit: "pounds",
    counted: "record",
    direction: "at-most",
    definition: "Pounds in cash as entered; an item over several periods is spread over them by days",
  },
];

/**
 * The declaration of an indicator.
 *
 * @throws RangeError when there is no such indicator
 * @example
 * contractIndicator("wait-median").unit; // "days"
 */
export function contractIndicator(id: string): ContractIndicator {
  const found = contractIndicators.find((indicator) => indicator.id === id);
  if (found === undefined) throw new RangeError(`contractIndicator: id must be that of an indicator, got ${id}`);
  return found;
}
