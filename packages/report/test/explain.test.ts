import { readFileSync } from "node:fs";
import { describeExplanation, explainResult, findKey, nearestKeys } from "@likewise/report";
import { isWithheld, keyTrail, listKeys, type Results, resultAt, validateResults } from "@likewise/schema";
import { describe, expect, it } from "vitest";

function published(study: string): Results {
  const file = new URL(`../../../reports/${study}/out/results.json`, import.meta.url);
  const checked = validateResults(JSON.parse(readFileSync(file, "utf8")));
  if ("problems" in checked) throw new Error(`${study}: ${checked.problems[0]!.path}: ${checked.problems[0]!.message}`);
  return checked.results;
}

const studies = ["perpetrator-programme", "tarp"];

describe.each(studies)("every number of %s", (study) => {
  const results = published(study);
  const explained = listKeys(results).map((key) => explainResult(results, key));

  it("says what it is, in words of the data schemas", () => {
    const silent = explained.filter(
      ({ key, what }) =>
        what.some((text) => text.trim() === "") || keyTrail(results, key).every((step) => step.description === null),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it("says how it was worked out, how it stands with disclosure, and what it was made from", () => {
    const wrong = explained.filter(({ key, method, disclosure, value, madeFrom }) => {
      const counted = !/^(version|frozen|guards|theory|warnings)\b/.test(key);
      return (
        (counted && method.length === 0) ||
        isWithheld(value) !== (disclosure.state === "withheld") ||
        madeFrom.inputs.length === 0
      );
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it("is the number that stands there", () => {
    for (const { key, value } of explained) expect(resultAt(results, key)).toEqual(value);
  });

  it("of an outcome has its definition, and of an estimate its arms, interval, level and rows", () => {
    const ofOutcome = explained.filter(({ key }) => /^(blocks|coverage|tables)\/|\/(estimates|curves)\//.test(key));
    expect(ofOutcome.filter(({ definition }) => definition === null).map(({ key }) => key)).toEqual([]);
    const estimates = explained.filter(({ key }) => key.includes("/estimates/"));
    for (const { key, interval, counts, rows, accounts, method } of estimates) {
      expect([key, interval?.limits.length, interval?.level]).toEqual([key, 2, 0.95]);
      expect(counts.map(({ of }) => of)).toEqual(["treated", "comparison"]);
      expect(rows?.read).toBeGreaterThan(0);
      expect(accounts.length).toBeGreaterThan(0);
      expect(method.map(({ name }) => name)).toEqual(expect.arrayContaining(["estimator", "test"]));
    }
  });

  it("that counts people rests on an account of rows", () => {
    const counted = explained.filter(({ key }) => /^(funnel|blocks|coverage|safety|tables|analysisSets)\//.test(key));
    expect(counted.filter(({ accounts }) => accounts.length === 0).map(({ key }) => key)).toEqual([]);
  });

  it("fits a terminal of 100 columns, a key and a hash apart", () => {
    for (const explanation of explained.filter((_, index) => index % 50 === 0)) {
      const [, ...lines] = describeExplanation(explanation).split("\n");
      for (const line of lines) {
        expect(line).not.toMatch(/undefined|NaN|\[object/);
        expect(line.length > 100 && line.trim().includes(" ") ? line : "").toBe("");
      }
    }
  });
});

describe("an explanation", () => {
  const results = published("perpetrator-programme");

  it("names both counts of a share, and a withheld one as withheld", () => {
    const { share } = results.blocks[0]!;
    const { counts, window } = explainResult(results, "blocks/da-recorded-12m:treated:-2/share");
    const { numerator, denominator } = counts[0]!;
    expect((numerator as number) / (denominator as number)).toBe(share);
    expect(window!.text).toContain("after the anchor day − 12 months, up to and including the anchor day − 6 months");
    const withheld = explainResult(results, "safety/abuse-victim-survivor-any/before/numerator");
    expect([withheld.counts[0]!.numerator, withheld.disclosure.state]).toEqual([{ withheld: "secondary" }, "withheld"]);
  });

  it("gives a share of steps its numerator only where nobody's case is open", () => {
    const [first] = results.funnel;
    const open = { ...results, funnel: [{ ...first!, step: "referred", open: 3 }] };
    expect(explainResult(open, "funnel/referred/shareOfReferrals").counts[0]!.numerator).toBeNull();
    expect(explainResult(results, "funnel/referred/shareOfReferrals").counts[0]!.numerator).toBe(first!.count);
  });

  it("of the working edition says that it is exact", () => {
    const working: Results = { ...results, edition: "working", disclosure: null };
    expect(explainResult(working, "funnel/started/count").disclosure.state).toBe("exact");
    expect(explainResult(working, "options/seed").disclosure.state).toBe("given");
  });

  it("of a part that holds several values is refused", () => {
    expect(() => explainResult(results, "funnel/started")).toThrow(
      "explainResult: key must lead to one value, got funnel/started, a part that holds several",
    );
  });
});

describe("keys as people type them", () => {
  const results = published("perpetrator-programme");
  const cell = "tables/pathway-furthest-by-referrals-mandated/cells/furthest=referred,now=open,referrals.mandated=no";

  it("name a cell by its levels in any order, by dots or strokes", () => {
    const table = results.tables.find(({ id }) => id === "pathway-furthest-by-referrals-mandated")!;
    const level = table.cells[0]!.at["referrals.mandated"]!;
    const expected = cell.replace(/no$/, level);
    const typed = `[now=open,furthest=referred,referrals.mandated=${level}]`;
    expect(findKey(results, `tables.${table.id}${typed}`)).toBe(expected);
    expect(findKey(results, `tables/${table.id}${typed}/numerator`)).toBe(`${expected}/numerator`);
  });

  it("take what is left out as the total", () => {
    const table = results.tables.find(({ dimensions }) => dimensions.every(({ total }) => total != null))!;
    const key = findKey(results, `tables.${table.id}[]/numerator`);
    expect(key).toContain(table.dimensions[0]!.total!);
    expect(() => resultAt(results, key)).not.toThrow();
  });

  it("stay as they are where nothing is known of them, and have nearest ones", () => {
    expect(findKey(results, "tables.unknown[a=b]")).toBe("tables.unknown[a=b]");
    expect(findKey(results, "funnel/started/")).toBe("funnel/started");
    expect(nearestKeys(results, "funnel.started.cout", 1)[0]).toMatch(/^funnel\/started\//);
    expect(nearestKeys(results, "zzz", 3)).toEqual([]);
  });
});
