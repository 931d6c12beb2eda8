import { offendingOutcomes } from "@likewise/offending";
import {
  type Columns,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  Failure,
  type Outcome,
  stackOutcomes,
  textColumn,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import {
  day,
  type EventRow,
  eventsOf,
  followed,
  type OrderRow,
  ordersOf,
  outcome,
  type PersonRow,
  planOf,
  withEngine,
} from "./study.ts";

const wide = ["2020-01-01", "2025-12-31"] as const;

async function outcomesOf(
  people: readonly PersonRow[],
  events: readonly EventRow[],
  outcomes: readonly Outcome[] = [outcome({})],
  tables: Readonly<Record<string, Columns>> = {},
) {
  const { table } = await withEngine((engine) =>
    offendingOutcomes({
      engine,
      plan: planOf({ outcomes }),
      tables: { events: eventsOf(...events), ...tables },
      ...followed(...people),
    }),
  );
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(
      (["id", "outcome", "window", "value", "time", "exposureYears", "status", "missingReason"] as const).map(
        (name) => [name, cell(table.columns[name], row)],
      ),
    ),
  );
}
const values = async (...args: Parameters<typeof outcomesOf>) => (await outcomesOf(...args)).map(({ value }) => value);

describe("the edges of a window", () => {
  const person = (index: string): PersonRow => ({ id: "a", index, observed: wide });

  it.each([
    // by hand: (index, index + 12 months]
    ["on the index day, which belongs to the time before", "2023-03-14", "2023-03-14", 0],
    ["on the day after", "2023-03-14", "2023-03-15", 1],
    ["on the last day, which is inside", "2023-03-14", "2024-03-14", 1],
    ["a day later", "2023-03-14", "2024-03-15", 0],
    // 29 February + 12 months = 28 February of the next year
    ["on 28 February a year after a leap day", "2024-02-29", "2025-02-28", 1],
    ["on 1 March a year after a leap day", "2024-02-29", "2025-03-01", 0],
    ["on 29 February a year after 28 February: the window ended the day before", "2023-02-28", "2024-02-29", 0],
  ])("an event %s", async (_, index, on, expected) => {
    expect(await values([person(index)], [{ person: "a", on }])).toEqual([expected]);
  });

  it("count days where the window id does: 365 after a leap day is 27 February", async () => {
    const proven = outcome({ basis: "proven", definition: "proven", window: "moj-365-183" });
    // 2024-02-28 + 365 days = 2025-02-27 (2024 has a 29 February); proof by 2024-02-28 + 548 = 2025-08-29
    const at = (on: string, provenOn: string) =>
      values([person("2024-02-28")], [{ person: "a", on, proven: provenOn }], [proven]);
    expect(await at("2025-02-27", "2025-08-29")).toEqual([1]);
    expect(await at("2025-02-28", "2025-03-01")).toEqual([0]);
    expect(await at("2025-02-27", "2025-08-30")).toEqual([0]);
  });
});

describe("what counts", () => {
  const people: PersonRow[] = [{ id: "a", index: "2023-01-01", observed: wide }];
  const on = "2023-06-01";
  const all = [
    outcome({ id: "any-crime" }),
    outcome({ id: "crimes", kind: "count" }),
    outcome({ id: "domestic", kind: "count", events: "domestic" }),
    outcome({ id: "incidents", kind: "count", basis: "incident" }),
    outcome({ id: "proven", kind: "count", basis: "proven", definition: "proven", window: "moj-proven-12m" }),
  ];
  const counts = (...events: Omit<EventRow, "person">[]) =>
    values(
      people,
      events.map((event) => ({ person: "a", ...event })),
      all,
    );

  it("counts crimes, domestic ones among them, and each of several", async () => {
    expect(await counts({ on }, { on, domestic: true }, { on: "2023-06-02" })).toEqual([1, 3, 1, 3, 0]);
  });

  it("counts an incident that is no crime for the basis incident alone, and never as proven", async () => {
    expect(await counts({ on, crime: false, domestic: true, proven: "2023-07-01" })).toEqual([0, 0, 0, 1, 0]);
  });

  it("leaves a breach alone out of crimes and proven crimes", async () => {
    expect(await counts({ on, breach: true, proven: "2023-07-01" })).toEqual([0, 0, 0, 1, 0]);
  });

  it("leaves a crime found only by looking out of crimes and proven crimes", async () => {
    expect(await counts({ on, proactive: true, proven: "2023-07-01" })).toEqual([0, 0, 0, 1, 0]);
  });

  it("counts what the person did, not what was done to them", async () => {
    expect(await counts({ on, role: "victim" }, { on, role: "offender" }, { on, role: null })).toEqual([1, 2, 0, 2, 0]);
  });

  it("takes an event without a crime flag for a crime, and one without a domestic flag for not domestic", async () => {
    expect(await counts({ on, crime: null, domestic: null, breach: null })).toEqual([1, 1, 0, 1, 0]);
  });

  it("counts a proven crime where it happened in the window and was proven by its edge, 18 months after the index", async () => {
    expect(await counts({ on: "2024-01-01", proven: "2024-07-01" })).toEqual([1, 1, 0, 1, 1]);
    expect(await counts({ on: "2024-01-01", proven: "2024-07-02" })).toEqual([1, 1, 0, 1, 0]);
    expect(await counts({ on: "2024-01-02", proven: "2024-06-01" })).toEqual([0, 0, 0, 0, 0]);
    expect(await counts({ on: "2023-02-01" })).toEqual([1, 1, 0, 1, 0]);
  });

  it("ignores events of others and events without a date", async () => {
    const rows = await values(
      people,
      [
        { person: "b", on },
        { person: "a", on: null },
        { person: null, on },
      ],
      all,
    );
    expect(rows).toEqual([0, 0, 0, 0, 0]);
  });

  it("takes columns a force does not send as missing throughout", async () => {
    const bare = columnsOf({ person: textColumn(["a"]), event_date: dateColumn([day(on)]) });
    expect(await values(people, [], all, { events: bare })).toEqual([1, 1, 0, 1, 0]);
  });

  it("tells the same victim from a new one, and counts neither where the victim is not recorded", async () => {
    const links = columnsOf({
      person: textColumn(["a", "a", "a"]),
      linked_person: textColumn(["v", "later", "child"]),
      kind: categoryColumn(["dyad", "dyad", "family"]),
      from: dateColumn([null, day("2023-02-01"), null]),
    });
    const byVictim = [
      outcome({ id: "same", kind: "count", events: "same-victim" }),
      outcome({ id: "new", kind: "count", events: "new-victim" }),
    ];
    const events: EventRow[] = ["v", "later", "child", "v"].map((victim) => ({ person: "a", on, victim }));
    expect(await values(people, [...events, { person: "a", on }], byVictim, { links })).toEqual([2, 2]);
    await expect(values(people, events, byVictim)).rejects.toThrow(/need the victim of events, and links/);
  });
});

describe("no record is not no event", () => {
  it("says why for each person: searched for, found, covered, and to the window's end", async () => {
    const rows = await outcomesOf(
      [
        { id: "p1", index: "2023-01-01", observed: wide },
        { id: "p2", index: "2023-01-01" },
        { id: "p3", index: "2023-01-01", observed: null },
        { id: "p4", index: "2023-01-01", observed: ["2023-01-03", "2025-12-31"] },
        { id: "p5", index: "2023-01-01", observed: ["2023-01-02", "2024-01-01"] },
        { id: "p6", index: "2023-01-01", observed: ["2020-01-01", "2023-12-31"] },
        { id: "p7", index: "2023-01-01", observed: ["2020-01-01", "2023-01-01"] },
        { id: "p8", index: "2023-01-01", observed: [null, "2025-12-31"] },
        { id: "p9", index: null, observed: wide },
      ],
      [],
    );
    expect(rows.map(({ value, status, missingReason }) => [value, status, missingReason])).toEqual([
      [0, "observed", null],
      [null, "missing", "not-searched"],
      [null, "missing", "not-found"],
      [null, "missing", "not-covered"],
      [0, "observed", null], // covered from the first day of the window to its last
      [0, "censored", null],
      [null, "missing", "not-covered"],
      [null, "missing", "coverage-not-declared"],
      [null, "missing", "no-index-date"],
    ]);
  });

  it("holds what was seen where the data end inside the window, and calls it censored", async () => {
    const [row] = await outcomesOf(
      [{ id: "a", index: "2023-01-01", observed: ["2020-01-01", "2023-07-02"] }],
      [
        { person: "a", on: "2023-03-01" },
        { person: "a", on: "2023-08-01" },
      ],
      [outcome({ kind: "count" })],
    );
    // 1 January to 2 July 2023 is 182 days
    expect(row).toMatchObject({ value: 1, status: "censored", exposureYears: 182 / 365.25 });
  });

  it("has no proven outcome while its proof is not over", async () => {
    const proven = outcome({ basis: "proven", definition: "proven", window: "moj-proven-12m" });
    const until = async (to: string) =>
      (
        await outcomesOf(
          [{ id: "a", index: "2023-01-01", observed: ["2020-01-01", to] }],
          [{ person: "a", on: "2023-02-01", proven: "2023-03-01" }],
          [proven],
        )
      ).map(({ value, status, missingReason }) => [value, status, missingReason])[0];
    expect(await until("2024-07-01")).toEqual([1, "observed", null]);
    expect(await until("2024-06-30")).toEqual([null, "missing", "proof-not-over"]);
  });
});

describe("time at risk", () => {
  const people: PersonRow[] = [{ id: "a", index: "2023-01-01", observed: wide }];
  const exposure = async (...orders: readonly OrderRow[]) =>
    (await outcomesOf(people, [], [outcome({ kind: "count" })], { orders: ordersOf(...orders) }))[0]!.exposureYears;

  it("is the window without days in custody, over 365.25", async () => {
    expect(await exposure()).toBe(365 / 365.25);
    expect(await exposure(["a", "custody", "2023-02-01", "2023-02-10"])).toBe(355 / 365.25);
  });

  it("counts a day in two spells once, and only days inside the window", async () => {
    // 2 to 10 January: nine days of the window (the index day is outside); 25 December to 1 January 2024: eight
    const spells = [
      ["a", "remand", "2022-12-01", "2023-01-08"],
      ["a", "recall", "2023-01-05", "2023-01-10"],
      ["a", "custody", "2023-12-25", "2024-03-01"],
    ] as const;
    expect(await exposure(...spells)).toBe((365 - 9 - 8) / 365.25);
  });

  it("takes a spell without an end to last, and orders served in the community to take nothing away", async () => {
    expect(await exposure(["a", "custody", "2023-12-22", null], ["a", "licence", "2023-01-01", "2023-12-31"])).toBe(
      (365 - 11) / 365.25,
    );
  });

  it("is cut, custody too, where observation ends", async () => {
    const [row] = await outcomesOf(
      [{ id: "a", index: "2023-01-01", observed: ["2020-01-01", "2023-01-31"] }],
      [],
      [outcome({ kind: "count" })],
      { orders: ordersOf(["a", "custody", "2023-01-22", "2023-06-01"]) },
    );
    // 30 days observed, of which 22 to 31 January in custody
    expect(row).toMatchObject({ status: "censored", exposureYears: 20 / 365.25 });
  });
});

describe("time to the first event", () => {
  const first = async (to: string, events: Omit<EventRow, "person">[], parts: Partial<Outcome> = {}) => {
    const rows = await outcomesOf(
      [{ id: "a", index: "2023-01-01", observed: ["2020-01-01", to] }],
      events.map((event) => ({ person: "a", ...event })),
      [outcome({ kind: "time-to-event", timeUnit: "day", ...parts })],
    );
    return rows.map(({ value, time, status, missingReason }) => [value, time, status, missingReason])[0];
  };

  it("is in days from the index to the first, or to the end of the window", async () => {
    const events = [{ on: "2023-05-01" }, { on: "2023-01-11" }];
    expect(await first("2025-01-01", events)).toEqual([1, 10, "observed", null]);
    expect(await first("2025-01-01", [])).toEqual([0, 365, "observed", null]);
    expect(await first("2025-01-01", [{ on: "2024-01-01" }])).toEqual([1, 365, "observed", null]);
  });

  it("is censored at the end of observation", async () => {
    expect(await first("2023-04-11", [])).toEqual([0, 100, "censored", null]);
    expect(await first("2023-04-11", [{ on: "2023-04-12" }])).toEqual([0, 100, "censored", null]);
    expect(await first("2023-04-11", [{ on: "2023-04-11" }])).toEqual([1, 100, "observed", null]);
  });

  it("of a proven event is missing until the proof of the whole window is over, and has the same proof edge for all", async () => {
    const proven = { basis: "proven", definition: "proven", window: "moj-proven-12m" } as const;
    const slow = [{ on: "2023-03-02", proven: "2024-06-30" }];
    // The index is 2023-01-01, the window ends 2024-01-01, its proof 2024-07-01; 2023-03-02 is day 60.
    expect(await first("2024-07-01", slow, proven)).toEqual([1, 60, "observed", null]);
    expect(await first("2024-07-01", [{ on: "2023-03-02", proven: "2024-07-02" }], proven)).toEqual([
      0,
      365,
      "observed",
      null,
    ]);
    // A day less of data: neither free of events nor censored, though proven by then.
    expect(await first("2024-06-30", slow, proven)).toEqual([null, null, "missing", "proof-not-over"]);
    expect(await first("2023-10-11", [], proven)).toEqual([null, null, "missing", "proof-not-over"]);
    const byDays = { ...proven, window: "moj-365-183" };
    // 2023-01-01 + 365 + 183 days is 2024-07-02
    expect(await first("2024-07-01", [], byDays)).toEqual([null, null, "missing", "proof-not-over"]);
    expect(await first("2024-07-02", [], byDays)).toEqual([0, 365, "observed", null]);
  });
});

describe("outcomes of a plan", () => {
  const people: PersonRow[] = [
    { id: "p10", index: "2023-01-01", observed: wide },
    { id: "p2", index: "2023-01-01", observed: wide },
  ];

  it("stand by unit and place in the plan, with their windows; those of another table are left alone", async () => {
    const rows = await outcomesOf(
      people,
      [{ person: "p10", on: "2023-02-01" }],
      [
        outcome({ id: "z" }),
        outcome({ id: "elsewhere", from: "outcomes" }),
        outcome({ id: "a", window: "recorded-6m" }),
      ],
    );
    expect(rows.map(({ id, outcome: name, window, value }) => [id, name, window, value])).toEqual([
      ["p2", "z", "recorded-12m", 0],
      ["p2", "a", "recorded-6m", 0],
      ["p10", "z", "recorded-12m", 1],
      ["p10", "a", "recorded-6m", 1],
    ]);
  });

  it("are an artefact without rows where none comes from events", async () => {
    const common = { tables: {}, ...followed(...people) };
    const none = await withEngine((engine) =>
      offendingOutcomes({ engine, plan: planOf({ outcomes: [outcome({ from: "outcomes" })] }), ...common }),
    );
    expect(none.table.numRows).toBe(0);
    const some = await withEngine((engine) =>
      offendingOutcomes({ engine, plan: planOf({}), ...common, tables: { events: eventsOf() } }),
    );
    expect(stackOutcomes([none, some]).table).toEqual(some.table);
  });

  it.each([
    ["a basis events cannot have", { basis: "victim-report" }, /basis must be one that events can have/],
    ["a score", { kind: "continuous" }, /kind must be one that events have/],
    ["no window", { window: undefined }, /a window is needed/],
    ["a window that is not one", { window: "one-year" }, /id must be one of recorded-<m>m/],
    ["a window that looks back", { window: "before-12m" }, /window must follow the index date/],
    ["proven without a proof edge", { basis: "proven", definition: "proven" }, /needs a window with a proof edge/],
    ["a proof edge for recorded crime", { window: "moj-proven-12m" }, /needs basis proven/],
    ["a definition of another basis", { definition: "proven" }, /definition proven does not fit basis recorded-crime/],
    ["times in weeks", { kind: "time-to-event", timeUnit: "week" }, /are in days/],
  ])("fail as wrong usage: %s", async (_, parts, message) => {
    const failed = outcomesOf(people, [], [outcome(parts as Partial<Outcome>)]);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toBeInstanceOf(Failure);
  });

  it("fail as wrong usage where there is no events table", async () => {
    const failed = withEngine((engine) =>
      offendingOutcomes({ engine, plan: planOf({}), tables: {}, ...followed(...people) }),
    );
    await expect(failed).rejects.toThrow(/an events table is needed/);
  });
});
