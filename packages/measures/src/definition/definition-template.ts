import type { MeasureDefinition } from "@likewise/schema";

/**
 * A worked definition to start one's own from: of a scale, a set of indicators or a risk checklist. It passes
 * `checkDefinition` as it stands; every number in it is an example and not a fact about any instrument.
 *
 * @param kind what is to be defined
 * @example
 * "definition" in checkDefinition(definitionTemplate("indicator-set")); // true
 */
export function definitionTemplate(kind: "outcome" | "indicator-set" | "risk-checklist"): MeasureDefinition {
  return { ...common(), ...structuredClone(particular[kind]) };
}

/** What every instrument needs said of it. */
function common(): Omit<MeasureDefinition, "kind" | "items" | "scores" | "checks"> {
  return {
    format: "measure-definition/1",
    id: "our-measure",
    version: "1.0.0",
    title: "The full name of the instrument",
    abbreviation: "OUR-1",
    construct: "what it measures",
    respondent: ["self"],
    recall: "4 weeks",
    direction: "higher-worse",
    licence: {
      class: "unknown",
      holder: "who holds the instrument",
      itemTextShipped: false,
      conditions: ["what its holder asks of users"],
    },
    citation: ["Author (year). Title. Journal."],
    sources: [{ id: "s1", title: "the manual, with its page", url: "https://example.org" }],
    verified: false,
    unverified: ["everything, until it was seen in the manual"],
  };
}

const particular: Readonly<
  Record<
    "outcome" | "indicator-set" | "risk-checklist",
    Pick<MeasureDefinition, "kind" | "items" | "scores" | "checks"> & Partial<MeasureDefinition>
  >
> = {
  outcome: {
    kind: "outcome",
    items: { count: 4, pattern: "q{n}", responses: [{ items: "all", values: [0, 1, 2, 3] }], reverse: [2] },
    missingCodes: [9],
    scores: [
      {
        id: "total",
        items: "all",
        method: "sum",
        range: [0, 12],
        missing: { rule: "prorate", maxMissing: 1 },
        bands: [
          {
            set: "example",
            ranges: [
              { label: "lower", from: 0, to: 5 },
              { label: "higher", from: 6, to: 12 },
            ],
            verified: false,
          },
        ],
      },
    ],
    checks: [
      { note: "lowest on every item; item 2 is reversed", fill: 0, expect: { total: 3 } },
      { note: "worst", fill: 3, answers: { q2: 0 }, expect: { total: 12 }, band: { total: "higher" } },
      {
        note: "one blank: 6 over 3 items stands for 8",
        fill: 2,
        answers: { q2: 1 },
        omit: ["q4"],
        expect: { total: 8 },
      },
      { note: "two blanks are too many", fill: 2, omit: ["q3", "q4"], expect: { total: null } },
    ],
  },
  "indicator-set": {
    kind: "indicator-set",
    direction: "mixed",
    respondent: ["self", "partner"],
    items: { count: 3, pattern: "q{n}", responses: [{ items: "all", values: [0, 1, 2] }], reverse: [] },
    scores: [],
    indicators: [
      { id: "space-for-action", items: [1], gte: 1, direction: "higher-better" },
      { id: "fear", items: [2, 3], gte: 1, direction: "higher-worse" },
    ],
    checks: [{ note: "a set of indicators has no score to check", expect: {} }],
  },
  "risk-checklist": {
    kind: "risk-checklist",
    respondent: ["practitioner"],
    items: { count: 5, pattern: "q{n}", responses: [{ items: "all", values: [0, 1] }], reverse: [] },
    missingCodes: [9],
    scores: [
      {
        id: "factors",
        items: "all",
        method: "count",
        countIf: { gte: 1 },
        range: [0, 5],
        missing: { rule: "none" },
        bands: [
          {
            set: "example",
            ranges: [
              { label: "fewer", from: 0, to: 2 },
              { label: "more", from: 3, to: 5 },
            ],
            note: "beside professional judgement, never instead of it",
            verified: false,
          },
        ],
      },
    ],
    checks: [
      { fill: 0, expect: { factors: 0 }, band: { factors: "fewer" } },
      { fill: 1, expect: { factors: 5 }, band: { factors: "more" } },
      { note: "not known is not no", fill: 1, omit: ["q1"], expect: { factors: null } },
    ],
  },
};
