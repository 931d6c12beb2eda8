import { readFileSync } from "node:fs";
import {
  type BeforeAfterFigures,
  beforeAfterWarningCodes,
  beforeAfterWarnings,
  changeTest,
  contextShare,
  type StatedShare,
  shareChange,
  valueRatio,
} from "@likewise/offending";
import { describe, expect, it } from "vitest";

const oracle = JSON.parse(readFileSync(new URL("../../oracles/blocks.json", import.meta.url), "utf8"));

/** A share as published: without counts or window. */
function stated(id: string, share: number, when: StatedShare["when"], parts: Partial<StatedShare> = {}): StatedShare {
  return { id, share, when, events: null, total: null, window: null, population: "selected", ...parts };
}

const before = stated("before selection", 0.98, "before");
const after = stated("after selection", 0.44, "after");
const engaged = stated("after full engagement", 0.36, "after", { population: "fully engaged", selfSelected: true });
const system = contextShare(stated("whole system", 0.38, "context", { population: "everybody recorded" }));

function change(from: StatedShare, to: StatedShare) {
  const found = shareChange(from, to);
  if ("refusal" in found) throw new Error(found.refusal.why);
  return found;
}

describe("published shares", () => {
  it("practice-C20: 38 % of the whole system is context, not a control, and is set against nothing", () => {
    expect(system.role).toBe("context-not-control");
    for (const [from, to] of [
      [system, after],
      [before, system],
      [after, system],
    ] as const) {
      expect(shareChange(from, to)).toMatchObject({
        refusal: { id: "share-of-another-population", why: expect.stringContaining("context, no control") },
      });
    }
  });

  it("practice-C21: 98 % before, of people selected for it, fires the notice of regression to the mean", () => {
    const figures = [before, after];
    const fired = (selectedOn: BeforeAfterFigures["selectedOn"]) =>
      beforeAfterWarnings({ figures, comparisonGroup: false, selectedOn }).map(({ code }) => code);
    expect(fired("recent-offending")).toContain("selected-on-recent-offending");
    expect(fired("unknown")).toContain("selected-on-recent-offending");
    expect(fired("other")).not.toContain("selected-on-recent-offending");
  });

  it("practice-C22: 98 % to 44 % is 54 points and 55.1 % lower", () => {
    const found = change(before, after);
    expect(found.points).toBeCloseTo(-54, 12);
    expect(found.relativeChange).toBeCloseTo(-27 / 49, 14); // 0.54 / 0.98
    expect((100 * found.relativeChange).toFixed(1)).toBe("-55.1");
    expect(found.samePeople).toBe(true);
  });

  it("practice-C23: 98 % to 36 % is 62 points and 63.3 % lower, 36 is 18.2 % below 44, and the people differ", () => {
    const found = change(before, engaged);
    expect(found.points).toBeCloseTo(-62, 12);
    expect((100 * found.relativeChange).toFixed(1)).toBe("-63.3");
    const beside = change(after, engaged);
    expect((100 * beside.relativeChange).toFixed(1)).toBe("-18.2");
    expect(beside.points).toBeCloseTo(-8, 12);
    expect(found.samePeople).toBe(false);
    expect(beside.samePeople).toBe(false);
  });

  it("practice-C25: a drop without counts has no test, and with counts it has one", () => {
    expect(change(before, after).test).toMatchObject({
      kind: "no-test-possible",
      unlocks: "counts: people with an event, of how many, in each window",
    });
    const counted = (id: string, events: number, when: StatedShare["when"]) =>
      stated(id, events / 50, when, { events, total: 50, population: "completers" });
    const twice = [counted("before", 40, "before"), counted("after", 13, "after")] as const;
    expect(changeTest(...twice, null)).toMatchObject({
      kind: "no-test-possible",
      why: expect.stringContaining("both"),
    });
    const pairs = { both: 10, firstOnly: 30, secondOnly: 3, neither: 7 };
    expect(changeTest(...twice, pairs)).toMatchObject({ kind: "test", test: "McNemar, exact" });
  });

  it("keep their range, and are not changed from 0", () => {
    expect(() => shareChange(stated("x", 1.2, "before"), after)).toThrow("share of x must be from 0 to 1, got 1.2");
    expect(() => shareChange(stated("x", 0, "before"), after)).toThrow("share of x must be > 0");
    expect(() => shareChange(stated("x", 0.98, "before", { events: 44, total: 55 }), after)).toThrow(
      "counts of x must give its share (0.98), got 44 of 55",
    );
    expect(change(before, stated("none", 0, "after"))).toMatchObject({ ratio: 0, logRatio: null, relativeChange: -1 });
  });
});

describe("a test of two shares", () => {
  it("is Fisher's where nobody is in both groups, as R has it", () => {
    for (const { first, second, p } of oracle.fisher) {
      const group = (id: string, [events, total]: [number, number]) =>
        stated(id, events / total, "after", { events, total, population: id });
      const found = changeTest(group("a", first), group("b", second), null);
      expect(found.kind === "test" && found.pValue).toBeCloseTo(p, 12);
    }
  });

  it("is McNemar's exact one where the same people are counted twice, as R has it", () => {
    for (const { firstOnly, secondOnly, p } of oracle.mcnemar) {
      const found = changeTest(stated("a", 0.5, "before"), stated("b", 0.5, "after"), {
        both: 2,
        firstOnly,
        secondOnly,
        neither: 1,
      });
      expect(found.kind === "test" && found.pValue).toBeCloseTo(p, 12);
    }
    const bare = [stated("a", 0.5, "before"), stated("b", 0.5, "after")] as const;
    // nobody changed: every table is as likely
    expect(changeTest(...bare, { both: 1, firstOnly: 0, secondOnly: 0, neither: 1 })).toMatchObject({ pValue: 1 });
  });

  it("is none where one group may be out of the other, and wrong pairs are refused", () => {
    const counts = { events: 10, total: 20 };
    const all = stated("all", 0.5, "after", counts);
    const some = stated("engaged", 0.5, "after", { ...counts, population: "engaged", selfSelected: true });
    expect(changeTest(all, some, null)).toMatchObject({
      kind: "no-test-possible",
      why: expect.stringContaining("apart"),
    });
    const pairs = { both: 5, firstOnly: 5, secondOnly: 4, neither: 6 };
    expect(() => changeTest(all, all, pairs)).toThrow("must add up to the counts of all and all");
    expect(() => changeTest(all, all, { ...pairs, both: 0.5 })).toThrow("pairs.both must be a whole number, got 0.5");
  });
});

describe("warnings beside a before-and-after", () => {
  const counts = { events: 49, total: 50, window: "block-1" };
  const sound: BeforeAfterFigures = {
    figures: [
      stated("before", 0.98, "before", counts),
      stated("after", 0.44, "after", { events: 22, total: 50, window: "block+1" }),
    ],
    comparisonGroup: true,
    selectedOn: "other",
  };
  const codes = (given: BeforeAfterFigures) => beforeAfterWarnings(given).map(({ code }) => code);

  it("do not fire where nothing calls for them", () => {
    expect(codes(sound)).toEqual([]);
  });

  it.each<[string, Partial<BeforeAfterFigures>, readonly string[]]>([
    ["no-comparison-group", { comparisonGroup: false }, []],
    ["selected-on-recent-offending", { selectedOn: "recent-offending" }, []],
    [
      "different-people",
      { figures: [sound.figures[0]!, { ...sound.figures[1]!, id: "engaged", population: "engaged" }] },
      ["before", "engaged"],
    ],
    [
      "different-people",
      { figures: [sound.figures[0]!, { ...sound.figures[1]!, id: "engaged", selfSelected: true }] },
      ["engaged"],
    ],
    [
      "different-population",
      { figures: [...sound.figures, { ...system, ...counts, events: 38, total: 100 }] },
      ["whole system"],
    ],
    ["window-not-stated", { figures: [sound.figures[0]!, { ...sound.figures[1]!, window: null }] }, ["after"]],
    ["no-counts", { figures: [{ ...sound.figures[0]!, total: null }, sound.figures[1]!] }, ["before"]],
  ])("fire one at a time: %s", (code, parts, figures) => {
    expect(beforeAfterWarnings({ ...sound, ...parts })).toEqual([{ code, figures }]);
  });

  it("all fire on the published table", () => {
    const published = {
      figures: [before, after, engaged, system],
      comparisonGroup: false,
      selectedOn: "unknown",
    } as const;
    expect(codes(published)).toEqual(beforeAfterWarningCodes);
  });
});

describe("a ratio of two values", () => {
  it("practice-C24: 400 before and 100 after are 4.0 times and a fall of 75 %", () => {
    const found = valueRatio(400, 100);
    expect(found.timesBefore!.toFixed(1)).toBe("4.0");
    expect(`${(100 * found.relativeChange!).toFixed(0)} %`).toBe("-75 %");
    expect(found.ratio).toBe(0.25);
    expect(found.logRatio).toBeCloseTo(-2 * Math.LN2, 14);
  });

  it("does not exist from nothing, and is told apart where nothing is left", () => {
    expect(valueRatio(0, 3)).toMatchObject({ ratio: null, logRatio: null, relativeChange: null, timesBefore: 0 });
    expect(valueRatio(3, 0)).toMatchObject({ ratio: 0, logRatio: null, relativeChange: -1, timesBefore: null });
    expect(() => valueRatio(-1, 2)).toThrow("must be finite and 0 or more, got -1");
  });
});
