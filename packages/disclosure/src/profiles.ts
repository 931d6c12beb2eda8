/** What is withheld, and when; every rule of a profile is a number or a word here, none is in the code. */
export interface Profile {
  readonly id: string;
  readonly label: string;
  /** Counts of 1 up to one less than this are withheld. */
  readonly threshold: number;
  /** A withheld count must keep at least this many values that fit everything published. */
  readonly feasibleValues: number;
  /** Percentages, means and rates of fewer people than this are withheld. */
  readonly minimumDenominator: number;
  /** Survival curves stop where fewer people than this are at risk, and each step holds `threshold` events or more. */
  readonly minimumAtRisk: number;
  /**
   * Significant digits of what is fitted to rows (terms of models, the caliper): fifteen would single out the counts
   * behind them. null: as they are.
   */
  readonly significantDigits: number | null;
  /** Nobody or everybody of a group: withheld in groups below `minimumDenominator`, always, or never. */
  readonly allOrNone: "in-small-groups" | "always" | "never";
  /**
   * Whether the people left without a match count as a group somebody could know. Nobody outside the analysis can tell
   * who they are, so by default the matched and the whole group may both be published.
   */
  readonly unmatchedIsAGroup: boolean;
  readonly source: string;
  readonly status: "verified" | "recalled" | "policy";
}

export const profiles = [
  {
    id: "default",
    label: "Counts of 1 to 4 withheld, with secondary suppression",
    threshold: 5,
    feasibleValues: 3,
    minimumDenominator: 10,
    minimumAtRisk: 10,
    significantDigits: 3,
    allOrNone: "in-small-groups",
    unmatchedIsAGroup: false,
    source: "threshold rule of official statistics (OECD glossary of statistical disclosure control); the rest is ours",
    status: "policy",
  },
  {
    id: "strict-10",
    label: "Counts of 1 to 9 withheld, zeros disclosive, as for research outputs",
    threshold: 10,
    feasibleValues: 3,
    minimumDenominator: 10,
    minimumAtRisk: 10,
    significantDigits: 3,
    allOrNone: "always",
    unmatchedIsAGroup: true,
    source: "default configuration of the ACRO tool for research outputs",
    status: "verified",
  },
  {
    id: "none",
    label: "Nothing withheld: for synthetic data and for data already public",
    threshold: 1,
    feasibleValues: 1,
    minimumDenominator: 0,
    minimumAtRisk: 0,
    significantDigits: null,
    allOrNone: "never",
    unmatchedIsAGroup: false,
    source: "no control",
    status: "policy",
  },
] as const satisfies readonly Profile[];

export type ProfileId = (typeof profiles)[number]["id"];

/**
 * A profile by id, with another threshold if a study asks for one.
 *
 * @throws RangeError for an unknown id, or a threshold that is not a whole number of at least 1
 * @example
 * profileOf("default").threshold; // 5
 * profileOf("default", 7).threshold; // 7
 */
export function profileOf(id: string, threshold?: number): Profile {
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined)
    throw new RangeError(`profileOf: id must be one of ${profiles.map((each) => each.id).join(", ")}, got ${id}`);
  if (threshold === undefined) return profile;
  if (!Number.isInteger(threshold) || threshold < 1)
    throw new RangeError(`profileOf: threshold must be a whole number of at least 1 (people), got ${threshold}`);
  return { ...profile, threshold };
}
