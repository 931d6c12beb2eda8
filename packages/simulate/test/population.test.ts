import { type Columns, categoriesOf, cell, datesOf, textsOf } from "@likewise/schema";
import { inventedWeights, simulatePopulation } from "@likewise/simulate";
import { describe, expect, it } from "vitest";

const options = { seed: 7, people: 2000, events: 40_000, rowsPerPart: 15_000 };
const population = simulatePopulation(options);
const parts: Columns[] = [...population.events()];
const people: Columns[] = [...population.people()];

describe("a simulated population", () => {
  it("is the same for the same seed, each time it is asked for, and another for another", () => {
    expect([...population.events()]).toEqual(parts);
    expect([...simulatePopulation(options).people()]).toEqual(people);
    expect([...simulatePopulation({ ...options, seed: 8 }).events()]).not.toEqual(parts);
    expect(population.synthetic).toBe(true);
  });

  it("has every event and every person once, in parts", () => {
    expect(parts.map(({ numRows }) => numRows)).toEqual([15_000, 15_000, 10_000]);
    const ids = people.flatMap((part) => textsOf(part, "person").values);
    expect(ids.length).toBe(2000);
    expect(new Set(ids).size).toBe(2000);
    expect(ids.every((id) => /^SYN\d{4}$/.test(id))).toBe(true);
    const known = new Set(ids);
    expect(parts.every((part) => textsOf(part, "person").values.every((id) => known.has(id)))).toBe(true);
  });

  it("has rows in order of day, within the record, with two years recorded either side of every index date", () => {
    const days = parts.flatMap((part) => Array.from(datesOf(part, "event_date").values));
    expect(days.every((day, row) => row === 0 || day >= days[row - 1]!)).toBe(true);
    const [first, last] = population.record;
    expect([days[0], days.at(-1)]).toEqual([first, last]);
    for (const part of people) {
      for (const index of datesOf(part, "index_date").values) {
        expect(index - first).toBeGreaterThanOrEqual(731);
        expect(last - index).toBeGreaterThanOrEqual(730);
      }
    }
  });

  it("has gamma–Poisson counts: mean m, variance m + m²/k", () => {
    const counts = new Map<string, number>();
    for (const part of parts) {
      for (const id of textsOf(part, "person").values) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const each = Array.from({ length: 2000 }, (_, i) => counts.get(`SYN${String(i + 1).padStart(4, "0")}`) ?? 0);
    const mean = 20;
    const variance = each.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 2000;
    // by hand: 20 + 400 / 0.8 = 520; the sample variance of 2,000 such counts has a standard error of about 8 %
    expect(variance).toBeGreaterThan(520 * 0.7);
    expect(variance).toBeLessThan(520 * 1.3);
  });

  it("has a code for crimes alone, a weight for every code, and proof after the event", () => {
    const weights = new Set(inventedWeights.map(({ code }) => code));
    for (const part of parts) {
      expect(categoriesOf(part, "code").levels.every((code) => weights.has(code))).toBe(true);
      const { code, crime, breach, event_date, proven_date } = part.columns;
      for (let row = 0; row < part.numRows; row++) {
        if ((cell(code!, row) !== null) !== cell(crime!, row)) throw new Error(`row ${row}: code and crime differ`);
        if (cell(breach!, row) === true && cell(crime!, row) === true) throw new Error(`row ${row}: breach and crime`);
        const proven = cell(proven_date!, row) as number | null;
        if (proven !== null && proven < (cell(event_date!, row) as number) + 30) throw new Error(`row ${row}: proof`);
      }
    }
  });

  it("may have no events, and refuses numbers that are none", () => {
    expect([...simulatePopulation({ seed: 1, people: 3, events: 0 }).events()]).toEqual([]);
    expect(() => simulatePopulation({ seed: 1, people: 0, events: 0 })).toThrow("people must be a whole number from 1");
    expect(() => simulatePopulation({ seed: 1, people: 1, events: 0.5 })).toThrow("events must be a whole number");
  });
});
