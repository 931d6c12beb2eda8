import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type Engine,
  overlapDays,
  type RowsOfUnits,
  storeColumns,
  storeIds,
  type WindowRequest,
  windowAggregates,
  windowEdgeDays,
} from "@likewise/engine";
import {
  booleanColumn,
  type Columns,
  cell,
  columnsOf,
  dateColumn,
  datesOf,
  integerColumn,
  integersOf,
  isoDate,
  isPresent,
  parseIsoDate,
  textColumn,
  type WindowDefinition,
  windowDefinition,
  windowEdges,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { randomWholeNumbers, statementsOf, withEngine } from "./with-engine.ts";

const windowIds = [
  "recorded-12m",
  "recorded-1m",
  "moj-proven-12m",
  "moj-365-183",
  "before-24m",
  "before-1m",
  "block+1",
  "block+3",
  "block-1",
  "block-4",
];
const windows = windowIds.map((id) => ({ as: id, window: windowDefinition(id) }));

const day = (iso: string): number => parseIsoDate(iso)!;

describe("the table of date cases that TypeScript passes", () => {
  const cases = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../schema/oracles/calendar-cases.json", import.meta.url)), "utf8"),
  ) as {
    addMonths: { what: string; from: string; months: number; expected: string }[];
    edges: { what: string; window: string; anchor: string; after: string; upTo: string; provenBy: string | null }[];
    events: {
      what: string;
      window: string;
      anchor: string;
      event: string;
      proven: string | null;
      inside: boolean;
    }[];
  };

  it("is passed by SQL: months added, edges of windows, events inside and outside", async () => {
    expect(cases.addMonths.length + cases.edges.length + cases.events.length).toBeGreaterThanOrEqual(30);
    await withEngine(async (engine) => {
      for (const { what, from, months, expected } of cases.addMonths) {
        const window: WindowDefinition = {
          id: "x",
          side: "after",
          from: { months: 0 },
          to: { months },
          provenBy: null,
        };
        const edges = await windowEdgeDays(engine, { anchors: anchorOn(from), windows: [{ as: "w", window }] });
        expect([what, dateIn(edges, "w upTo")]).toEqual([what, expected]);
      }
      for (const { what, window, anchor, ...expected } of cases.edges) {
        const windows = [{ as: "w", window: windowDefinition(window) }];
        const edges = await windowEdgeDays(engine, { anchors: anchorOn(anchor), windows });
        const found = {
          after: dateIn(edges, "w after"),
          upTo: dateIn(edges, "w upTo"),
          provenBy: dateIn(edges, "w provenBy"),
        };
        expect([what, found]).toEqual([what, expected]);
      }
      for (const { what, window, anchor, event, proven, inside } of cases.events) {
        const provenDate = dateColumn([proven === null ? null : day(proven)]);
        const events = columnsOf({ unit: integerColumn([7]), date: dateColumn([day(event)]), provenDate });
        const requests: WindowRequest[] = [{ as: "n", window: windowDefinition(window), measure: "count" }];
        const counted = await windowAggregates(engine, { anchors: anchorOn(anchor), events, requests });
        expect([what, cell(counted.columns.n!, 0)]).toEqual([what, inside ? 1 : 0]);
      }
    });
  });

  const anchorOn = (iso: string) => columnsOf({ unit: integerColumn([7]), date: dateColumn([day(iso)]) });
  const dateIn = (edges: Columns, name: string): string | null =>
    Object.hasOwn(edges.columns, name) ? isoDate(cell(edges.columns[name]!, 0) as number) : null;
});

describe("edges of windows", () => {
  it("are the same days in SQL and in TypeScript, on every day of nine years and on ends of months", async () => {
    const days = Array.from({ length: 366 * 9 }, (_, index) => day("2019-01-01") + index);
    days.push(day("1999-12-31"), day("2000-02-29"), day("1900-02-28"), day("2100-02-28"), day("1969-12-31"));
    const anchors = columnsOf({ unit: integerColumn(days.map((_, index) => index)), date: dateColumn(days) });
    const edges = await withEngine((engine) => windowEdgeDays(engine, { anchors, windows }));
    for (const { as, window } of windows) {
      const expected = days.map((anchor) => windowEdges(window, anchor));
      expect(Array.from(datesOf(edges, `${as} after`).values)).toEqual(expected.map(({ after }) => after));
      expect(Array.from(datesOf(edges, `${as} upTo`).values)).toEqual(expected.map(({ upTo }) => upTo));
      if (window.provenBy === null) expect(edges.columns).not.toHaveProperty(`${as} provenBy`);
      else
        expect(Array.from(datesOf(edges, `${as} provenBy`).values)).toEqual(expected.map(({ provenBy }) => provenBy));
    }
  });

  it("are missing where the anchor's date is", async () => {
    const anchors = columnsOf({ unit: integerColumn([1, 0]), date: dateColumn([null, day("2024-01-31")]) });
    const edges = await withEngine((engine) => windowEdgeDays(engine, { anchors, windows: [windows[1]!] }));
    expect(cell(edges.columns["recorded-1m upTo"]!, 0)).toBe(day("2024-02-29"));
    expect(cell(edges.columns["recorded-1m upTo"]!, 1)).toBeNull();
  });
});

describe("events in windows", () => {
  // Threads of the database take blocks of 122,880 rows: with fewer, the second would have nothing to do.
  const many = randomHistory(12, 3000, 130_000);
  const manyReversed = reversed(many.events);

  it("are counted as a row-by-row reading counts them, on random data with edges, gaps and repeats", async () => {
    const { anchors, events } = randomHistory(11);
    const requests = randomRequests();
    const expected = countedRowByRow(anchors, events, requests);
    const counted = await withEngine((engine) => windowAggregates(engine, { anchors, events, requests }));
    expect(rowsOf(counted)).toEqual(expected);
  });

  it("give the same columns on 1 and 2 threads, whatever the order of the rows, stored or loaded", async () => {
    const { anchors, events } = many;
    const requests = randomRequests();
    const counted = (rows: Columns, threads: number) =>
      withEngine(
        async (engine) => windowAggregates(engine, { anchors, events: await stored(engine, rows, anchors), requests }),
        threads,
      );
    const one = await counted(events, 1);
    expect(await counted(events, 2)).toEqual(one);
    expect(await counted(manyReversed, 2)).toEqual(one);
    expect(await withEngine((engine) => windowAggregates(engine, { anchors, events, requests }))).toEqual(one);
  });

  it("are the same put together by person in the database, a few at a time, as tallied all at once", async () => {
    const { anchors, events } = many;
    const requests = randomRequests();
    const all = await withEngine((engine) => windowAggregates(engine, { anchors, events, requests }));
    // Every 20th: each few have other windows, with proof and without, other flags and other measures.
    const few = Array.from({ length: 20 }, (_, first) => requests.filter((_, at) => at % 20 === first));
    const asked = (rows: Columns, threads: number) =>
      withEngine(async (engine) => {
        const sql = statementsOf(engine);
        const own = await stored(engine, rows, anchors);
        const found: Columns["columns"] = {};
        for (const some of few) {
          Object.assign(found, (await windowAggregates(engine, { anchors, events: own, requests: some })).columns);
        }
        expect(sql.filter((text) => text.includes("GROUP BY"))).toHaveLength(few.length);
        return found;
      }, threads);
    const one = await asked(events, 1);
    for (const { as } of requests) expect([as, one[as]]).toEqual([as, all.columns[as]]);
    expect(await asked(manyReversed, 2)).toEqual(one);
  });

  it("on the first edge are outside, on the last inside, loaded or put together in the database", async () => {
    const anchors = columnsOf({ unit: integerColumn([4]), date: dateColumn([day("2024-02-29")]) });
    const dates = ["2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01"].map(day);
    const events = columnsOf({ unit: integerColumn([4, 4, 4, 4]), date: dateColumn(dates) });
    const window = windowDefinition("recorded-12m");
    const requests: WindowRequest[] = (["count", "any", "firstDay", "lastDay"] as const).map((measure) => ({
      as: measure,
      window,
      measure,
    }));
    await withEngine(async (engine) => {
      for (const given of [events, await stored(engine, events, anchors)]) {
        const counted = await windowAggregates(engine, { anchors, events: given, requests });
        expect(rowsOf(counted)).toEqual([{ unit: 4, count: 2, any: 1, firstDay: 1, lastDay: 365 }]);
      }
    });
  });

  it("of nobody leave every unit with 0 and no first day", async () => {
    const anchors = columnsOf({ unit: integerColumn([3, 1]), date: dateColumn([19000, null]) });
    const events = columnsOf({ unit: integerColumn([]), date: dateColumn([]) });
    const window = windowDefinition("before-12m");
    const requests: WindowRequest[] = [
      { as: "n", window, measure: "count" },
      { as: "first", window, measure: "firstDay" },
    ];
    await withEngine(async (engine) => {
      for (const given of [events, await stored(engine, events, anchors)]) {
        expect(rowsOf(await windowAggregates(engine, { anchors, events: given, requests }))).toEqual([
          { unit: 1, n: null, first: null },
          { unit: 3, n: 0, first: null },
        ]);
      }
    });
  });

  it("need one anchor per unit and names that differ", async () => {
    const twice = columnsOf({ unit: integerColumn([1, 1]), date: dateColumn([1, 2]) });
    const once = columnsOf({ unit: integerColumn([1]), date: dateColumn([1]) });
    const events = columnsOf({ unit: integerColumn([1]), date: dateColumn([2]) });
    const request: WindowRequest = { as: "n", window: windowDefinition("recorded-1m"), measure: "count" };
    await withEngine(async (engine) => {
      await expect(windowAggregates(engine, { anchors: twice, events, requests: [request] })).rejects.toThrow(
        "windowAggregates: a unit must have one anchor, got a second one in row 1",
      );
      await expect(windowAggregates(engine, { anchors: once, events, requests: [request, request] })).rejects.toThrow(
        RangeError,
      );
      await expect(
        windowAggregates(engine, { anchors: once, events, requests: [{ ...request, where: { domestic: true } }] }),
      ).rejects.toThrow(RangeError);
    });
  });
});

describe("days inside spells", () => {
  it("are counted once however spells overlap, as a day-by-day reading counts them", async () => {
    const random = randomWholeNumbers(21);
    const anchorDay = day("2023-08-31");
    const anchors = columnsOf({
      unit: integerColumn(Array.from({ length: 60 }, (_, unit) => unit)),
      date: dateColumn(Array.from({ length: 60 }, () => anchorDay + random(60))),
    });
    const spells = Array.from({ length: 240 }, () => {
      const from = anchorDay - 500 + random(1000);
      return { unit: random(58), from, to: random(9) === 0 ? null : from + random(90) };
    });
    // Touching, nested, equal and single-day spells of one unit.
    const edge = anchorDay + 30;
    spells.push(
      { unit: 58, from: edge, to: edge },
      { unit: 58, from: edge + 1, to: edge + 2 },
      { unit: 58, from: edge, to: edge },
    );
    const asAt = anchorDay + 400;
    const table = columnsOf({
      unit: integerColumn(spells.map(({ unit }) => unit)),
      from: dateColumn(spells.map(({ from }) => from)),
      to: dateColumn(spells.map(({ to }) => to)),
    });
    const covered = await withEngine((engine) => overlapDays(engine, { anchors, spells: table, windows, asAt }));
    for (let row = 0; row < anchors.numRows; row++) {
      const anchor = anchors.columns.date.values[row]!;
      for (const { as, window } of windows) {
        const { after, upTo } = windowEdges(window, anchor);
        let days = 0;
        for (let date = after + 1; date <= upTo; date++) {
          if (spells.some(({ unit, from, to }) => unit === row && from <= date && date <= (to ?? asAt))) days++;
        }
        expect([row, as, cell(covered.columns[as]!, row)]).toEqual([row, as, days]);
      }
    }
  });

  it("cannot run on without a day on which anything is known", async () => {
    const anchors = columnsOf({ unit: integerColumn([1]), date: dateColumn([19000]) });
    const open = columnsOf({ unit: integerColumn([1]), from: dateColumn([19001]), to: dateColumn([null]) });
    await withEngine(async (engine) => {
      await expect(overlapDays(engine, { anchors, spells: open, windows })).rejects.toThrow(
        "overlapDays: asAt must be given",
      );
      const backwards = columnsOf({ unit: integerColumn([1]), from: dateColumn([9]), to: dateColumn([8]) });
      await expect(overlapDays(engine, { anchors, spells: backwards, windows })).rejects.toThrow(RangeError);
    });
  });
});

function randomHistory(seed: number, units = 80, eventCount = 1500): { anchors: Columns; events: Columns } {
  const random = randomWholeNumbers(seed);
  const base = day("2021-12-31");
  const anchorDays = Array.from({ length: units }, (_, unit) => (unit % 13 === 0 ? null : base + random(120)));
  const edges = [0, 1, -1, 365, 366, 364, 181, 182, 184, -365, -366, -730, -731, 28, 31];
  const rows = Array.from({ length: eventCount }, () => {
    const unit = random(units + 10); // some belong to nobody
    const anchor = anchorDays[unit] ?? base;
    const date =
      random(20) === 0 ? null : anchor + (random(2) === 0 ? edges[random(edges.length)]! : random(1600) - 800);
    const flag = (): boolean | null => (random(6) === 0 ? null : random(2) === 0);
    return {
      unit,
      date,
      provenDate: random(3) === 0 ? null : (date ?? base) + random(400),
      domestic: flag(),
      crime: flag(),
    };
  });
  rows.push(...rows.slice(0, 50)); // equal rows are events of their own
  return {
    anchors: columnsOf({ unit: integerColumn(anchorDays.map((_, unit) => unit)), date: dateColumn(anchorDays) }),
    events: columnsOf({
      unit: integerColumn(rows.map(({ unit }) => unit)),
      date: dateColumn(rows.map(({ date }) => date)),
      provenDate: dateColumn(rows.map(({ provenDate }) => provenDate)),
      domestic: booleanColumn(rows.map(({ domestic }) => domestic)),
      crime: booleanColumn(rows.map(({ crime }) => crime)),
    }),
  };
}

/** The same events as a table of the database, which knows people by id; all days of everyone were observed. */
async function stored(engine: Engine, events: Columns, anchors: Columns): Promise<RowsOfUnits> {
  const idOf = (unit: number) => `p${unit}`;
  const units = Array.from(integersOf(anchors, "unit").values);
  const { unit: unitOfEvent, ...columns } = events.columns;
  const who = textColumn(Array.from(unitOfEvent!.values as Int32Array, idOf));
  const everyDay = (date: number) => dateColumn(units.map(() => date));
  const unit = integerColumn(units);
  return {
    rows: await storeColumns(engine, columnsOf({ ...columns, who })),
    units: columnsOf({ unit, from: everyDay(day("1990-01-01")), to: everyDay(day("2050-01-01")) }),
    ids: await storeIds(engine, columnsOf({ unit, id: textColumn(units.map(idOf)) })),
    id: "who",
    date: "date",
    leftOut: [],
    columns: Object.fromEntries(
      Object.keys(columns)
        .filter((name) => name !== "date")
        .map((name) => [name, { from: name }]),
    ),
  };
}

function randomRequests(): WindowRequest[] {
  const wheres: (Record<string, boolean> | undefined)[] = [
    undefined,
    { domestic: true },
    { domestic: true, crime: false },
  ];
  return windows.flatMap(({ as, window }) =>
    wheres.flatMap((where, index) =>
      (["count", "any", "firstDay", "lastDay"] as const).map((measure) => ({
        as: `${as} ${index} ${measure}`,
        window,
        measure,
        ...(where === undefined ? {} : { where }),
      })),
    ),
  );
}

/** The same counts by a plain loop over units and events. */
function countedRowByRow(
  anchors: Columns,
  events: Columns,
  requests: readonly WindowRequest[],
): Record<string, number | null>[] {
  const rows: Record<string, number | null>[] = [];
  for (let row = 0; row < anchors.numRows; row++) {
    const anchor = cell(anchors.columns.date!, row) as number | null;
    const unit = cell(anchors.columns.unit!, row) as number;
    const results: Record<string, number | null> = { unit };
    for (const request of requests) {
      results[request.as] =
        anchor === null ? null : measured(request, anchor, daysInWindow(request, unit, anchor, events));
    }
    rows.push(results);
  }
  return rows;
}

function daysInWindow({ window, where = {} }: WindowRequest, unit: number, anchor: number, events: Columns): number[] {
  const { after, upTo, provenBy } = windowEdges(window as WindowDefinition, anchor);
  const days: number[] = [];
  for (let row = 0; row < events.numRows; row++) {
    const at = (name: string) => cell(events.columns[name]!, row);
    if (at("unit") !== unit || !isPresent(events.columns.date!, row)) continue;
    const date = at("date") as number;
    if (date <= after || date > upTo) continue;
    if (provenBy !== null && (at("provenDate") === null || (at("provenDate") as number) > provenBy)) continue;
    if (Object.entries(where).every(([flag, value]) => at(flag) === value)) days.push(date - anchor);
  }
  return days;
}

function measured({ measure }: WindowRequest, _anchor: number, days: readonly number[]): number | null {
  if (measure === "count") return days.length;
  if (measure === "any") return days.length > 0 ? 1 : 0;
  if (days.length === 0) return null;
  return measure === "firstDay" ? Math.min(...days) : Math.max(...days);
}

function reversed(events: Columns): Columns {
  const rows = Array.from({ length: events.numRows }, (_, row) => events.numRows - 1 - row);
  const at = (name: string) => rows.map((row) => cell(events.columns[name]!, row));
  return columnsOf({
    unit: integerColumn(at("unit") as number[]),
    date: dateColumn(at("date") as (number | null)[]),
    provenDate: dateColumn(at("provenDate") as (number | null)[]),
    domestic: booleanColumn(at("domestic") as (boolean | null)[]),
    crime: booleanColumn(at("crime") as (boolean | null)[]),
  });
}

function rowsOf(columns: Columns): Record<string, number | null>[] {
  return Array.from({ length: columns.numRows }, (_, row) =>
    Object.fromEntries(
      Object.entries(columns.columns).map(([name, column]) => [name, cell(column, row) as number | null]),
    ),
  );
}
