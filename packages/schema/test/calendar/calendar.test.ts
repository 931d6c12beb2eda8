import { readFileSync } from "node:fs";
import {
  addMonths,
  calendarDate,
  dayNumber,
  daysInMonth,
  insideWindow,
  isoDate,
  parseIsoDate,
  windowDefinition,
  windowEdges,
  windowForms,
} from "@likewise/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const cases = JSON.parse(readFileSync(new URL("../../oracles/calendar-cases.json", import.meta.url), "utf8"));
const dayOf = (iso: string) => parseIsoDate(iso)!;
const isoOrNull = (day: number | null) => (day === null ? null : isoDate(day));
const days = fc.integer({ min: -200_000, max: 200_000 });

describe("days", () => {
  it("turn to calendar dates and back, against the platform's own calendar", () => {
    for (let day = -200_000; day <= 200_000; day += 1) {
      const platform = new Date(day * 86_400_000);
      const date = calendarDate(day);
      const same =
        date.year === platform.getUTCFullYear() &&
        date.month === platform.getUTCMonth() + 1 &&
        date.day === platform.getUTCDate() &&
        dayNumber(date) === day;
      if (!same) expect.fail(`day ${day} is ${platform.toISOString()}, got ${JSON.stringify(date)}`);
    }
  });

  it("are written and read as ISO dates", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseIsoDate(isoDate(day))).toBe(day);
      }),
    );
    expect(isoDate(0)).toBe("1970-01-01");
    expect(isoDate(dayNumber({ year: 987, month: 6, day: 5 }))).toBe("0987-06-05");
  });

  it("that do not exist are not read, and refused as dates", () => {
    for (const text of [
      "2023-02-29",
      "2100-02-29",
      "2023-04-31",
      "2023-13-01",
      "2023-00-01",
      "2023-01-00",
      "14/03/2023",
      "2023-3-4",
      " 2023-03-04",
      "",
    ]) {
      expect(parseIsoDate(text)).toBeNull();
    }
    expect(() => dayNumber({ year: 2023, month: 2, day: 31 })).toThrow("dayNumber: date must exist, got 2023-2-31");
    expect(() => dayNumber({ year: 2023, month: 2.5, day: 1 })).toThrow(RangeError);
    expect(() => calendarDate(0.5)).toThrow(RangeError);
    expect(() => daysInMonth(2023, 13)).toThrow(RangeError);
  });
});

describe("adding months", () => {
  it.each(cases.addMonths as { what: string; from: string; months: number; expected: string }[])(
    "$from and $months months: $what",
    ({ from, months, expected }) => expect(isoDate(addMonths(dayOf(from), months))).toBe(expected),
  );

  it("lands in the month so many away, on the same day or the last", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const from = calendarDate(day);
        const to = calendarDate(addMonths(day, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)));
      }),
    );
  });

  it("keeps the order of anchors", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -48, max: 48 }), (day, months) => {
        expect(addMonths(day + 1, months)).toBeGreaterThanOrEqual(addMonths(day, months));
      }),
    );
  });

  it("refuses part of a month", () => {
    expect(() => addMonths(0, 0.5)).toThrow("addMonths: months must be whole, got 0.5");
  });
});

describe("windows", () => {
  it.each(
    cases.edges as {
      what: string;
      window: string;
      anchor: string;
      after: string;
      upTo: string;
      provenBy: string | null;
    }[],
  )("$window of $anchor: $what", ({ window, anchor, after, upTo, provenBy }) => {
    const edges = windowEdges(windowDefinition(window), dayOf(anchor));
    expect([isoDate(edges.after), isoDate(edges.upTo), isoOrNull(edges.provenBy)]).toEqual([after, upTo, provenBy]);
  });

  it.each(
    cases.events as {
      what: string;
      window: string;
      anchor: string;
      event: string;
      proven: string | null;
      inside: boolean;
    }[],
  )("$window of $anchor, event $event proven $proven: $what", ({ window, anchor, event, proven, inside }) => {
    const edges = windowEdges(windowDefinition(window), dayOf(anchor));
    expect(insideWindow(edges, dayOf(event), proven === null ? null : dayOf(proven))).toBe(inside);
  });

  it("of blocks share their edges, so that every day is in one block", () => {
    const order = [-4, -3, -2, -1, 1, 2, 3, 4];
    const id = (block: number) => (block > 0 ? `block+${block}` : `block${block}`);
    fc.assert(
      fc.property(days, (anchor) => {
        const edges = order.map((block) => windowEdges(windowDefinition(id(block)), anchor));
        for (let i = 1; i < edges.length; i++) expect(edges[i]!.after).toBe(edges[i - 1]!.upTo);
        expect(edges[3]!.upTo).toBe(anchor);
      }),
    );
  });

  it("of blocks are computed from the anchor: two blocks end where twelve months end, chained or not", () => {
    fc.assert(
      fc.property(days, (anchor) => {
        expect(windowEdges(windowDefinition("block+2"), anchor).upTo).toBe(
          windowEdges(windowDefinition("recorded-12m"), anchor).upTo,
        );
        expect(windowEdges(windowDefinition("block-2"), anchor).after).toBe(
          windowEdges(windowDefinition("before-12m"), anchor).after,
        );
      }),
    );
    const anchor = dayOf("2023-08-31");
    expect(addMonths(addMonths(anchor, 6), 6)).not.toBe(windowEdges(windowDefinition("block+2"), anchor).upTo);
  });

  it("have one id a definition: no leading zeros, no size of 0, no other form", () => {
    for (const id of [
      "recorded-0m",
      "recorded-012m",
      "recorded-12",
      "Recorded-12m",
      "moj-365",
      "moj-365-0",
      "block+0",
      "block-0",
      "block1",
      "recorded-12m ",
      "recorded-99999m",
      "",
    ]) {
      expect(() => windowDefinition(id)).toThrow(RangeError);
    }
    expect(windowForms).toHaveLength(6);
  });

  it("have offsets that survive JSON", () => {
    for (const id of ["recorded-12m", "moj-proven-12m", "moj-365-183", "before-24m", "block+1", "block-1"]) {
      const window = windowDefinition(id);
      expect(JSON.parse(JSON.stringify(window))).toStrictEqual(window);
    }
  });
});
