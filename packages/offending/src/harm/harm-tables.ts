import type { Table } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import type { HarmMatchReport } from "./harm-match-report.ts";
import { editionLabel, type HarmEdition } from "./harm-weights.ts";
import type { HarmInWindow } from "./harm-windows.ts";
import { type MatchKind, matchKinds } from "./offence-matcher.ts";
import { type SeverityClass, severityClass } from "./severity-class.ts";

/**
 * How well a weight table fitted, as a table to publish: crimes by how they were matched. It holds no offence in words.
 *
 * @param id of the table
 */
export function harmMatchTable(report: HarmMatchReport, id: string): Table {
  const ofCrimes = matchKinds.filter((kind) => kind !== "non-crime");
  return {
    id,
    title: `Crimes by how their weight was found: ${editionLabel(report.weights)}`,
    unit: "person",
    definition: `harm-match-${report.weights.scheme}-${report.weights.sha256.slice(0, 12)}`,
    window: null,
    dimensions: [
      {
        id: "match",
        label: "Weight found",
        levels: [
          ...ofCrimes.map((kind) => ({ id: kind, label: matchLabels[kind] })),
          { id: "all", label: "all crimes" },
        ],
        total: "all",
      },
    ],
    cells: [
      ...ofCrimes.map((kind) => ({
        at: { match: kind },
        numerator: report.counts[kind],
        denominator: report.crimes,
        // Crimes of one person are matched alike: a share of crimes would stand without an interval.
        value: null,
        interval: null,
      })),
      { at: { match: "all" }, numerator: report.crimes, denominator: null, value: null, interval: null },
    ],
    linked: [],
  };
}

const matchLabels: Readonly<Record<MatchKind, string>> = {
  code: "by offence code",
  text: "by the offence in words",
  synonym: "by another way of writing it",
  proactive: "left out: only exists because police went looking",
  "non-crime": "no crime",
  "not-specified": "no weight: offence not specified",
  unmatched: "no weight: not in the table",
  ambiguous: "no weight: several in the table",
  disagree: "no weight: code and words are different offences",
};

/**
 * People by the severity of the first event of a window that has a weight, as a table to publish.
 *
 * @param harms   of one window, people who were observed over it
 * @param classes in rising order
 * @param id      of the table
 */
export function firstSeverityTable(
  harms: readonly HarmInWindow[],
  {
    id,
    weights,
    classes,
    window,
  }: {
    readonly id: string;
    readonly weights: HarmEdition;
    readonly classes: readonly SeverityClass[];
    readonly window: string;
  },
): Table {
  const found = harms.map(({ first }) => severityClass(first, classes));
  const levels = [
    ...classes.map((one) => ({ id: one.id, label: one.label, people: found.filter((each) => each === one.id).length })),
    { id: "none", label: "no event with a weight", people: found.filter((each) => each === null).length },
  ];
  return {
    id,
    title: `People by the severity of their first event: ${editionLabel(weights)}`,
    unit: "person",
    definition: `first-severity-${weights.scheme}-${weights.sha256.slice(0, 12)}`,
    window,
    dimensions: [
      {
        id: "severity",
        label: `First event (${weights.unit})`,
        levels: [...levels.map(({ id: level, label }) => ({ id: level, label })), { id: "all", label: "everyone" }],
        total: "all",
      },
    ],
    cells: [
      ...levels.map(({ id: level, people }) => ({ at: { severity: level }, ...shareOf(people, harms.length) })),
      { at: { severity: "all" }, numerator: harms.length, denominator: null, value: null, interval: null },
    ],
    linked: [],
  };
}
