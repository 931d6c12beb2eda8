import { type AbuseAtWave, abuseChange, buildCohort, safetyItems } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

type Said = readonly [reporter: string, from: number, exit: readonly (readonly [kind: string, severity: number])[]];

/** Every pair had physical abuse of some severity at intake; what was said at exit follows. */
function itemsOf(said: readonly Said[]) {
  const ids = said.map((_, index) => `P${index + 1}`);
  const tables = {
    people: tableOf(
      ["person", "role", "arm", "index_date"],
      ...ids.map((id) => [id, "perpetrator", "t", "2022-01-01"]),
      ["C1", "perpetrator", "c", "2022-01-01"],
    ),
    abuse: tableOf(
      ["person", "victim", "wave", "kind", "severity", "reporter"],
      ...said.flatMap(([reporter, severity, exit], index) => [
        [ids[index]!, `V${index + 1}`, "intake", "physical", severity, reporter],
        ...exit.map(([kind, later]) => [ids[index]!, `V${index + 1}`, "exit", kind, later, reporter]),
      ]),
    ),
  };
  const plan = planOf({
    cohort: {
      role: "perpetrator",
      arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
      indexDate: "people.index_date",
    },
  });
  const { baseline } = buildCohort({ plan, tables });
  return Object.fromEntries(safetyItems({ plan, tables, baseline }).map((item) => [item.id, item]));
}

const many = (count: number, one: Said) => Array.from({ length: count }, () => one);
const over: Said["2"] = [["physical", 0]];

describe("abuse that had stopped at exit", () => {
  it("practice-D9: 60 of 90 known and 30 unknown are 66.7 %, with bounds of 50 and 75 %", () => {
    const found = itemsOf([
      ...many(60, ["victim-survivor", 2, over]),
      ...many(30, ["victim-survivor", 2, [["physical", 1]]]),
      ...many(30, ["victim-survivor", 2, []]),
      // Of another reporter, who says it stopped every time: an account of its own.
      ...many(10, ["perpetrator", 2, over]),
    ]);
    const item = found["cessation-victim-survivor"]!;
    expect(item).toMatchObject({ numerator: 60, denominator: 90, unknown: 30, reporter: "victim-survivor" });
    expect((100 * (item.value as number)).toFixed(1)).toBe("66.7");
    // by hand: 60 / 120 had abuse gone on for all 30, 90 / 120 had it stopped for all
    expect(item.bounds).toEqual([0.5, 0.75]);
    expect(found["cessation-perpetrator"]).toMatchObject({ numerator: 10, denominator: 10, unknown: 0, bounds: null });
    expect(found["cessation-police"]).toBeUndefined();
  });

  it("leaves out who had none at intake, and says nothing where no status at exit is known", () => {
    expect(
      itemsOf([
        ["victim-survivor", 0, over],
        ["victim-survivor", 1, over],
      ])["cessation-victim-survivor"],
    ).toMatchObject({ numerator: 1, denominator: 1, unknown: 0 });
    expect(itemsOf(many(3, ["victim-survivor", 2, []]))["cessation-victim-survivor"]).toBeUndefined();
  });
});

describe("what became of abuse", () => {
  const at = (wave: string, kind: string, severity: number): AbuseAtWave => ({ wave, day: null, kind, severity });
  const before = [at("intake", "physical", 2), at("intake", "economic", 1), at("intake", "sexual", 0)];
  const changeTo = (...after: readonly AbuseAtWave[]) => abuseChange([...before, ...after]);

  it.each([
    ["ceased", [at("exit", "physical", 0), at("exit", "economic", 0)]],
    // economic abuse was not asked about: it may go on
    ["unknown", [at("exit", "physical", 0)]],
    ["unknown", [at("exit", "physical", 1)]],
    ["unknown", [at("review", "physical", 0)]],
    ["reduced", [at("exit", "physical", 1), at("exit", "economic", 1)]],
    ["unchanged", [at("exit", "physical", 2), at("exit", "economic", 1)]],
    ["worse", [at("exit", "physical", 1), at("exit", "economic", 2)]],
    // a kind that is new is worse, whatever else is not known
    ["worse", [at("exit", "harassment-stalking", 1)]],
    // the worst record of a kind counts
    ["worse", [at("exit", "physical", 0), at("exit", "physical", 3), at("exit", "economic", 0)]],
  ] as const)("is %s", (change, after) => {
    expect(changeTo(...after)).toBe(change);
  });

  it("is not asked where intake has no record, and is none where intake has none", () => {
    expect(abuseChange([at("exit", "physical", 2)])).toBeNull();
    expect(abuseChange([at("intake", "physical", 0), at("exit", "physical", 2)])).toBe("none-before");
  });
});
