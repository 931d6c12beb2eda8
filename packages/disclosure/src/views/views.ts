import type { Results } from "@likewise/schema";
import type { Profile } from "../profiles.ts";
import { readAccounts } from "./accounts.ts";
import { readComparisons } from "./comparisons.ts";
import { readBlocks, readSafety } from "./descriptions.ts";
import { readEconomics } from "./economics.ts";
import { readMeasures } from "./measures.ts";
import { readAnalysisSets, readCoverage, readFunnel } from "./pathway.ts";
import type { Reader } from "./readings.ts";
import { readTables } from "./tables.ts";

/** Where one structure of the results keeps its counts, and what gives them away. */
export interface View {
  /** The key of results it reads. */
  readonly of: keyof Results;
  readonly counts: string;
  readonly goWithThem: string;
  readonly read: (results: Results, read: Reader, profile: Profile) => void;
}

/** Every structure with counts of people has its one place here; what is not listed holds no counts. */
export const views = [
  {
    of: "accounts",
    counts: "people and events by reason, after a file is read; rows used and rejected only to protect them",
    goWithThem: "–",
    read: readAccounts,
  },
  {
    of: "funnel",
    counts: "people at each step, still open, leaving by reason, and the loss between steps",
    goWithThem: "shares, their intervals, median days",
    read: readFunnel,
  },
  {
    of: "analysisSets",
    counts: "people in each set, and the difference from the set around it",
    goWithThem: "–",
    read: readAnalysisSets,
  },
  {
    of: "coverage",
    counts: "people by arm, and reasons for not being observed",
    goWithThem: "–",
    read: readCoverage,
  },
  {
    of: "blocks",
    counts: "people at risk, with and without the event, and events",
    goWithThem: "shares, intervals, rates, person-years",
    read: readBlocks,
  },
  {
    of: "safety",
    counts: "people asked and people counted, now and before, and unknown",
    goWithThem: "shares and intervals",
    read: readSafety,
  },
  {
    of: "comparisons",
    counts:
      "people and events of both arms behind every estimate; counts behind means, of covariates and of scores; exclusions",
    goWithThem:
      "estimates, intervals, standard errors, p-values, sensitivity, precision, tests, models, curves, tie ranges, standardised differences, the caliper",
    read: readComparisons,
  },
  {
    of: "tables",
    counts: "numerators and denominators, their complements and margins, across linked tables",
    goWithThem: "values and intervals",
    read: readTables,
  },
  {
    of: "measures",
    counts: "none: they stand in tables",
    goWithThem: "thresholds, spreads and cut-offs worked out of the scores at hand",
    read: readMeasures,
  },
  {
    of: "economics",
    counts: "none: money stands for counts nobody prints here",
    goWithThem: "cost for each person with the number of people; the whole result where its effect is withheld",
    read: readEconomics,
  },
] as const satisfies readonly View[];
