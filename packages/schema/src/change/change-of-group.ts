import type { Issue } from "../issues/issues.ts";

/** A count of people beside everybody it is a share of, with Wilson's interval. */
export interface ShareOfPeople {
  readonly count: number;
  readonly of: number;
  readonly proportion: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/** An estimate by the name it has in full, positive where it is for the better. */
export interface NamedEffect {
  readonly id: string;
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
}

/** What cannot be said, why, and what would make it possible. */
export interface NotSaid {
  readonly what: string;
  readonly why: string;
  readonly unlocks: string;
}

interface Spread {
  readonly mean: number;
  /** null of one person */
  readonly sd: number | null;
}

/** Change of one score between two time points in one group of people. */
export interface GroupChange {
  /** null of everybody */
  readonly group: string | null;
  /** people with a first score */
  readonly started: number;
  /** of those, with a later score too */
  readonly seen: number;
  /** of those seen, points; null where nobody was */
  readonly pre: Spread | null;
  readonly post: Spread | null;
  /** later minus first */
  readonly change: Spread | null;
  readonly correlation: number | null;
  readonly effects: readonly NamedEffect[];
  readonly reliable: {
    readonly better: ShareOfPeople;
    readonly unchanged: number;
    readonly worse: ShareOfPeople;
  } | null;
  readonly categories: {
    readonly recovered: number;
    readonly improved: number;
    readonly unchanged: number;
    /** those harmed among them */
    readonly deteriorated: number;
    /** reliably worse, and from the functional into the clinical range */
    readonly harmed: number;
    readonly recoveredOfAll: ShareOfPeople | null;
    /** of those in the clinical range first: only they can recover */
    readonly recoveredOfClinical: ShareOfPeople | null;
  } | null;
  /** first scores of everybody who started */
  readonly ends: {
    readonly people: number;
    readonly atLowest: number;
    readonly atHighest: number;
    readonly floor: boolean;
    readonly ceiling: boolean;
    readonly cannotImprove: number;
    readonly cannotDeteriorate: number;
  } | null;
  /** first scores of those seen again and of those not, points; null where one of them holds fewer than two people */
  readonly leavers: {
    readonly completers: { readonly n: number; readonly mean: number; readonly sd: number };
    readonly leavers: { readonly n: number; readonly mean: number; readonly sd: number };
    /** completers minus leavers, points */
    readonly difference: number;
    readonly standardised: number;
    /** of the standardised difference */
    readonly interval: readonly [number, number];
  } | null;
  /** share reliably better of everybody who started: no leaver was, and every leaver was */
  readonly bounds: { readonly lowest: number; readonly ofSeen: number; readonly highest: number } | null;
}

/** People reliably better in two groups, of those with both scores: treated beside comparison. */
export interface RespondersOfGroups {
  /** in shares, Newcombe's interval */
  readonly difference: { readonly estimate: number; readonly interval: readonly [number, number] };
  /** null where a cell is empty */
  readonly oddsRatio: { readonly estimate: number; readonly interval: readonly [number, number] } | null;
  readonly numberNeeded: NumberNeeded;
}

/** People for one more to respond. Where the difference may be none, the interval runs through infinity. */
export interface NumberNeeded {
  /** people, above 0; null where the groups do not differ */
  readonly estimate: number | null;
  readonly to: "benefit" | "harm" | null;
  readonly interval:
    | { readonly kind: "benefit" | "harm"; readonly from: number; readonly to: number }
    /** from `benefit` people for one more upwards without end, and from `harm` people for one fewer upwards without end */
    | { readonly kind: "through-infinity"; readonly benefit: number | null; readonly harm: number | null };
}

/** A mean change, or the difference of two, with an interval that knows people of one cluster to be alike. */
export interface ClusteredEstimate {
  readonly people: number;
  readonly clusters: number;
  /** points, later minus first */
  readonly estimate: number;
  /** CR2 */
  readonly standardError: number | null;
  /** Satterthwaite’s; below about 4 the interval itself is not to be trusted */
  readonly df: number | null;
  readonly interval: readonly [number, number] | null;
}

/** Change of one score between two time points: everybody, each group, and what two groups differ by. */
export interface ChangeOfGroup {
  readonly kind: "likewise/change-of-group";
  readonly version: 1;
  readonly score: {
    readonly label: string;
    readonly better: "higher" | "lower";
    readonly range: readonly [number, number] | null;
  };
  readonly level: number;
  readonly account: {
    readonly people: number;
    readonly both: number;
    readonly preOnly: number;
    readonly postOnly: number;
    readonly neither: number;
    /** rows of other time points */
    readonly otherWaves: number;
  };
  /** null where no reliable change can be told */
  readonly error: {
    /** change of so many points is reliable: from it on where published, beyond it otherwise */
    readonly points: number;
    readonly basis: "published" | "reliability";
    readonly reliability: number | null;
    readonly sd: number | null;
    readonly source: string;
  } | null;
  readonly cutOff: {
    readonly value: number;
    readonly clinical: ">=" | ">" | "<=" | "<";
    readonly basis: "a" | "b" | "c" | "published";
  } | null;
  readonly everybody: GroupChange;
  readonly groups: readonly GroupChange[];
  /** of two groups: treated minus comparison, in points of the score unless the name says otherwise */
  readonly difference: {
    readonly treated: string;
    readonly comparison: string;
    /** where groups were not assigned at random neither estimator is right for sure */
    readonly bothNeeded: boolean;
    readonly estimates: readonly (NamedEffect & { readonly assumes: string })[];
    /** null where no reliable change can be told */
    readonly responders: RespondersOfGroups | null;
    /** difference in shares reliably better under each reading of leavers */
    readonly bounds: {
      readonly completeCase: number;
      readonly missingNotImproved: number;
      readonly worst: number;
      readonly best: number;
    } | null;
  } | null;
  /** null where no clusters are given */
  readonly clustered: {
    readonly everybody: ClusteredEstimate | null;
    readonly groups: readonly { readonly group: string; readonly change: ClusteredEstimate | null }[];
    /** treated minus comparison, points; null where there are not two groups, or it cannot be said */
    readonly difference: ClusteredEstimate | null;
  } | null;
  /** who got what their group was not meant to get, or did not get what it was; null where it is not told */
  readonly contamination: {
    /** of the comparison group with both scores, those who got the programme; null where it is known of nobody */
    readonly comparisonReached: ShareOfPeople | null;
    /** of the treated group with both scores, those who did not */
    readonly treatedNotReached: ShareOfPeople | null;
  } | null;
  readonly refusals: readonly NotSaid[];
  readonly issues: readonly Issue[];
  /** facts of the definition nobody saw in a source */
  readonly unverified: readonly string[];
}
