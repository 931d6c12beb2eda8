import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropStored, type Engine, storeColumns, storeParquet, writeParquet } from "@likewise/engine";
import {
  type DeclaredWeights,
  eventBaseline,
  offendingOutcomes,
  readHarmWeights,
  sixMonthBlocks,
  stageBlocks,
  storePeople,
} from "@likewise/offending";
import {
  addMonths,
  booleanColumn,
  type Columns,
  categoryColumn,
  cell,
  columnsOf,
  dateColumn,
  integerColumn,
  rowsWhere,
  takeRows,
  textColumn,
} from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day, followed, outcome, type PersonRow, planOf, withEngine } from "./study.ts";

/** Small seeded generator for awkward test data: whole numbers from 0 to below `n`. */
function wholeNumbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

interface Event {
  readonly person: number | null;
  /** First and last day it may have been; null without a date. */
  readonly day: number | null;
  readonly latest: number;
  readonly code: string | null;
  readonly crime: boolean | null;
  readonly breach: boolean | null;
  readonly domestic: boolean | null;
  readonly role: string | null;
  readonly proven: number | null;
}

interface Person {
  readonly born: number;
  readonly index: number | null;
  readonly searched: boolean;
  readonly found: boolean;
  readonly from: number | null;
  readonly to: number | null;
}

const people = 20_000;
const next = wholeNumbers(19_990_229);
const pick = <Value>(...values: readonly Value[]): Value => values[next(values.length)]!;
const idOf = (person: number) => `p${String(person).padStart(5, "0")}`;

const indexDays = ["2020-02-29", "2021-02-28", "2021-08-31", "2020-12-31", "2022-01-30", "2020-06-30"].map(day);
const everyone: readonly Person[] = Array.from({ length: people }, (): Person => {
  const index = pick(...indexDays) + (next(4) === 0 ? next(300) : 0);
  const [from, to] = pick<readonly [number, number]>(
    [day("2016-01-01"), day("2025-06-30")],
    [day("2016-01-01"), day("2025-06-30")],
    [addMonths(index, -24) + next(3), addMonths(index, 24) - 1 + next(3)],
    [index - next(800), index + next(800)],
    [index + next(4), index + 900],
  );
  const known = next(12) > 0;
  // Born late for an offender: some events come before, which nobody observed.
  const born = next(40) === 0 ? index - next(200) : day("1980-01-01");
  const followedFrom = Math.max(from, born);
  return {
    born,
    index: next(60) === 0 ? null : index,
    searched: next(25) > 0,
    found: known,
    from: known ? followedFrom : null,
    to: known ? Math.max(to, followedFrom) : null,
  };
});

const edges = [-24, -18, -12, -6, 0, 6, 12, 18, 24];
const events: readonly Event[] = Array.from({ length: 120_000 }, (): Event => {
  const person = next(people);
  const index = everyone[person]!.index ?? indexDays[0]!;
  // a third lie on an edge of a window or the day beside it; many share their day with another of the same person
  const on = next(3) === 0 ? addMonths(index, pick(...edges)) - 1 + next(3) : index - 800 + 40 * next(40);
  const partial = next(10) === 0;
  return {
    person: next(200) === 0 ? null : person,
    day: next(300) === 0 ? null : on,
    latest: partial ? on + 30 : on,
    code: pick("8/06", "105/01", "10501", "28/03", null),
    crime: pick(true, true, true, true, false, null),
    breach: pick(false, false, false, true, null),
    domestic: pick(true, false, null),
    role: pick("suspect", "offender", "suspect", "victim", null),
    proven: next(2) === 0 ? on + next(500) : null,
  };
});

/** Days, two thirds of them halves: exact as doubles, however they are added. */
const weightOf = new Map([
  ["8/06", 20],
  ["105/01", 1.5],
  ["10501", 1.5],
  ["28/03", 182.5],
]);
const rows = [
  { code: "8/06", text: "a", weight: 20 },
  { code: "105/01", text: "b", weight: 1.5 },
  { code: "28/03", text: "c", weight: 182.5 },
];
const declared: readonly DeclaredWeights[] = [
  {
    weights: readHarmWeights({ id: "own", scheme: "own", edition: "1", unit: "days" }, rows).weights,
    // a fifth of the crimes have no code
    options: { mostUnweighed: 0.5 },
    severityClasses: null,
  },
];

function tableOf(list: readonly Event[]): Columns {
  const dates = list.map((event) => event.day);
  const known = Uint8Array.from(dates, (date) => Number(date !== null));
  return columnsOf({
    person: textColumn(list.map(({ person }) => (person === null ? "stranger" : idOf(person)))),
    event_date: dateColumn(
      Int32Array.from(dates, (date) => date ?? 0),
      known,
      Int32Array.from(list, ({ day: date, latest }) => (date === null ? 0 : latest)),
    ),
    proven_date: dateColumn(list.map(({ proven }) => proven)),
    code: categoryColumn(list.map(({ code }) => code)),
    crime: booleanColumn(list.map(({ crime }) => crime)),
    breach: booleanColumn(list.map(({ breach }) => breach)),
    domestic: booleanColumn(list.map(({ domestic }) => domestic)),
    role: categoryColumn(list.map(({ role }) => role)),
  });
}
const table = tableOf(events);

const { anchors } = followed(...everyone.map((_, person): PersonRow => ({ id: idOf(person), index: null })));
const given = {
  anchors: {
    ...anchors,
    table: columnsOf({ ...anchors.table.columns, date: dateColumn(everyone.map(({ index }) => index)) }),
  } as typeof anchors,
  observation: columnsOf({
    unit: integerColumn(Int32Array.from({ length: people }, (_, unit) => unit)),
    searched: booleanColumn(everyone.map(({ searched }) => searched)),
    found: booleanColumn(everyone.map(({ found }) => found)),
    from: dateColumn(everyone.map(({ from }) => from)),
    to: dateColumn(everyone.map(({ to }) => to)),
  }) as Parameters<typeof offendingOutcomes>[0]["observation"],
};
const blockIds = ["block-4", "block-3", "block-2", "block-1", "block+1", "block+2", "block+3", "block+4"];
const study = planOf({
  baseline: [
    { id: "prior", events: "all", measure: "count", window: "before-24m" },
    { id: "days", events: "domestic", measure: "days-since-last", window: "before-24m" },
    { id: "harm", events: "all", measure: "harm", window: "before-24m", weights: "own" },
  ],
  outcomes: [
    outcome({ id: "first", kind: "time-to-event" }),
    outcome({ id: "count", kind: "count" }),
    outcome({ id: "incidents", kind: "count", basis: "incident", window: "recorded-6m" }),
    outcome({ id: "proven", basis: "proven", definition: "proven", window: "moj-proven-6m" }),
  ],
});
const plan = { ...study, seed: 1, cohort: { ...study.cohort, blocks: { anchors: ["index"], before: 4, after: 4 } } };
const groups = [{ id: "everyone", units: Int32Array.from({ length: people }, (_, unit) => unit) }];
/** Resampling of everyone would take a minute, and the test is of counting. */
const fewPeople = 2000;
const few = [{ id: "few", units: Int32Array.from({ length: fewPeople }, (_, unit) => unit) }];

/** Everything that is counted from events, from files that stay where they are or from columns read whole. */
async function counted(engine: Engine, source: Pick<Parameters<typeof eventBaseline>[0], "storedEvents" | "tables">) {
  const common = { engine, plan: plan as typeof study, ...given, ...source };
  const withHarm = { ...common, weights: declared };
  return {
    baseline: await eventBaseline(withHarm),
    outcomes: await offendingOutcomes(common),
    six: await sixMonthBlocks({ ...common, groups, outcome: "count", windows: blockIds }),
    around: await stageBlocks({ ...withHarm, groups: few, replicates: 20 }),
  };
}

const folder = mkdtempSync(join(tmpdir(), "likewise-stored-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Events as Parquet files, in parts. */
async function filesOf(engine: Engine, name: string, columns: Columns, parts: number): Promise<string[]> {
  const files: string[] = [];
  for (let part = 0; part < parts; part++) {
    const path = join(folder, `${name} ${part}.parquet`);
    await writeParquet(
      engine,
      takeRows(
        columns,
        rowsWhere(columns, (row) => row % parts === part),
      ),
      path,
    );
    files.push(path);
  }
  return files;
}

const stored = (threads: number, columns: Columns, parts: number) =>
  withEngine(async (engine) => {
    const files = await filesOf(engine, `${threads} ${parts}`, columns, parts);
    const storedEvents = await storeParquet(engine, files);
    return counted(engine, {
      tables: {},
      storedEvents: threads > 1 ? storedEvents : { ...storedEvents, people: await storePeople(engine, given.anchors) },
    });
  }, threads);

let result: Awaited<ReturnType<typeof counted>>;
beforeAll(async () => {
  result = await stored(2, table, 3);
}, 300_000);

const ofPerson: Event[][] = everyone.map(() => []);
for (const event of events) if (event.person !== null) ofPerson[event.person]!.push(event);

/** Written from the definitions: one person, one event and one window at a time, with calendar functions alone. */
function reference(number: number) {
  const person = everyone[number]!;
  const { index, from, to } = person;
  const why = index === null ? "no-index-date" : !person.searched ? "not-searched" : !person.found ? "not-found" : null;
  const isCrime = (event: Event) => event.crime !== false && event.breach !== true;
  const inside = (after: number, upTo: number, counts: (event: Event) => boolean) => {
    const found: Event[] = [];
    for (const event of ofPerson[number]!) {
      if (event.day === null || event.role === "victim") continue;
      if (event.day < from! || event.day > to!) continue;
      if (event.day > after && event.day <= upTo && counts(event)) found.push(event);
    }
    return found;
  };
  const harm = (list: readonly Event[]) => {
    let total = 0;
    for (const event of list) total += event.code === null ? 0 : weightOf.get(event.code)!;
    return total;
  };
  const whole = (months: number, until: number) =>
    why === null && from! <= addMonths(index!, months) + 1 && to! >= addMonths(index!, until);
  const before = (counts: (event: Event) => boolean) => inside(addMonths(index!, -24), index!, counts);
  const after = (months: number, counts: (event: Event) => boolean, proof = 0) => {
    if (why !== null) return { why };
    const end = addMonths(index!, months);
    if (from! > index! + 1 || to! <= index!) return { why: "not-covered" };
    if (proof > 0 && to! < addMonths(index!, months + proof)) return { why: "proof-not-over" };
    const found = inside(index!, end, counts);
    let first: number | null = null;
    for (const { day: on } of found) if (first === null || on! - index! < first) first = on! - index!;
    return { why: null, found: found.length, first, last: Math.min(end, to!), end };
  };
  const crimes = after(12, isCrime);
  const incidents = after(6, () => true);
  const provenBy = index === null ? 0 : addMonths(index, 12);
  const proven = after(6, (event) => isCrime(event) && event.proven !== null && event.proven <= provenBy, 6);
  const row = (seen: ReturnType<typeof after>, value: (found: number) => number) =>
    seen.why !== null
      ? ["missing", null, null, seen.why]
      : [seen.last! < seen.end! ? "censored" : "observed", value(seen.found!), null, null];
  const time =
    crimes.why !== null
      ? ["missing", null, null, crimes.why]
      : crimes.first !== null
        ? ["observed", 1, crimes.first, null]
        : [crimes.last! < crimes.end! ? "censored" : "observed", 0, crimes.last! - index!, null];
  const looked = whole(-24, 0);
  let lastDay: number | null = null;
  if (looked) {
    for (const { day: on } of before((event) => isCrime(event) && event.domestic === true))
      if (lastDay === null || on! > lastDay) lastDay = on!;
  }
  return {
    prior: looked ? before(isCrime).length : null,
    days: looked ? (lastDay === null ? index! - addMonths(index!, -24) + 1 : index! - lastDay) : null,
    harm: looked ? harm(before(isCrime)) : null,
    first: time,
    count: row(crimes, (found) => found),
    incidents: row(incidents, (found) => found),
    proven: row(proven, (found) => Number(found > 0)),
    blocks: [-24, -18, -12, -6, 0, 6, 12, 18].map((months) => {
      if (!whole(months, months + 6)) return null;
      const found = inside(addMonths(index!, months), addMonths(index!, months + 6), isCrime);
      return { events: found.length, harm: harm(found) };
    }),
  };
}

describe("20,000 people and 120,000 events in Parquet files, against a reference that looks at one row at a time", () => {
  const expected = everyone.map((_, person) => reference(person));

  it("covariates before the index date are equal, harm too", () => {
    const { columns } = result.baseline;
    const found = expected.map((_, row) => [columns.prior!, columns.days!, columns.harm!].map((one) => cell(one, row)));
    expect(found).toEqual(expected.map(({ prior, days, harm }) => [prior, days, harm]));
    expect(expected.filter(({ prior }) => prior === null).length).toBeGreaterThan(1000);
    expect(expected.filter(({ prior }) => prior !== null && prior > 2).length).toBeGreaterThan(1000);
  });

  it("outcomes are equal: value, time, status and reason", () => {
    const { unit, outcome: id, status, value, time, missingReason } = result.outcomes.table.columns;
    const seen = new Set<string>();
    const wrong: unknown[] = [];
    for (let row = 0; row < result.outcomes.table.numRows; row++) {
      const name = cell(id, row) as "first" | "count" | "incidents" | "proven";
      const found = [cell(status, row), cell(value, row), cell(time, row), cell(missingReason, row)];
      const wanted = expected[unit.values[row]!]![name];
      if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push([unit.values[row], name, found, wanted]);
      seen.add(`${name} ${wanted[0]} ${wanted[3]}`);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    // the people are awkward enough to reach every end
    for (const end of ["first censored null", "proven missing proof-not-over", "count missing not-covered"]) {
      expect(seen).toContain(end);
    }
    expect(seen).toContain("count missing no-index-date");
  });

  it("eight six-month blocks have the same people, events and harm", () => {
    blockIds.forEach((id, place) => {
      const own = expected.flatMap(({ blocks }) => blocks[place] ?? []);
      const events = own.reduce((total, one) => total + one.events, 0);
      const withEvent = own.filter((one) => one.events > 0).length;
      const six = result.six.find(({ window }) => window === id)!;
      expect([id, six.atRisk, six.withEvent, six.events]).toEqual([id, own.length, withEvent, events]);
      const block = result.around!.blocks.find(({ window }) => window === id)!;
      const ownOfFew = expected.slice(0, fewPeople).flatMap(({ blocks }) => blocks[place] ?? []);
      const harm = ownOfFew.reduce((total, one) => total + one.harm, 0);
      const withHarm = ownOfFew.filter((one) => one.harm > 0).length;
      expect([id, block.observed, block.harm[0]!.total, block.harm[0]!.withHarm]).toEqual([
        id,
        ownOfFew.length,
        harm,
        withHarm,
      ]);
    });
  });

  it("columns read whole give the same, to the last digit", async () => {
    const whole = await withEngine((engine) => counted(engine, { tables: { events: table } }));
    expect(JSON.stringify(result.baseline.columns)).toBe(JSON.stringify(whole.baseline.columns));
    expect(JSON.stringify(result.outcomes)).toBe(JSON.stringify(whole.outcomes));
    expect(JSON.stringify(result.six)).toBe(JSON.stringify(whole.six));
    expect(result.around).toEqual(whole.around);
    expect(result.baseline.harmReports).toEqual(whole.baseline.harmReports);
  });

  it("one thread and two give the same bytes, in whatever files and order the rows lie, with people stored or not", async () => {
    const order = Int32Array.from(events.keys());
    for (let left = order.length; left > 1; left--) {
      const other = next(left);
      [order[left - 1], order[other]] = [order[other]!, order[left - 1]!];
    }
    const again = await stored(1, takeRows(table, order), 2);
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
  });

  it("a table loaded into the database gives the same as files", async () => {
    const again = await withEngine(async (engine) => {
      const storedEvents = await storeColumns(engine, table);
      const found = await offendingOutcomes({ engine, plan: study, tables: {}, ...given, storedEvents });
      await dropStored(engine, storedEvents);
      return found;
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(result.outcomes));
  });
});

describe("events that stay in the database", () => {
  it("are refused where a victim has to be compared with those the person was linked to", async () => {
    await withEngine(async (engine) => {
      const storedEvents = await storeColumns(engine, table);
      const same = planOf({ outcomes: [outcome({ events: "same-victim" })] });
      await expect(offendingOutcomes({ engine, plan: same, tables: {}, ...given, storedEvents })).rejects.toThrow(
        "same-victim",
      );
    });
  });
});
