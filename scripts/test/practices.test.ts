import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { practiceGuide } from "../practices/practice-guide.ts";
import { practicesOf, practiceTests } from "../practices/practice-tests.ts";
import { readPractices } from "../practices/read-practices.ts";

const root = path.resolve(import.meta.dirname, "../..");
const practices = readPractices(root);
const tests = practiceTests(root);
const page = readFileSync(path.join(root, "docs/practices.md"), "utf8");
const rows = Object.entries(practices.rows);

/** How many practices each section of the inventory has. */
const inventory = { A: 35, B: 56, C: 27, D: 30, E: 18, F: 15 };
const ids = Object.entries(inventory).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, place) => `${letter}${place + 1}`),
);

describe("the practice guide", () => {
  it("is what the rows and the tests make (pnpm practices)", () => {
    expect(page).toBe(practiceGuide(practices, tests));
  });

  it("has all 181 practices once, in order", () => {
    expect(ids).toHaveLength(181);
    expect(Object.keys(practices.rows)).toEqual(ids);
    expect([...page.matchAll(/^\| ([A-F]\d+) \|/gm)].map(([, id]) => id)).toEqual(ids);
  });

  it("says of each what it is, what is worked out and when it works", () => {
    const empty = rows.filter(([, row]) => !(row.practice && row.result && row.works)).map(([id]) => id);
    expect(empty).toEqual([]);
  });

  it("has a test of every practice that is not planned or declined, and of none that is", () => {
    const withoutReason = rows.filter(([, row]) => !row.planned && !row.declined).map(([id]) => id);
    expect(ids.filter((id) => tests.has(id))).toEqual(withoutReason);
  });

  it("gives every planned practice its work and why, and every declined one its reason alone", () => {
    for (const [id, { planned, why, declined }] of rows) {
      if (planned !== undefined) expect(Object.keys(practices.work), id).toContain(planned);
      expect(Boolean(why), id).toBe(planned !== undefined);
      if (declined !== undefined) expect([id, Boolean(declined), planned]).toEqual([id, true, undefined]);
    }
  });

  it("names sources it lists", () => {
    const named = [
      ...Object.values(practices.sections).flatMap(({ from }) => from),
      ...rows.flatMap(([, { source }]) => source ?? []),
    ];
    expect([...new Set(named)].sort()).toEqual(Object.keys(practices.sources).sort());
  });
});

describe("tests that carry a practice's name", () => {
  it("name practices that exist", () => {
    expect([...tests.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("are found whether plain, over cases, conditional or broken over lines", () => {
    const source = `
      it("practice-A1: one", () => {});
      it.each([1, 2])("practice-A2: %s", () => {});
      it.skipIf(absent)(\`practice-A3: three\`, () => {});
      it(
        'practice-A4: four', () => {});`;
    expect([...practicesOf(source)]).toEqual(["A1", "A2", "A3", "A4"]);
  });

  it("are none when skipped, to do, failing, in a comment, a group or without a claim", () => {
    const source = `
      it.skip("practice-A1: one", () => {});
      it.todo("practice-A2: two");
      it.fails("practice-A3: three", () => {});
      // it("practice-A4: four", () => {});
      describe("practice-A5: five", () => {});
      it("practice-A6", () => {});`;
    expect([...practicesOf(source)]).toEqual([]);
  });
});
