import { blockOutcome, defaultBlockWindows, sixMonthBlocks } from "@likewise/offending";
import type { Columns } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { type EventRow, eventsOf, followed, ordersOf, outcome, type PersonRow, planOf, withEngine } from "../study.ts";

const wide = ["2020-01-01", "2025-12-31"] as const;
const people: PersonRow[] = [
  { id: "a", index: "2023-01-01", observed: wide, started: "2023-03-01" },
  { id: "b", index: "2023-01-01", observed: wide },
  { id: "c", index: "2023-01-01", observed: ["2022-07-02", "2023-12-31"] }, // from the first day of block-1, to before the end of block+2
  { id: "d", index: "2023-01-01" },
];
const events: EventRow[] = [
  { person: "a", on: "2022-03-01" }, // block-2
  { person: "a", on: "2022-07-01" }, // the last day of block-2
  { person: "a", on: "2022-07-02" }, // the first of block-1
  { person: "a", on: "2023-01-01" }, // the index day: block-1
  { person: "b", on: "2022-12-01" }, // block-1
  { person: "b", on: "2023-07-01" }, // the last day of block+1
  { person: "b", on: "2023-07-01", crime: false },
  { person: "c", on: "2023-10-01" }, // block+2, which is not over for c
  { person: "d", on: "2023-02-01" }, // of a person not searched for
];
const groups = [
  { id: "treated", units: Int32Array.of(0, 1, 2, 3, 0) },
  { id: "matched-comparison", units: Int32Array.of(1) },
  { id: "nobody", units: new Int32Array(0) },
];

const blocks = (
  parts: { tables?: Readonly<Record<string, Columns>>; windows?: readonly string[]; stage?: string } = {},
) => {
  const { tables = {}, ...options } = parts;
  return withEngine((engine) =>
    sixMonthBlocks({
      engine,
      plan: planOf({}),
      tables: { events: eventsOf(...events), ...tables },
      ...followed(...people),
      groups,
      outcome: "reoffence",
      ...options,
    }),
  );
};

describe("the outcome of blocks", () => {
  const proven = outcome({ id: "proven", basis: "proven", primary: true });
  const recorded = outcome({ id: "recorded" });

  it("is the primary one where blocks can use it, else the first they can", () => {
    expect(blockOutcome({ outcomes: [recorded, outcome({ id: "incidents", basis: "incident", primary: true })] })).toBe(
      "incidents",
    );
    expect(blockOutcome({ outcomes: [proven, outcome({ from: "outcomes", primary: true }), recorded] })).toBe(
      "recorded",
    );
    expect(blockOutcome({ outcomes: [proven] })).toBeNull();
  });
});

describe("blocks around the index date", () => {
  it("count people observed for the whole of each block, and those with an event, by hand", async () => {
    const treated = (await blocks()).filter(({ group }) => group === "treated");
    expect(
      treated.map(({ block, window, atRisk, withEvent, events: n }) => [block, window, atRisk, withEvent, n]),
    ).toEqual([
      [-2, "block-2", 2, 1, 2], // a b
      [-1, "block-1", 3, 2, 3], // a b c
      [1, "block+1", 3, 1, 1],
      [2, "block+2", 2, 0, 0], // a b
      [-12, "before-12m", 2, 2, 5],
      [12, "recorded-12m", 2, 1, 1],
    ]);
  });

  it("give the share with a Wilson interval, and the rate per year of liberty beside all time", async () => {
    const orders = ordersOf(["a", "custody", "2023-01-02", "2023-01-31"], ["d", "custody", "2023-01-02", "2023-06-30"]);
    const [block] = (await blocks({ tables: { orders }, windows: ["block+1"] })) as [
      Awaited<ReturnType<typeof blocks>>[number],
    ];
    // three people of 181 days each (2 January to 1 July 2023), a for 30 days in custody
    expect(block).toMatchObject({
      share: 1 / 3,
      personYears: (543 - 30) / 365.25,
      allTimeYears: 543 / 365.25,
      ratePerYear: 1 / ((543 - 30) / 365.25),
    });
    const z2 = 1.959963984540054 ** 2;
    for (const x of block.interval as [number, number])
      expect((1 / 3 - x) ** 2).toBeCloseTo((z2 * x * (1 - x)) / 3, 12);
  });

  it("have no share and no rate where nobody is at risk", async () => {
    expect((await blocks()).find(({ group }) => group === "nobody")).toEqual({
      block: -2,
      window: "block-2",
      outcome: "reoffence",
      group: "nobody",
      atRisk: 0,
      withEvent: 0,
      share: null,
      interval: null,
      ratePerYear: null,
      personYears: 0,
      events: 0,
      allTimeYears: 0,
    });
  });

  it("stand by group, then in the order of the windows, the year before and after beside the half-years", async () => {
    const all = await blocks();
    expect(all.map(({ group, window }) => `${group} ${window}`)).toEqual(
      groups.flatMap(({ id }) => defaultBlockWindows.map((window) => `${id} ${window}`)),
    );
    expect(new Set(all.map(({ block, group }) => `${block} ${group}`)).size).toBe(all.length);
  });

  it("lie around any stage; people who did not reach it are not at risk", async () => {
    const [before, after] = await blocks({ stage: "started", windows: ["block-1", "block+1"] });
    // a alone started, on 2023-03-01: (2022-09-01, 2023-03-01] holds the event of 1 January
    expect([before!.atRisk, before!.events, after!.events]).toEqual([1, 1, 0]);
  });

  it("refuse proven outcomes, unknown outcomes and unknown people", async () => {
    const proven = outcome({ basis: "proven", definition: "proven", window: "moj-proven-12m" });
    const call = (parts: object) =>
      withEngine((engine) =>
        sixMonthBlocks({
          engine,
          plan: planOf({ outcomes: [proven] }),
          tables: { events: eventsOf(...events) },
          ...followed(...people),
          groups,
          outcome: "reoffence",
          ...parts,
        }),
      );
    await expect(call({})).rejects.toThrow(/not proven outcomes/);
    await expect(call({ outcome: "other" })).rejects.toThrow(/must be an outcome of the plan, got other/);
    await expect(call({ plan: planOf({}), groups: [{ id: "treated", units: Int32Array.of(99) }] })).rejects.toThrow(
      /units of treated must be among the anchors, got 99/,
    );
  });
});
