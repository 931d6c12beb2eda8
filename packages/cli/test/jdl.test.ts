import { readFileSync } from "node:fs";
import { compareGroups } from "@likewise/compare";
import { withComparisonTexts } from "@likewise/report";
import {
  artefactsFromTable,
  type Claim,
  type Comparison,
  columnsOf,
  type Facts,
  integerColumn,
  type Outcome,
  textColumn,
} from "@likewise/schema";
import { withEvidence } from "likewise";
import { describe, expect, it } from "vitest";

/** A published result; numbers in percent and points, empty where the source does not give them. */
interface Published {
  readonly programme: string;
  readonly year: string;
  readonly outcome: string;
  readonly treated: number | null;
  readonly rates: readonly [number | null, number | null];
  readonly interval: readonly [number, number] | null;
  readonly unit: string;
  readonly significant: string;
  readonly source: string;
  readonly status: string;
  readonly notRebuilt: string;
}

const rows = readPublished(new URL("../oracles/jdl-results.csv", import.meta.url));
const rebuilt = rows.filter(({ notRebuilt }) => notRebuilt === "");
const named = rebuilt.map((row) => ({ ...row, name: `${row.programme}, ${row.outcome}` }));

describe("published results of the Justice Data Lab", () => {
  it("are on file with a source and a status each, and ten of thirty-six have the counts to be made again", () => {
    expect(rows).toHaveLength(36);
    expect(rows.every(({ source }) => source.startsWith("https://"))).toBe(true);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["verified", "verified-secondary"]));
    expect(rebuilt).toHaveLength(10);
  });

  it("are left out for what the source does not give, and for nothing else", () => {
    for (const { unit, treated, rates, notRebuilt, programme } of rows) {
      const complete = unit === "percent" && treated !== null && rates.every((rate) => rate !== null);
      expect(notRebuilt === "", programme).toBe(complete);
    }
    const reasons: Record<string, number> = {};
    for (const { notRebuilt } of rows) reasons[notRebuilt] = (reasons[notRebuilt] ?? 0) + 1;
    expect(reasons).toEqual({
      "": 10,
      "the number of people treated is not published": 13,
      "a mean of counts or days: its spread is not published": 5,
      "neither rate is published": 4,
      "only the interval is published": 2,
      "the rate of the treated is not published": 1,
      "the rate of the comparison group is not published": 1,
    });
  });

  it.each(named)("$name: the interval is made again within 1.6 points, and as clear or unclear", (row) => {
    // Their method is a t-test of two means; a difference of proportions must not decide otherwise.
    const [byT, byProportions] = [intervalOf(row, "continuous"), intervalOf(row, "binary")];
    for (const [low, high] of [byT, byProportions]) {
      expect(low > 0 || high < 0 ? "yes" : "no").toBe(row.significant);
      if (row.interval === null) continue;
      expect(Math.abs(low - row.interval[0])).toBeLessThanOrEqual(1.6);
      expect(Math.abs(high - row.interval[1])).toBeLessThanOrEqual(1.6);
    }
  });

  it("publishes four of these intervals", () => {
    expect(rebuilt.filter(({ interval }) => interval !== null)).toHaveLength(4);
  });
});

describe("wording by the case table", () => {
  it.each(named)("$name: can say and cannot say what its case allows", (row) => {
    const { claim, limits } = claimed(row);
    expectCase(claim, limits);
  });

  it.each(["Women's Centres throughout England", "Working Chance"])(
    "%s, of which only the interval is known",
    (name) => {
      const { interval } = rows.find(({ programme }) => programme === name)!;
      const { claim, limits } = claimed({ ...rebuilt[0]!, interval }, [interval![0] / 100, interval![1] / 100]);
      expectCase(claim, limits);
    },
  );

  it("practice-F14: more people reoffending is said as plainly as fewer: an interval mirrored has the mirrored sentence", () => {
    const fewer = claimed(rebuilt[0]!, [-0.08, -0.05]).claim;
    const more = claimed(rebuilt[0]!, [0.05, 0.08]).claim;
    expect([fewer.verdict, more.verdict]).toEqual(["better", "worse"]);
    const mirrored = (text: string) => text.replace("lowers", "raises").replace("fewer", "more");
    expect(more.can.map(({ text }) => text)[1]).toBe(mirrored(fewer.can[1]!.text!));
    expect(more.cannot[0]!.text).toBe(fewer.cannot[0]!.text!.replace("raises", "lowers"));
    expectCase(more, [0.05, 0.08]);
  });

  it("an interval that touches no difference is unclear in sentence and verdict alike", () => {
    for (const limits of [
      [-0.1, 0],
      [0, 0.1],
    ] as const) {
      const { claim } = claimed(rebuilt[0]!, limits);
      expect(claim.verdict).toBe("no-clear-difference");
      expectCase(claim, limits);
    }
  });

  it("practice-F6: more people in work is better, by the direction of the outcome", () => {
    const { claim } = claimed(rebuilt.find(({ outcome }) => outcome.startsWith("employed"))!);
    expect([claim.verdict, claim.can[1]!.rule]).toEqual(["better", "effect-raises-share"]);
  });
});

type Limits = readonly [number, number];

/** The three cases, with [low, high] the interval of treated less comparison. */
function expectCase({ can, cannot, caveats }: Claim, [low, high]: Limits): void {
  const said = can.map(({ text }) => text).join(" ");
  const not = cannot.map(({ text }) => text).join(" ");
  const points = (limit: number) => Math.abs(100 * limit).toFixed(1);
  if (high < 0) {
    expect(said).toContain("There is evidence that, in every 100 people, the programme lowers the number with");
    expect(said).toContain(`between ${points(high)} and ${points(low)}`);
    expect(not).toMatch(/That the programme raises .*, or makes no difference\./);
  } else if (low > 0) {
    expect(said).toContain("There is evidence that, in every 100 people, the programme raises the number with");
    expect(said).toContain(`between ${points(low)} and ${points(high)}`);
    expect(not).toMatch(/That the programme lowers .*, or makes no difference\./);
  } else {
    expect(said).toContain("In every 100 people, the data fit");
    expect(said).not.toMatch(/evidence that/);
    for (const limit of [low, high]) if (limit !== 0) expect(said).toContain(points(limit));
    expect(not).toMatch(
      /That the programme raises, lowers or has no effect on .*No clear difference does not mean no effect\./,
    );
    expect(caveats.map(({ rule }) => rule).join(" ")).toMatch(/caveat-people-(needed|not-attainable)/);
  }
  expect(not).toContain("The result is about people like those analysed");
  if (high < 0 || low > 0) expect(said).toContain("This rests on something that cannot be tested");
}

/** The claim of our own pages about a published result, as a level 3 study: matched, prior offending among what was made alike. */
function claimed(row: Published, limits?: Limits): { claim: Claim; limits: Limits } {
  const comparison = comparisonOf(row, "binary");
  const [primary] = comparison.estimates.filter((one) => one.primary && one.measure === "riskDifference");
  const interval = limits ?? (primary!.interval as [number, number]);
  const estimate = limits === undefined ? primary!.estimate : (limits[0] + limits[1]) / 2;
  const matched: Comparison = {
    ...comparison,
    design: { ...comparison.design, method: "radius", covariates: essentials },
    balance: essentials.map((covariate) => ({
      covariate,
      level: null,
      essential: true,
      adjusted: true,
      before: { treated: 1, comparison: 1, standardisedMeanDifference: 0.2, varianceRatio: 1 },
      after: { treated: 1, comparison: 1, standardisedMeanDifference: 0, varianceRatio: 1 },
    })),
    estimates: [{ ...primary!, adjustment: "weighting", estimand: "ATT", estimate, interval: [...interval] }],
  };
  const graded = withEvidence(matched, { facts, outcomes: [outcomeOf(row)] }).comparison;
  expect(graded.evidence.find(({ scale }) => scale === "wwclg")!.level).toBe(3);
  return { claim: withComparisonTexts(graded).claims[0]!, limits: interval };
}

function intervalOf(row: Published, kind: Outcome["kind"]): Limits {
  const measure = kind === "binary" ? "riskDifference" : "meanDifference";
  const estimate = comparisonOf(row, kind).estimates.find((one) => one.measure === measure)!;
  const [low, high] = estimate.interval as [number, number];
  return [100 * low, 100 * high];
}

/** As many people as published, with the share of events published, against many more: their number is not. */
function comparisonOf(row: Published, kind: Outcome["kind"]): Comparison {
  const key = `${row.programme} ${row.outcome} ${kind}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const [treated, others] = [row.treated!, Math.min(20 * row.treated!, 30_000)];
  const [t, c] = row.rates.map((rate) => rate! / 100) as [number, number];
  const events = [...ones(treated, t), ...ones(others, c)];
  const table = columnsOf({
    id: textColumn(events.map((_, index) => `P${index}`)),
    treated: integerColumn(events.map((_, index) => (index < treated ? 1 : 0))),
    outcome: integerColumn(events),
  });
  const { comparison } = compareGroups({
    id: "headline",
    label: row.programme,
    ...artefactsFromTable(table, {
      id: "id",
      treatment: "treated",
      covariates: [],
      outcomes: [{ id: "outcome", kind, column: "outcome" }],
    }),
    declarations: [{ ...outcomeOf(row), kind }],
    plan: { id: "headline", assignment: "selected", comparator: "concurrent-untreated", method: "none" },
    labels: { treated: "people in the programme", comparison: "people not in it" },
    provenance: { inputs: [], seed: 1, version: "test", options: null },
  });
  made.set(key, comparison);
  return comparison;
}

const made = new Map<string, Comparison>();

function ones(people: number, share: number): number[] {
  const events = Math.round(people * share);
  return Array.from({ length: people }, (_, index) => (index < events ? 1 : 0));
}

function outcomeOf({ outcome }: Published): Outcome {
  return {
    id: "outcome",
    label: outcome,
    basis: "proven",
    reporter: "administrative",
    definition: "proven-one-year",
    kind: "binary",
    direction: outcome.startsWith("employed") ? "higher" : "lower",
  };
}

const essentials = ["age", "sex", "prior_offences", "months_since_last", "quarter"];
const same = { value: "same", why: "one national register" } as const;
const facts: Facts = {
  outcomeSource: same,
  followUp: same,
  indexDateRule: same,
  covariateTiming: { value: "before-index", why: "matched on the record up to the index date" },
  comparatorChoice: { value: "justified", why: "people with the same record who did not take part" },
  covariateRoles: {
    age: ["age"],
    sex: ["sex"],
    priorCount: ["prior_offences"],
    priorRecency: ["months_since_last"],
    calendarPeriod: ["quarter"],
  },
  baselineOutcomes: [
    { covariate: "prior_offences", outcomes: ["outcome"], why: "proven offences before, counted alike" },
  ],
};

function readPublished(file: URL): Published[] {
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = head!.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const text = (name: string) => cells[names.indexOf(name)]!;
    const number = (name: string) => (text(name) === "" ? null : Number(text(name)));
    const [low, high] = [number("ci_low"), number("ci_high")];
    return {
      programme: text("programme"),
      year: text("year"),
      outcome: text("outcome"),
      treated: number("n_treated"),
      rates: [number("rate_treated"), number("rate_comparison")],
      interval: low === null || high === null ? null : [low, high],
      unit: text("unit"),
      significant: text("significant_at_0.05"),
      source: text("source"),
      status: text("status"),
      notRebuilt: text("not_rebuilt"),
    };
  });
}
