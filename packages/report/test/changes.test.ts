import { readFileSync } from "node:fs";
import { compareReleases, describeChanges, renderChanges } from "@likewise/report";
import { isWithheld, type Results, resultAt } from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const file = new URL("../../../reports/perpetrator-programme/out/results.json", import.meta.url);
const before: Results = JSON.parse(readFileSync(file, "utf8"));
const primary = "comparisons/headline/estimates/da-recorded-12m:riskDifference:matched";

/** The same results with something done to them. */
function later(change: (results: Results) => void): Results {
  const copy = structuredClone(before);
  change(copy);
  return copy;
}

const estimateOf = (results: Results) =>
  results.comparisons[0]!.estimates.find(({ id }) => primary.endsWith(`/${id}`))!;

describe("what changed between two releases", () => {
  it("is nothing for equal ones", () => {
    const { verdicts, levels, inputs, plan, definitions, numbers, same } = compareReleases(before, before);
    expect([verdicts, levels, inputs, plan, definitions, numbers]).toEqual([[], [], [], [], [], []]);
    expect(same).toBeGreaterThan(5000);
  });

  it("has each number before and now, and the difference before rounding", () => {
    const now = later((results) => {
      estimateOf(results).estimate = -0.05;
      results.funnel[1]!.count = 399;
    });
    const { numbers } = compareReleases(before, now);
    // By hand: now less before, as they stand in the results.
    expect(numbers.map(({ key, difference, because }) => [key, difference, because])).toEqual([
      ["funnel/assessed/count", 399 - 410, null],
      [`${primary}/estimate`, -0.05 - (estimateOf(before).estimate as number), null],
    ]);
    expect(numbers[1]!.what).toBe("The estimate itself");
  });

  it("says which files, which options and which version", () => {
    const now = later(({ provenance, options }) => {
      provenance.inputs[0] = { ...provenance.inputs[0]!, sha256: "0".repeat(64), rows: 5050 };
      provenance.inputs.pop();
      provenance.version = "0.2.0";
      (options as { seed: number }).seed = 2;
    });
    const changes = compareReleases(before, now);
    expect(changes.inputs.map(({ change, now: is }) => [change, is?.rows ?? null])).toEqual([
      ["changed", 5050],
      ["removed", null],
    ]);
    expect(changes.plan.map(({ path, frozen, now: is }) => [path, frozen, is])).toEqual([["seed", "1", "2"]]);
    expect([changes.before.likewise, changes.now.likewise]).toEqual(["0.1.0", "0.2.0"]);
  });

  it("names verdicts and levels", () => {
    const now = later(({ claims, evidence }) => {
      claims[0]!.verdict = "cannot-say";
      evidence[0]!.level = 0;
    });
    const { verdicts, levels } = compareReleases(before, now);
    expect(verdicts.map(({ before: was, now: is }) => [was, is])).toEqual([[before.claims[0]!.verdict, "cannot-say"]]);
    expect(levels.map(({ before: was, now: is }) => [was!.level, is!.level])).toEqual([[before.evidence[0]!.level, 0]]);
  });

  it("has no difference where either is withheld, whichever cells are", () => {
    const shown = before.tables.flatMap(({ cells }) => cells).length;
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(shown - 1), { maxLength: 8 }), fc.boolean(), (places, inBefore) => {
        const spoilt = later(({ tables }) => {
          const cells = tables.flatMap((table) => table.cells);
          for (const place of places) cells[place]!.numerator = { withheld: "primary" };
        });
        const [first, second] = inBefore ? [spoilt, before] : [before, spoilt];
        for (const { before: was, now: is, difference, because } of compareReleases(first, second).numbers)
          if (isWithheld(was) || isWithheld(is)) expect([difference, because]).toEqual([null, "withheld"]);
      }),
      { numRuns: 10 },
    );
  });

  it("refuses to subtract an outcome that is defined otherwise, and subtracts the others", () => {
    const now = later((results) => {
      const options = results.options as { outcomes: { id: string; window?: string }[] };
      options.outcomes.find(({ id }) => id === "da-recorded-12m")!.window = "recorded-24m";
      for (const estimate of results.comparisons[0]!.estimates)
        if (typeof estimate.estimate === "number") estimate.estimate += 0.25;
    });
    const { numbers, definitions } = compareReleases(before, now);
    const ofEstimates = numbers.filter(({ key }) => key.endsWith("/estimate"));
    const unlike = ofEstimates.filter(({ because }) => because === "unlike-definitions");
    expect(unlike.length).toBeGreaterThan(0);
    for (const { key, difference, because } of ofEstimates) {
      const isOutcome = key.includes("/da-recorded-12m:");
      expect([key, because]).toEqual([key, isOutcome ? "unlike-definitions" : null]);
      if (isOutcome) expect(difference).toBeNull();
      else expect(difference).toBeCloseTo(0.25, 12);
    }
    expect(definitions).toContainEqual({
      of: "the plan",
      part: "outcomes[da-recorded-12m].window",
      before: "recorded-12m",
      now: "recorded-24m",
    });
  });

  it("refuses to subtract what says otherwise of itself, and everybody counted once the rule of who is has changed", () => {
    const table = before.tables.find(({ cells }) => typeof cells[0]!.numerator === "number")!;
    const changed = (results: Results) => {
      const own = results.tables.find(({ id }) => id === table.id)!;
      own.cells[0]!.numerator = (own.cells[0]!.numerator as number) + 40;
      own.definition = "another";
    };
    const found = compareReleases(before, later(changed)).numbers.map(({ because }) => because);
    expect(found).toEqual(["unlike-definitions"]);
    const stricter = later((results) => {
      (results.options.cohort as { eligibility: unknown[] }).eligibility = [];
      results.funnel[0]!.count = 700;
      results.accounts[0]!.rowsIn = 6000;
    });
    expect(compareReleases(before, stricter).numbers.map(({ key, because }) => [key, because])).toEqual([
      ["accounts/ingest:people/rowsIn", null],
      ["funnel/referred/count", "unlike-definitions"],
    ]);
  });

  it("is not of a working edition, nor of two studies", () => {
    expect(() => compareReleases({ ...before, edition: "working" }, before)).toThrow(TypeError);
    const other = later(({ study }) => {
      study.id = "another";
    });
    expect(() => compareReleases(before, other)).toThrow("both must be of one study");
  });
});

describe("the page of changes", () => {
  const now = later((results) => {
    results.claims[0]!.verdict = "cannot-say";
    estimateOf(results).estimate = { withheld: "secondary" };
    results.funnel[1]!.count = 399;
    results.provenance.inputs[0] = { ...results.provenance.inputs[0]!, file: "<script>alert(1)</script>.csv" };
  });
  const changes = compareReleases(before, now);
  const page = renderChanges(changes, now);

  it("puts verdicts before why, and why before numbers", () => {
    const places = ["Verdicts that changed", "Files read", "Numbers that changed"].map((text) => page.indexOf(text));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("shows what is withheld as withheld, with no difference, and runs nothing", () => {
    const row = new RegExp(`<th scope="row">${primary}/estimate</th>.*`).exec(page)![0];
    expect(row).toContain("[c]");
    expect(row).toContain(">withheld</td>");
    expect(page).not.toContain("<script>");
    expect(page).toContain("default-src 'none'");
  });

  it("holds no number that neither release nor a difference has", () => {
    const numbers = changes.numbers.filter(({ key }) => key === "funnel/assessed/count");
    expect(numbers).toHaveLength(1);
    expect(page).toMatch(/funnel\/assessed\/count<\/th>.*410.*399.*−11/);
    expect(resultAt(now, "funnel/assessed/count")).toBe(399);
  });

  it("never rounds a limit onto nought", () => {
    const near = later((results) => {
      estimateOf(results).interval = [-0.1, 0.00021];
    });
    expect(renderChanges(compareReleases(before, near), near)).toContain(">0.00021</td>");
  });

  it("has a summary for a terminal", () => {
    const text = describeChanges(changes);
    expect(text).toMatch(/^Verdicts {4}recorded domestic-abuse/);
    expect(text).toContain("comparisons: 1 (1 withheld)");
    expect(text.split("\n").every((line) => line.length <= 100 || !line.trim().includes(" "))).toBe(true);
  });
});
