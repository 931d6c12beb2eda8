import { disclose, profileOf } from "@likewise/disclosure";
import type { MeasureResult, Table } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { resultsOf } from "./results-of.ts";

const measure: MeasureResult = {
  id: "mood",
  measure: { id: "mood", version: "1", title: "Mood", abbreviation: "M", kind: "outcome" },
  score: "total",
  items: 4,
  reporter: "perpetrator",
  better: "lower",
  range: [0, 12],
  waves: ["intake", "exit"],
  level: 0.95,
  error: { points: 4.123456789, basis: "reliability", reliability: 0.8, sd: 3.326543211, source: "manual" },
  cutOff: { value: 6.123456789, clinical: ">=", basis: "c" },
  bins: [],
  licence: "public-domain, nobody",
  unverified: [],
  tables: ["measure-seen-mood"],
  refusals: [],
};

const seen = (both: number): Table => ({
  id: "measure-seen-mood",
  title: "Who has both scores",
  unit: "person",
  definition: "seen-mood",
  window: null,
  dimensions: [{ id: "seen", label: "Scores", levels: [{ id: "both", label: "Both" }], total: null }],
  cells: [
    {
      at: { seen: "both" },
      numerator: both,
      denominator: null,
      value: null,
      interval: null,
      of: { numerator: "both scores mood" },
    },
  ],
  linked: [],
});

const published = (both: number) =>
  disclose(resultsOf({ measures: [measure], tables: [seen(both)] }), profileOf("default")).results.measures[0]!;

describe("a threshold worked out of the scores at hand", () => {
  it("is published to three digits, for with fifteen its spread could be had exactly", () => {
    expect(published(40)).toMatchObject({
      error: { points: 4.12, sd: 3.33, reliability: 0.8 },
      cutOff: { value: 6.12 },
    });
  });

  it("is not published where few people gave the scores", () => {
    expect(published(4)).toMatchObject({ error: null, cutOff: null });
    expect(published(8)).toMatchObject({ error: null, cutOff: null });
  });
});
