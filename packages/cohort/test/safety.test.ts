import { buildCohort, safetyItems, safetyQuestions } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "./study.ts";

const people = tableOf(
  ["person", "role", "arm", "index_date"],
  ["P1", "perpetrator", "t", "2022-01-01"],
  ["P2", "perpetrator", "t", "2022-02-01"],
  ["P3", "perpetrator", "c", "2022-03-01"],
  ["V1", "adult-victim-survivor", null, null],
  ["V2", "adult-victim-survivor", null, null],
  ["V3", "adult-victim-survivor", null, null],
  ["V4", "adult-victim-survivor", null, null],
  ["K1", "child", null, null],
  ["K2", "child", null, null],
);
const cohort: StudyPlan["cohort"] = {
  role: "perpetrator",
  arms: { from: "people.arm", treated: ["t"], comparison: ["c"] },
  indexDate: "people.index_date",
};
const links = tableOf(
  ["person", "linked_person", "kind", "offer_date", "accepted", "worker_type"],
  ["P1", "V1", "dyad", "2022-01-10", true, null],
  ["P1", "V2", "dyad", "2022-01-11", null, null],
  ["P2", "V3", "dyad", null, null, null],
  ["P2", "V1", "dyad", "2022-02-10", false, null], // V1 is linked to two people: one person, who accepted once
  ["P3", "V4", "dyad", "2022-03-10", true, null], // of a comparison person: not counted
  ["P1", "K1", "family", null, null, null],
  ["P2", "K1", "family", null, null, null],
  ["P2", "K2", "family", null, null, null],
  ["V1", "W1", "worker", null, null, "IDVA"],
  ["V4", "W1", "worker", null, null, "IDVA"],
);

function items(tables: Record<string, Columns>, data?: StudyPlan["data"]) {
  const plan = planOf(data === undefined ? { cohort } : { cohort, data });
  const all = { people, ...tables };
  const { baseline } = buildCohort({ plan, tables: all });
  const found = safetyItems({ plan, tables: all, baseline });
  return Object.fromEntries(found.map((item) => [item.id, item]));
}

describe("support for victim-survivors", () => {
  it("is counted among people linked to the treated, each once", () => {
    const found = items({ links });
    expect(found["support-offered"]).toMatchObject({
      status: "measured",
      numerator: 2,
      denominator: 3,
      value: 2 / 3,
      unknown: 0,
    });
    // V1 accepted; V2's answer is not on record
    expect(found["support-accepted"]).toMatchObject({ numerator: 1, denominator: 1, unknown: 1 });
    expect(found["support-contact"]).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("by a worker is not measured where workers are linked to children alone, which says nothing of the others", () => {
    const children = tableOf(
      ["person", "linked_person", "kind", "worker_type"],
      ["P1", "V1", "dyad", null],
      ["K1", "W1", "worker", "children's worker"],
    );
    expect(items({ links: children })["support-contact"]).toMatchObject({ status: "not-measured", numerator: null });
  });

  it("carries a Wilson interval: 2 of 3 is 20.8 % to 93.9 %", () => {
    // by hand: centre (2/3 + z^2/6) / (1 + z^2/3) = 0.573, half-width z sqrt((2/3)(1/3)/3 + z^2/36) / (1 + z^2/3) = 0.366
    const [lower, upper] = items({ links })["support-offered"]!.interval as [number, number];
    expect(lower).toBeCloseTo(0.2077, 4);
    expect(upper).toBeCloseTo(0.9385, 4);
  });

  it("has no share where nobody is linked, and no interval", () => {
    const none = tableOf(["person", "linked_person", "kind", "offer_date"], ["P3", "V4", "dyad", "2022-03-10"]);
    expect(items({ links: none })["support-offered"]).toMatchObject({
      status: "measured",
      numerator: 0,
      denominator: 0,
      value: null,
      interval: null,
    });
  });
});

const abuse = tableOf(
  ["person", "victim", "wave", "date", "kind", "severity", "reporter"],
  ["P1", "V1", "intake", "2022-01-10", "physical", 2, "victim-survivor"],
  ["P1", "V1", "intake", "2022-01-10", "economic", 1, "victim-survivor"],
  ["P1", "V1", "review", "2022-04-10", "physical", 3, "victim-survivor"],
  ["P1", "V1", "exit", "2022-07-10", "physical", 0, "victim-survivor"],
  // not asked about economic abuse at exit: that is not an end of it
  ["P1", "V2", "intake", null, "physical", 1, "victim-survivor"],
  ["P1", "V2", "exit", null, "physical", 1, "victim-survivor"],
  ["P1", "V2", "review", null, "physical", 0, "victim-survivor"],
  ["P2", "V3", "intake", "2022-02-10", "sexual", 0, "victim-survivor"],
  ["P3", "V4", "intake", "2022-03-10", "physical", 3, "victim-survivor"],
  ["P3", "V4", "exit", "2022-09-10", "physical", 3, "victim-survivor"],
  ["P1", "V1", "intake", "2022-01-10", "physical", 0, "perpetrator"],
  ["P1", "V1", "exit", "2022-07-10", "physical", 1, "perpetrator"],
);

describe("abuse before and after", () => {
  const found = items({ links, abuse });

  it("compares the same pairs at intake and at their latest wave, by the victim-survivor's account", () => {
    // P1-V1: physical 2 at intake, 0 at exit; P1-V2: 1 and, at exit (after review by order), 1; P2-V3 has intake alone, P2-V1 is linked alone
    expect(found["abuse-victim-survivor-any"]).toMatchObject({
      status: "measured",
      reporter: "victim-survivor",
      numerator: 1,
      denominator: 2,
      before: { numerator: 2, denominator: 2, value: 1 },
      unknown: 2,
    });
    expect(found["abuse-victim-survivor-physical"]).toMatchObject({ numerator: 1, denominator: 2, unknown: 2 });
  });

  it("does not take a kind not asked about later for one that stopped", () => {
    expect(found["abuse-victim-survivor-economic"]).toBeUndefined();
  });

  it("keeps accounts of different reporters apart", () => {
    expect(found["abuse-perpetrator-any"]).toMatchObject({
      reporter: "perpetrator",
      numerator: 1,
      denominator: 1,
      before: { numerator: 0, denominator: 1 },
    });
    expect(found["abuse-police-any"]).toBeUndefined();
  });

  it("is labelled as without a comparison group", () => {
    expect(Object.values(found).every(({ uncontrolled }) => uncontrolled)).toBe(true);
  });
});

describe("children", () => {
  const statuses = tableOf(
    ["person", "kind", "from", "to"],
    ["K1", "child-protection", "2021-06-01", "2022-06-01"],
    ["K2", "child-protection", "2022-10-01", null],
    ["K1", "child-in-need", "2022-06-02", null],
  );
  const data: StudyPlan["data"] = {
    asAt: "2024-06-30",
    tables: { statuses: { files: ["statuses.csv"], columns: {}, coverage: { from: "2021-01-01" } } },
  };

  it("are counted once however many treated people they are linked to", () => {
    expect(items({ links })["children-linked"]).toMatchObject({ numerator: 2, denominator: null, value: null });
  });

  it("have a status on the first index date they are linked to and twelve months later", () => {
    const found = items({ links, statuses }, data);
    // K1 (index 2022-01-01): on a plan at index, not a year later; K2 (2022-02-01): the other way round
    expect(found["children-child-protection"]).toMatchObject({
      numerator: 1,
      denominator: 2,
      before: { numerator: 1, denominator: 2 },
      unknown: 0,
    });
    expect(found["children-child-in-need"]).toMatchObject({ numerator: 1, before: { numerator: 0 } });
  });

  it("are unknown where the statuses do not cover both days", () => {
    const found = items({ links, statuses }, { ...data, asAt: "2023-01-15" });
    expect(found["children-child-protection"]).toMatchObject({ denominator: 1, unknown: 1 });
  });

  it("have no measured status where the plan declares no coverage: no record is not no plan", () => {
    expect(items({ links, statuses })["children-child-protection"]!.status).toBe("not-measured");
  });
});

describe("what is not measured", () => {
  it("stands with its definition, by question", () => {
    const found = items({});
    expect(Object.keys(found)).toEqual(safetyQuestions.filter(({ alwaysShown }) => alwaysShown).map(({ id }) => id));
    for (const item of Object.values(found)) {
      expect(item).toMatchObject({
        status: "not-measured",
        numerator: null,
        denominator: null,
        value: null,
        before: null,
      });
      expect(item.definition.length).toBeGreaterThan(20);
    }
  });
});

describe("every safety question", () => {
  it.each(safetyQuestions.map((question) => [question.id, question] as const))(
    "%s has an id of its own and a definition",
    (id, question) => {
      expect(safetyQuestions.filter((other) => other.id === id)).toHaveLength(1);
      expect(question.definition).not.toMatch(/\.$/);
    },
  );
});
