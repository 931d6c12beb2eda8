import { buildCohort, exposureSpells, exposureSpellsOf, landmark, outcomesFromTable } from "@likewise/cohort";
import { numbersOf } from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

describe("time-dependent exposure", () => {
  it("puts days before the exposure on the unexposed side, by hand", () => {
    const found = exposureSpells({
      time: [40, 40, 40, 0, 40, 40, 40],
      event: [1, 0, 1, 1, 1, 0, 1],
      exposedFrom: [10, null, 0, null, 40, 41, -5],
    });
    expect(rowsOf(found)).toEqual([
      [0, 0, 10, 0, 0],
      [0, 10, 40, 1, 1],
      [1, 0, 40, 0, 0],
      [2, 0, 40, 1, 1], // exposed from the index date
      [3, 0, 0.5, 0, 1], // the event on the index date
      [4, 0, 39.5, 0, 0], // exposed on the day of the event: it came first
      [4, 39.5, 40, 1, 1],
      [5, 0, 40, 0, 0], // exposed after observation ended
      [6, 0, 40, 1, 1], // exposed before the index date
    ]);
    expect([found.lengthened, found.exposedOnLastDay]).toEqual([1, 1]);
  });

  it("keeps each person’s time and event, once", () => {
    const person = fc.record({
      time: fc.integer({ min: 1, max: 400 }),
      event: fc.integer({ min: 0, max: 1 }),
      from: fc.option(fc.integer({ min: -10, max: 500 })),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 20 }), (people) => {
        const found = exposureSpells({
          time: people.map(({ time }) => time),
          event: people.map(({ event }) => event),
          exposedFrom: people.map(({ from }) => from),
        });
        people.forEach(({ time, event }, i) => {
          const mine = rowsOf(found).filter(([who]) => who === i);
          expect(mine[0]![1]).toBe(0);
          expect(mine.at(-1)![2]).toBe(time);
          expect(mine.reduce((all, row) => all + row[4]!, 0)).toBe(event);
          mine.slice(1).forEach((row, at) => {
            expect(row[1]).toBe(mine[at]![2]);
          });
          for (const row of mine) expect(row[2]).toBeGreaterThan(row[1]!);
        });
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it.each([
    ["lengths", { time: [1, 2], event: [1], exposedFrom: [null, null] }, "of one length"],
    ["a time below 0", { time: [-1], event: [1], exposedFrom: [null] }, "must be >= 0 (days)"],
    ["an event of 2", { time: [1], event: [2], exposedFrom: [null] }, "must be 0 or 1"],
    ["an exposure that is no day", { time: [1], event: [1], exposedFrom: [Number.NaN] }, "finite or null"],
  ])("refuses %s", (_, input, message) => {
    expect(() => exposureSpells(input)).toThrow(message);
    expect(() => landmark({ ...input, landmarkDays: 1 })).toThrow(message);
  });

  function rowsOf({ person, start, stop, exposed, event }: ReturnType<typeof exposureSpells>): number[][] {
    return Array.from(person, (who, i) => [who, start[i]!, stop[i]!, exposed[i]!, event[i]!]);
  }
});

describe("landmark analysis", () => {
  it("drops events and censorings up to the landmark from both groups, and starts the clock there, by hand", () => {
    const found = landmark({
      time: [30, 30, 31, 100, 100, 10, 90],
      event: [1, 0, 1, 1, 0, 1, 0],
      exposedFrom: [5, null, 30, 31, null, null, 90],
      landmarkDays: 30,
    });
    expect(found).toMatchObject({
      kept: [2, 3, 4, 6],
      exposed: [1, 0, 0, 0],
      time: [1, 70, 70, 60],
      event: [1, 1, 0, 0],
      excluded: { eventBefore: 2, eventBeforeExposed: 1, censoredBefore: 1 },
      exposedLater: 1, // on day 31; the one exposed as observation ended is not exposed in it
    });
  });

  it("refuses a landmark that is not after the index date", () => {
    expect(() => landmark({ time: [1], event: [1], exposedFrom: [null], landmarkDays: 0 })).toThrow(
      "must be > 0 (days",
    );
  });
});

describe("the spells of a study", () => {
  const people = tableOf(
    ["person", "arm", "index_date"],
    ["A", "t", "2024-01-01"],
    ["B", "t", "2024-01-01"],
    ["C", "c", "2024-01-01"],
    ["D", "c", "2024-01-01"],
    ["E", "t", "2024-01-01"],
  );
  const stages = tableOf(
    ["person", "stage", "date"],
    ["A", "started", "2024-01-11"],
    ["B", "started", null],
    ["C", "assessed", "2024-01-05"],
  );
  const outcomeRows = tableOf(
    ["person", "outcome", "value", "time", "time_unit"],
    ["A", "arrest", 1, 40, "day"],
    ["B", "arrest", 0, 60, "day"],
    ["C", "arrest", 0, 50, "day"],
    ["D", "arrest", 1, 5, "day"],
  );
  const plan = planOf({
    cohort: { arms: { from: "people.arm", treated: ["t"], comparison: ["c"] }, indexDate: "people.index_date" },
    outcomes: [
      {
        id: "arrest",
        label: "Arrest",
        basis: "recorded-crime",
        reporter: "police",
        definition: "recorded",
        kind: "time-to-event",
        direction: "lower",
        from: "outcomes",
      },
    ],
  });
  const tables = { people, stages, outcomes: outcomeRows };
  const { baseline, anchors } = buildCohort({ plan, tables });
  const outcomes = outcomesFromTable({ plan, tables, baseline });

  it("are an artefact by unit, with those left out counted", () => {
    const { spells, missing, undated } = exposureSpellsOf({
      baseline,
      anchors,
      outcomes,
      outcome: "arrest",
      stage: "started",
    });
    const { unit, start, stop, event, id } = spells.table.columns;
    expect([missing, undated]).toEqual([1, 1]); // E has no outcome; B started on no day
    expect(Array.from(id.values)).toEqual(["A", "A", "C", "D"]);
    expect(Array.from(unit.values)).toEqual([0, 0, 2, 3]);
    expect([start, stop, event].map((column) => Array.from(column.values))).toEqual([
      [0, 10, 0, 0],
      [10, 40, 50, 5],
      [0, 1, 0, 1],
    ]);
    expect(Array.from(numbersOf(spells.table, "exposed").values)).toEqual([0, 1, 0, 0]);
    expect(spells).toMatchObject({ kind: "likewise/spells", covariates: ["exposed"] });
  });
});
