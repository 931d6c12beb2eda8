import { readFileSync } from "node:fs";
import { harmPerHead, type StatedShare, shareChange, valueRatio } from "@likewise/offending";
import { wilsonInterval } from "@likewise/stats";
import { describe, expect, it } from "vitest";

const published = JSON.parse(readFileSync(new URL("../oracles/published-results.json", import.meta.url), "utf8"));

interface PrintedShare {
  readonly id: string;
  readonly events: number;
  readonly total: number;
  readonly printedPercent: number;
  readonly decimals: number;
}
interface PrintedChange {
  readonly id: string;
  readonly reporter: "partner" | "client";
  readonly people: number;
  readonly before: number;
  readonly after: number;
  readonly printedBefore: number;
  readonly printedAfter: number;
  readonly decimals: number;
}
interface Area {
  readonly area: string;
  readonly cases: number;
  readonly recommended: number;
  readonly printedPercentOfRecommended: number | null;
  readonly repeats: number;
  readonly printedRepeatPercent: number;
  readonly children: number;
}

/** Half of the last digit printed, and what binary digits add to it. */
const half = (decimals: number) => 0.5 * 10 ** -decimals + 1e-9;
const within = (worked: number, printed: number, decimals: number) => Math.abs(worked - printed) <= half(decimals);
const expectPrinted = (worked: number, printed: number, decimals: number) => {
  expect(Math.abs(worked - printed)).toBeLessThanOrEqual(half(decimals));
};

const stated = (
  id: string,
  share: number,
  when: "before" | "after",
  counts?: readonly [number, number],
): StatedShare => ({
  id,
  share,
  events: counts?.[0] ?? null,
  total: counts?.[1] ?? null,
  window: null,
  population: "the same people",
  when,
});
const changeOf = (before: StatedShare, after: StatedShare) => {
  const change = shareChange(before, after);
  if ("refusal" in change) throw new RangeError(change.refusal.why);
  return change;
};

it("every published figure says where it is printed and how sure that is", () => {
  const sources = [...published.shares, ...published.changes, ...published.percentages]
    .concat([published.harmPerHead, published.selfReferral, published.policeIncidents, published.localMeetings])
    .map(({ source }) => source);
  expect(sources).toHaveLength(8 + 16 + 5 + 4);
  for (const { title, url, status } of sources) {
    expect(title).not.toBe("");
    expect(url).toMatch(/^https?:\/\//);
    expect(status).toMatch(/^VERIFIED/);
  }
});

describe("published shares, from their counts", () => {
  it.each((published.shares as PrintedShare[]).map((one) => [one.id, one] as const))("%s", (_, one) => {
    const { proportion, lower, upper } = wilsonInterval(one);
    expectPrinted(100 * proportion, one.printedPercent, one.decimals);
    expect(lower).toBeLessThan(proportion);
    expect(upper).toBeGreaterThan(proportion);
  });

  it("one service has three denominators, and no two of its rates are of the same people", () => {
    const started = (published.shares as PrintedShare[]).find(({ id }) => id === "caring-dads-completed")!;
    // as printed: around half of those at a first session completed; a third of those referred were never assessed
    const rates: StatedShare[] = [
      {
        ...stated("completed", started.events / started.total, "after", [started.events, started.total]),
        population: "started",
      },
      { ...stated("completed", 1 / 2, "after"), population: "came to a first session" },
      { ...stated("assessed", 2 / 3, "after"), population: "referred" },
    ];
    expect(wilsonInterval(started).lower).toBeGreaterThan(rates[1]!.share);
    for (const one of rates) {
      for (const other of rates.filter((rate) => rate !== one)) {
        const change = changeOf(one, other);
        expect([change.samePeople, change.test.kind]).toEqual([false, "no-test-possible"]);
      }
    }
  });
});

describe("harm a head in a randomised trial", () => {
  const { treated, comparison, ...printed } = published.harmPerHead;
  const weights = { id: "cchi", scheme: "cchi" as const, edition: "as published", unit: "days", sha256: "00" };
  const total = ({ people, totalDays }: { people: number; totalDays: number }) => ({
    weights,
    people,
    total: totalDays,
  });
  const result = harmPerHead(total(treated), total(comparison));

  it("is 8.4 against 11.6 days, 27 % lower and 38 % higher: one result both ways round", () => {
    if ("refusal" in result) throw new RangeError(result.refusal.why);
    expectPrinted(result.first, printed.printedTreated, 1);
    expectPrinted(result.second, printed.printedComparison, 1);
    expectPrinted(-100 * result.relativeChange!, printed.printedPercentLower, 0);
    expectPrinted(100 * result.reverseChange!, printed.printedPercentHigher, 0);
  });
});

describe("partners and clients on the same abuse, before and after", () => {
  const changes = published.changes as PrintedChange[];

  it.each(changes.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const before = stated("before", one.before / one.people, "before", [one.before, one.people]);
    const after = stated("after", one.after / one.people, "after", [one.after, one.people]);
    expectPrinted(100 * before.share, one.printedBefore, one.decimals);
    expectPrinted(100 * after.share, one.printedAfter, one.decimals);
    // Counts of both times without who had both: there is no McNemar, and the result says what is missing.
    expect(changeOf(before, after).test).toMatchObject({ kind: "no-test-possible", unlocks: /both windows/ });
  });

  it("disagree: partners report a fall in all eight, clients in one", () => {
    const falls = (reporter: string) =>
      changes.filter((one) => one.reporter === reporter && one.after < one.before).length;
    expect([falls("partner"), changes.filter(({ reporter }) => reporter === "partner").length]).toEqual([8, 8]);
    expect(falls("client")).toBe(1);
  });
});

describe("published percentages without counts", () => {
  it.each(
    (published.percentages as { id: string; beforePercent: number; afterPercent: number; printedPoints: number }[]).map(
      (one) => [one.id, one] as const,
    ),
  )("%s: points and relative change are both given, and no test", (_, one) => {
    const change = changeOf(
      stated("before", one.beforePercent / 100, "before"),
      stated("after", one.afterPercent / 100, "after"),
    );
    expectPrinted(change.points, one.printedPoints, 0);
    // by hand: (after - before) / before
    expect(change.relativeChange).toBeCloseTo((one.afterPercent - one.beforePercent) / one.beforePercent, 12);
    expect(change.test.kind).toBe("no-test-possible");
  });

  it("61 to 2 is 59 points and 96.7 % lower", () => {
    const { points, relativeChange } = changeOf(stated("before", 0.61, "before"), stated("after", 0.02, "after"));
    expectPrinted(points, -59, 0);
    expectPrinted(100 * relativeChange, -96.7, 1);
  });

  it("35 % of referrals and 64 % of completers is a ratio of completion rates of 3.30", () => {
    const { percentOfReferrals: referred, percentOfCompleters: completed, ...printed } = published.selfReferral;
    const rate = (ofCompleters: number, ofReferrals: number) => ofCompleters / ofReferrals;
    const { ratio } = valueRatio(rate(100 - completed, 100 - referred), rate(completed, referred));
    expectPrinted(ratio!, printed.completionRateRatio, printed.decimals);
  });

  it("30 % fewer incidents against none fewer is a ratio of ratios of 0.70", () => {
    const { treatedPercentChange, comparisonPercentChange, ratioOfRatios } = published.policeIncidents;
    const after = (change: number) => valueRatio(100, 100 + change).ratio!;
    expectPrinted(valueRatio(after(comparisonPercentChange), after(treatedPercentChange)).ratio!, ratioOfRatios, 2);
  });
});

describe("local meetings, with what is printed wrong", () => {
  const areas = published.localMeetings.areas as Area[];
  const parts = areas.slice(0, 3);
  const whole = areas[3]!;
  const sumOf = (key: "cases" | "recommended" | "repeats" | "children") =>
    parts.reduce((total, area) => total + area[key], 0);
  const slips = new Map<string, Record<string, unknown>>(
    (published.slips as { id: string }[]).map((slip) => [slip.id, slip]),
  );

  it.each(parts.map((area) => [area.area, area] as const))("%s: cases of those recommended", (_, area) => {
    expectPrinted(100 * valueRatio(area.recommended, area.cases).ratio!, area.printedPercentOfRecommended!, 0);
  });

  it("cases, recommended cases and repeats add up; children do not: 1,107 and not 1,462", () => {
    expect([sumOf("cases"), sumOf("recommended"), sumOf("repeats")]).toEqual([
      whole.cases,
      whole.recommended,
      whole.repeats,
    ]);
    expect(slips.get("three-areas-children")).toMatchObject({ printed: whole.children, sum: sumOf("children") });
    expect(sumOf("children")).not.toBe(whole.children);
  });

  it("two of four repeat percents are cut and not rounded, and are listed as slips", () => {
    const off = areas
      .map(({ repeats, cases, printedRepeatPercent }) => ({
        printed: printedRepeatPercent,
        percent: 100 * wilsonInterval({ events: repeats, total: cases }).proportion,
      }))
      .filter(({ percent, printed }) => !within(percent, printed, 0));
    expect(off.map(({ printed }) => printed)).toEqual([12, 15]);
    for (const { percent, printed } of off) expect(Math.floor(percent)).toBe(printed);
    expect([...slips.values()].filter(({ kind }) => kind === "cut-not-rounded").map(({ printed }) => printed)).toEqual([
      12, 15,
    ]);
  });

  it("classes printed as 77.6, 21.2 and 1.7 % are no parts of one whole: they add up to 100.5", () => {
    const { printed, sum } = slips.get("thames-valley-classes") as { printed: number[]; sum: number };
    expect(printed.reduce((total, one) => total + one, 0)).toBeCloseTo(sum, 9);
    // Three figures of one decimal are out by 0.15 at most.
    expect(sum - 100).toBeGreaterThan(3 * 0.05);
  });
});
