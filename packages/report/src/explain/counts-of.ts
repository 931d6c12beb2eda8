import { type Figure, isWithheld, type KeyStep } from "@likewise/schema";
import type { ExplainedCounts } from "./explanation.ts";

/** Where the entries of a list keep what a number is out of. A path may go down: "denominators/referrals". */
interface Counted {
  readonly list: string;
  /** Names of numbers this is about; every number of the entry when left out. */
  readonly numbers?: readonly string[];
  /** The numerator stands in the entry only where this is nought. */
  readonly whereNone?: string;
  readonly counts: readonly { readonly of: string | null; readonly numerator: string; readonly denominator: string }[];
}

const one = (numerator: string, denominator: string) => [{ of: null, numerator, denominator }];

/** The first that fits stands. */
const registry: readonly Counted[] = [
  { list: "funnel", numbers: ["count"], counts: one("count", "denominators/referrals") },
  { list: "funnel", numbers: ["shareOfPrevious"], whereNone: "open", counts: one("count", "denominators/previous") },
  {
    list: "funnel",
    numbers: ["shareOfReferrals", "interval"],
    whereNone: "open",
    counts: one("count", "denominators/referrals"),
  },
  { list: "blocks", numbers: ["ratePerYear", "events", "personYears"], counts: one("events", "personYears") },
  { list: "blocks", numbers: ["share", "interval", "withEvent", "atRisk"], counts: one("withEvent", "atRisk") },
  { list: "safety", numbers: ["before"], counts: one("before/numerator", "before/denominator") },
  { list: "safety", counts: one("numerator", "denominator") },
  { list: "cells", counts: one("numerator", "denominator") },
  { list: "coverage", numbers: ["searchedAndFound"], counts: one("searchedAndFound", "people") },
  { list: "coverage", numbers: ["observedToEnd"], counts: one("observedToEnd", "people") },
  { list: "missing", counts: one("rows", "../people") },
  { list: "reasons", counts: one("rows", "../rowsIn") },
  { list: "notes", counts: one("rows", "../rowsIn") },
  { list: "accounts", numbers: ["rowsUsed"], counts: one("rowsUsed", "rowsIn") },
  { list: "accounts", numbers: ["rowsRejected"], counts: one("rowsRejected", "rowsIn") },
  { list: "points", counts: one("events", "atRisk") },
  {
    list: "estimates",
    counts: [
      { of: "treated", numerator: "treated/events", denominator: "treated/n" },
      { of: "comparison", numerator: "comparison/events", denominator: "comparison/n" },
    ],
  },
  {
    list: "robustness",
    counts: [
      { of: "treated", numerator: "treatedEvents", denominator: "treated" },
      { of: "comparison", numerator: "comparisonEvents", denominator: "comparison" },
    ],
  },
  { list: "strategies", counts: one("events", "people") },
];

/** What a number is out of, from the innermost entry that holds counts; none where nothing is counted. */
export function countsOf(trail: readonly KeyStep[]): ExplainedCounts[] {
  for (let index = trail.length - 1; index > 0; index--) {
    const list = trail[index - 1]!;
    if (!Array.isArray(list.value)) continue;
    const name = trail[index + 1]?.segment ?? "";
    const known = registry.find((each) => each.list === list.segment && (each.numbers?.includes(name) ?? true));
    if (known === undefined) continue;
    const [entry, above] = [trail[index]!.value, trail[index - 2]?.value];
    const counts = known.counts.map(({ of, numerator, denominator }) => ({
      of,
      numerator: standsThere(entry, known.whereNone) ? figureAt(entry, above, numerator) : null,
      denominator: figureAt(entry, above, denominator),
    }));
    if (counts.some((found) => found.numerator !== null || found.denominator !== null)) return counts;
  }
  return [];
}

function standsThere(entry: unknown, whereNone: string | undefined): boolean {
  return whereNone === undefined || (entry as Readonly<Record<string, unknown>>)[whereNone] === 0;
}

function figureAt(entry: unknown, above: unknown, path: string): Figure | null {
  let value: unknown = entry;
  for (const segment of path.split("/")) {
    if (isWithheld(value)) return value;
    if (segment === "..") value = above;
    else value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[segment];
  }
  return typeof value === "number" || isWithheld(value) ? value : null;
}
