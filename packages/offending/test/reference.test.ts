import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { eventBaseline, offendingOutcomes, sixMonthBlocks } from "@likewise/offending";
import { addMonths, cell, isoDate, parseIsoDate } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import {
  day,
  type EventRow,
  eventsOf,
  followed,
  ordersOf,
  outcome,
  type PersonRow,
  planOf,
  withEngine,
} from "./study.ts";

/** Small seeded generator for awkward test data: whole numbers from 0 to below `n`. */
function wholeNumbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const next = wholeNumbers(20240229);
const anchorsAwkward = ["2023-01-31", "2024-02-29", "2023-02-28", "2022-08-31", "2023-12-31", "2022-06-30"];
const people: PersonRow[] = Array.from({ length: 300 }, (_, i) => {
  const index = anchorsAwkward[next(anchorsAwkward.length)]!;
  const observed = [
    [isoDate(addMonths(day(index), -24)), isoDate(addMonths(day(index), 24))],
    [isoDate(addMonths(day(index), -12) + next(3)), isoDate(addMonths(day(index), 12) - 1 + next(3))],
    [isoDate(day(index) - next(400)), isoDate(day(index) + next(400))],
    [isoDate(day(index) + next(4)), isoDate(day(index) + 800)],
    null,
  ][next(5)] as PersonRow["observed"];
  return next(10) === 0 ? { id: `p${i}`, index } : { id: `p${i}`, index, observed: observed! };
});
const events: EventRow[] = Array.from({ length: 4000 }, () => {
  const person = people[next(people.length)]!;
  const on = day(person.index!) - 760 + next(1530);
  return {
    person: next(50) === 0 ? "stranger" : person.id,
    on: isoDate(on),
    ...(next(2) === 0 ? { proven: isoDate(on + next(700)) } : {}),
    crime: next(5) > 0,
    breach: next(6) === 0,
    domestic: [true, false, null][next(3)]!,
    role: ["suspect", "offender", "victim", null][next(4)]!,
  };
});
const spells = Array.from({ length: 250 }, () => {
  const person = people[next(people.length)]!;
  const from = day(person.index!) - 200 + next(600);
  const kind = ["custody", "remand", "recall", "licence"][next(4)]!;
  return [person.id, kind, isoDate(from), next(5) === 0 ? null : isoDate(from + next(300))] as const;
});

const tables = { events: eventsOf(...events), orders: ordersOf(...spells) };
const plan = planOf({
  baseline: [
    { id: "prior", events: "all", measure: "count", window: "before-12m" },
    { id: "prior_da", events: "domestic", measure: "any", window: "before-24m" },
    { id: "days", events: "all", measure: "days-since-last", window: "before-12m" },
  ],
  outcomes: [
    outcome({ id: "any" }),
    outcome({ id: "domestic", kind: "count", events: "domestic" }),
    outcome({ id: "incidents", kind: "count", basis: "incident", window: "recorded-6m" }),
    outcome({ id: "proven", basis: "proven", definition: "proven", window: "moj-proven-6m" }),
    outcome({ id: "first", kind: "time-to-event" }),
  ],
});
const given = followed(...people);

const run = (threads: number) =>
  withEngine(async (engine) => {
    const common = { engine, plan, tables, ...given };
    return {
      outcomes: await offendingOutcomes(common),
      baseline: await eventBaseline(common),
      blocks: await sixMonthBlocks({
        ...common,
        groups: [{ id: "treated", units: Int32Array.from(people.keys()) }],
        outcome: "domestic",
      }),
    };
  }, threads);

/** Shared by the tests below; nothing changes it. */
const result = run(2);

/** Written from the definitions, one person and one event at a time, with calendar functions alone. */
function reference(person: PersonRow) {
  const index = day(person.index!);
  const own = events
    .filter((event) => event.person === person.id && event.role !== "victim")
    .map((event) => ({
      ...event,
      on: day(event.on!),
      provenOn: event.proven === undefined ? null : day(event.proven),
    }));
  const crimes = own.filter((event) => event.crime && !event.breach);
  const [from, to] = person.observed ? person.observed.map((text) => day(text!)) : [null, null];
  const why = person.observed === undefined ? "not-searched" : person.observed === null ? "not-found" : null;
  const custodyDaysOf = (after: number, upTo: number) => {
    const mine = spells.filter(([id, kind]) => id === person.id && kind !== "licence");
    let days = 0;
    for (let d = after + 1; d <= upTo; d++) {
      const inside = mine.some(([, , first, last]) => day(first) <= d && d <= (last === null ? to! : day(last)));
      if (inside) days++;
    }
    return days;
  };
  const total = (list: typeof own, months: number, any: boolean, proof = 0) => {
    const end = addMonths(index, months);
    if (why !== null) return ["missing", null, null, why];
    if (from! > index + 1 || to! <= index) return ["missing", null, null, "not-covered"];
    if (proof > 0 && to! < addMonths(index, months + proof)) return ["missing", null, null, "proof-not-over"];
    const last = Math.min(end, to!);
    const inside = list.filter(
      (event) =>
        event.on > index &&
        event.on <= last &&
        (proof === 0 || (event.provenOn !== null && event.provenOn <= addMonths(index, months + proof))),
    ).length;
    const exposure = (last - index - custodyDaysOf(index, last)) / 365.25;
    return [last < end ? "censored" : "observed", any ? Math.min(1, inside) : inside, exposure, null];
  };
  const lookedBack = (months: number) => why === null && from! <= addMonths(index, -months) + 1 && to! >= index;
  const before = (list: typeof own, months: number) =>
    list.filter((event) => event.on > addMonths(index, -months) && event.on <= index);
  return {
    any: total(crimes, 12, true),
    domestic: total(
      crimes.filter((event) => event.domestic === true),
      12,
      false,
    ),
    incidents: total(own, 6, false),
    proven: total(crimes, 6, true, 6),
    prior: lookedBack(12) ? before(crimes, 12).length : null,
    prior_da: lookedBack(24)
      ? before(
          crimes.filter((event) => event.domestic === true),
          24,
        ).length > 0
      : null,
    days: lookedBack(12)
      ? (before(crimes, 12)
          .map((event) => index - event.on)
          .sort((a, b) => a - b)[0] ?? index - addMonths(index, -12) + 1)
      : null,
  };
}

describe("against a reference that looks at one row at a time", () => {
  // Natural order of p0 … p299 is the order made.
  it("outcomes, exposures and reasons are equal for 300 people and 4,000 events, with awkward anchors", async () => {
    const { outcomes } = await result;
    const { unit, outcome: name, status, value, exposureYears, missingReason } = outcomes.table.columns;
    const seen = new Set<string>();
    for (let row = 0; row < outcomes.table.numRows; row++) {
      const id = cell(name, row) as string;
      if (id === "first") continue;
      const found = [cell(status, row), cell(value, row), cell(exposureYears, row), cell(missingReason, row)];
      const expected = reference(people[unit.values[row]!]!)[id as "any"];
      expect([unit.values[row], id, ...found]).toEqual([unit.values[row], id, ...expected]);
      seen.add(`${id} ${expected[0]} ${expected[3]}`);
    }
    // the data are awkward enough to reach every end
    expect(seen).toContain("any censored null");
    expect(seen).toContain("proven missing proof-not-over");
    expect(seen).toContain("any missing not-covered");
    expect(seen.size).toBeGreaterThanOrEqual(18);
  });

  it("baseline covariates are equal", async () => {
    const { baseline } = await result;
    people.forEach((person, row) => {
      const { prior, prior_da, days } = reference(person);
      const found = ["prior", "prior_da", "days"].map((name) => cell(baseline.columns[name]!, row));
      expect([person.id, ...found]).toEqual([person.id, prior, prior_da, days]);
    });
  });

  it("one thread and two write the same bytes", async () => {
    const [one, two] = [await run(1), await result];
    expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  });

  it("shuffled rows give the same result", async () => {
    const order = events.map((event) => ({ event, place: next(1e6) })).sort((a, b) => a.place - b.place);
    const shuffled = { ...tables, events: eventsOf(...order.map(({ event }) => event)) };
    const again = await withEngine((engine) => offendingOutcomes({ engine, plan, tables: shuffled, ...given }));
    expect(again).toEqual((await result).outcomes);
  });

  it("inputs are left as they were", async () => {
    const before = JSON.stringify({ tables, given, plan });
    await run(2);
    expect(JSON.stringify({ tables, given, plan })).toBe(before);
  });
});

const stanford = resolve(import.meta.dirname, "../../../../shared/data/stanford-heart-dates/jasa.csv");
const absent = existsSync(stanford) ? "" : " (skipped: no ../shared/data)";
describe.skipIf(absent !== "")(`the Stanford heart dates${absent}`, () => {
  it("give the 103 published day counts as times to an event (R package survival, jasa)", async () => {
    const [header, ...lines] = readFileSync(stanford, "utf8")
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    const rows = lines.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
    expect(rows).toHaveLength(103);
    expect(rows.map((row) => parseIsoDate(row["fu.date"]!)! - parseIsoDate(row["accept.dt"]!)!)).toEqual(
      rows.map((row) => Number(row.futime)),
    );
    // the same days through anchors, events and SQL; two people end on the day they were accepted, before any time at risk
    const { table } = await withEngine((engine) =>
      offendingOutcomes({
        engine,
        plan: planOf({ outcomes: [outcome({ kind: "time-to-event", window: "recorded-60m" })] }),
        tables: {
          events: eventsOf(
            ...rows.filter((row) => row.fustat === "1").map((row) => ({ person: row.rownames!, on: row["fu.date"]! })),
          ),
        },
        ...followed(
          ...rows.map((row) => ({
            id: row.rownames!,
            index: row["accept.dt"]!,
            observed: ["1960-01-01", row["fu.date"]!] as const,
          })),
        ),
      }),
    );
    rows.forEach((row, unit) => {
      const days = Number(row.futime);
      const expected = days === 0 ? null : days;
      const time = cell(table.columns.time, unit);
      expect([row.rownames, time]).toEqual([row.rownames, expected]);
      if (days > 0) expect(cell(table.columns.value, unit)).toBe(Number(row.fustat));
    });
  });
});
