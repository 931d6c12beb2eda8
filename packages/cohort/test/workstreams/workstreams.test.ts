import { describePathway, workstreams, workstreamTables } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

/** Four parts of one programme: an assessment, a group of ten weeks, training of the workforce, a recovery toolkit. */
const four: StudyPlan["cohort"] = {
  completion: [{ id: "seven-of-ten", leastShare: 0.7, sessionsPlanned: 10, component: "group" }],
  ratings: [{ measure: "recovery", better: "higher" }],
  workstreams: [
    { id: "assessment", label: "Enhanced assessment", sessions: ["assessment"] },
    { id: "group", label: "Group of ten weeks", spend: ["group"], sessions: ["group"], completion: "seven-of-ten" },
    { id: "workforce", label: "Training of the workforce", spend: ["training"], training: ["daarr"] },
    { id: "toolkit", spend: ["toolkit"], sessions: ["recovery"], rating: { measure: "recovery", item: "safety" } },
  ],
};
const plan = planOf({ cohort: four });
const weeks = Array.from({ length: 10 }, (_, week) => `2024-02-${String(week + 1).padStart(2, "0")}`);
const tables: Record<string, Columns> = {
  people: tableOf(["person"], ["p1"], ["p2"], ["victim"]),
  referrals: tableOf(["person", "referral_date"], ["p1", "2024-01-01"], ["p2", "2024-01-01"]),
  stages: tableOf(
    ["person", "stage", "date"],
    ["p1", "started", "2024-02-01"],
    ["p2", "started", "2024-02-01"],
    ["p1", "exit", "2024-05-01"],
    ["p2", "exit", "2024-05-01"],
  ),
  sessions: tableOf(
    ["person", "session_date", "component", "attended"],
    ["p1", "2024-01-15", "assessment", true],
    ["p2", "2024-01-15", "assessment", false],
    ...weeks.map((date) => ["p1", date, "group", true]),
    ...weeks.map((date, week) => ["p2", date, "group", week < 6]),
    // a part of the programme may be for somebody who was never referred to it
    ["victim", "2024-03-01", "recovery", true],
  ),
  training: tableOf(["worker", "course"], ["w1", "daarr"], ["w2", "daarr"], ["w1", "daarr"], ["w3", "other"]),
  costs: tableOf(
    ["payer", "category", "kind", "amount_pounds"],
    ["council", "group", "cash", 9000],
    ["council", "group", "in-kind", 500],
    ["council", "group", "cash", -1000],
    ["council", "training", null, 2000],
  ),
  measures: tableOf(
    ["person", "measure", "wave", "item", "response"],
    ["p1", "recovery", "intake", "safety", "1"],
    ["p1", "recovery", "exit", "safety", "3"],
    ["p2", "recovery", "intake", "safety", "3"],
    ["p2", "recovery", "exit", "safety", "3"],
  ),
};

describe("the logic model of a programme with several parts", () => {
  const model = workstreams({ plan, tables })!;

  it("practice-B7: four lines in one model, each with input, output and outcome, and what is empty shows why", () => {
    expect(model.lines.map(({ id, input, output, outcome }) => [id, input, output, outcome])).toEqual([
      [
        "assessment",
        { found: null, empty: "not-declared" },
        { found: { sessionsAttended: 1, peopleReached: 1, workersTrained: null }, empty: null },
        { found: null, empty: "not-declared" },
      ],
      [
        "group",
        { found: { cashPounds: 8000, inKindPounds: 500, unknownKindPounds: 0 }, empty: null },
        { found: { sessionsAttended: 16, peopleReached: 2, workersTrained: null }, empty: null },
        {
          // seven of ten: p1 with ten completed, p2 with six did not
          found: {
            kind: "completed",
            definition: "seven-of-ten",
            share: expect.objectContaining({ numerator: 1, denominator: 2 }),
          },
          empty: null,
        },
      ],
      [
        "workforce",
        { found: { cashPounds: 0, inKindPounds: 0, unknownKindPounds: 2000 }, empty: null },
        { found: { sessionsAttended: null, peopleReached: null, workersTrained: 2 }, empty: null },
        { found: null, empty: "not-declared" },
      ],
      [
        "toolkit",
        { found: null, empty: "none-recorded" },
        { found: { sessionsAttended: 1, peopleReached: 1, workersTrained: null }, empty: null },
        {
          found: expect.objectContaining({
            kind: "better",
            share: expect.objectContaining({ numerator: 1, denominator: 2 }),
          }),
          empty: null,
        },
      ],
    ]);
    expect(model.empty.map(({ workstream, place, why }) => `${workstream} ${place} ${why}`)).toEqual([
      "assessment input not-declared",
      "assessment outcome not-declared",
      "workforce outcome not-declared",
      "toolkit input none-recorded",
    ]);
    const [table] = workstreamTables(model);
    expect(table!.dimensions[0]!.levels.map(({ label }) => label)).toEqual([
      "Enhanced assessment",
      "Group of ten weeks",
      "Training of the workforce",
      "toolkit",
    ]);
    expect(table!.cells).toHaveLength(4 * 5);
    // nothing spent is not nought pounds
    expect(table!.cells.find(({ at }) => at.workstream === "toolkit" && at.place === "pounds")!.value).toBeNull();
  });

  it("has every line, and every place empty, before anything is recorded", () => {
    const bare = workstreams({ plan, tables: { people: tables.people! } })!;
    expect(bare.lines.map(({ id }) => id)).toEqual(["assessment", "group", "workforce", "toolkit"]);
    expect(bare.empty).toHaveLength(12);
    expect(bare.empty.filter(({ why }) => why === "not-in-data")).toHaveLength(9);
  });

  it("is published by a run with a refusal for each empty place", () => {
    const { results, refusals, tables: published } = describePathway({ plan, tables });
    expect(Object.keys(results)).toEqual(expect.arrayContaining(["ratings", "workstreams"]));
    expect(refusals.map(({ id }) => id).filter((id) => id.startsWith("workstream"))).toEqual([
      "workstream-input-not-declared",
      "workstream-outcome-not-declared",
      "workstream-outcome-not-declared",
      "workstream-input-none-recorded",
    ]);
    expect(published.map(({ id }) => id)).toContain("workstreams");
  });

  it("is nothing where the plan names no workstreams", () => {
    expect(workstreams({ plan: planOf({}), tables })).toBeNull();
  });
});
