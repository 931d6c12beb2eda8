import { eventBaseline } from "@likewise/offending";
import { cell, type StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { type EventRow, eventsOf, followed, type PersonRow, planOf, withEngine } from "./study.ts";

type Items = NonNullable<StudyPlan["cohort"]["baseline"]>;

const wide = ["2015-01-01", "2025-12-31"] as const;
const person: PersonRow = { id: "a", index: "2023-03-31", observed: wide };
const items: Items = [
  { id: "prior", events: "all", measure: "count", window: "before-12m" },
  { id: "prior_da", events: "domestic", measure: "count", window: "before-12m" },
  { id: "prior_any", events: "all", measure: "any", window: "before-24m" },
  { id: "incidents", events: "all", measure: "count", window: "before-12m", basis: "incident" },
  { id: "days", events: "all", measure: "days-since-last", window: "before-12m" },
];

async function baselineOf(people: readonly PersonRow[], events: readonly EventRow[], baseline: Items = items) {
  const result = await withEngine((engine) =>
    eventBaseline({
      engine,
      plan: planOf({ baseline }),
      tables: { events: eventsOf(...events) },
      ...followed(...people),
    }),
  );
  return {
    notes: result.notes,
    rows: people.map((_, row) => baseline.map(({ id }) => cell(result.columns[id]!, row))),
  };
}

describe("covariates from events", () => {
  it.each([
    // by hand, index 2023-03-31: before-12m is (2022-03-31, 2023-03-31]
    ["on the index day, which belongs to the time before", { on: "2023-03-31" }, [1, 0, true, 1, 0]],
    ["on the day after", { on: "2023-04-01" }, [0, 0, false, 0, 366]],
    ["on the first day", { on: "2022-04-01", domestic: true }, [1, 1, true, 1, 364]],
    ["on the day before the first", { on: "2022-03-31" }, [0, 0, true, 0, 366]],
    ["that is no crime", { on: "2023-01-01", crime: false, domestic: true }, [0, 0, false, 1, 366]],
    ["that is a breach alone", { on: "2023-01-01", breach: true }, [0, 0, false, 1, 366]],
    ["against the person", { on: "2023-01-01", role: "victim" }, [0, 0, false, 0, 366]],
  ] as const)("see an event %s", async (_, event, expected) => {
    const { rows } = await baselineOf([person], [{ person: "a", ...event }]);
    expect(rows).toEqual([expected]);
  });

  it("count days from the last event, and without one the days of the window + 1, never 0", async () => {
    const { rows, notes } = await baselineOf(
      [person, { id: "b", index: "2024-03-31", observed: wide }],
      [
        { person: "a", on: "2022-06-01" },
        { person: "a", on: "2023-03-21" },
      ],
      [{ id: "days", events: "all", measure: "days-since-last", window: "before-12m", label: "Days since last crime" }],
    );
    // b's window holds 29 February 2024: 366 days
    expect(rows).toEqual([[10], [367]]);
    expect(notes).toEqual(["Days since last crime: without an event in before-12m it is the days of that window + 1"]);
  });

  it("are missing, not 0, for people not searched for, not found or not observed over the whole window", async () => {
    const { rows } = await baselineOf(
      [
        { id: "a", index: "2023-03-31" },
        { id: "b", index: "2023-03-31", observed: null },
        { id: "c", index: "2023-03-31", observed: ["2022-04-01", "2025-01-01"] },
        { id: "d", index: "2023-03-31", observed: ["2021-04-01", "2023-03-30"] },
        { id: "e", index: "2023-03-31", observed: ["2021-04-01", "2023-03-31"] },
        { id: "f", index: null, observed: wide },
      ],
      [{ person: "d", on: "2023-01-01" }],
    );
    expect(rows).toEqual([
      [null, null, null, null, null],
      [null, null, null, null, null],
      [0, 0, null, 0, 366], // twelve months observed, twenty-four not
      [null, null, null, null, null],
      [0, 0, false, 0, 366],
      [null, null, null, null, null],
    ]);
  });

  it("are none where the plan declares none", async () => {
    const result = await withEngine((engine) =>
      eventBaseline({ engine, plan: planOf({}), tables: {}, ...followed(person) }),
    );
    expect(Object.keys(result.columns)).toEqual(["unit"]);
  });

  it.each([
    ["a window past the index date", { window: "recorded-12m", measure: "count" }, /must end at the index date/],
    [
      "harm, for want of weights",
      { window: "before-12m", measure: "harm" },
      /cohort.baseline: x: weights must be a table the study has brought, got none/,
    ],
  ] as const)("fail as wrong usage: %s", async (_, parts, message) => {
    await expect(baselineOf([person], [], [{ id: "x", events: "all", ...parts }])).rejects.toThrow(message);
  });
});
