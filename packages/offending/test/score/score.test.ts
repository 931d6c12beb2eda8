import {
  configurationHash,
  type PersonToScore,
  type ScoreConfiguration,
  type ScoredEvent,
  scoreChange,
  scoreChangeTable,
  scoreParts,
  scorePeople,
  scorePerson,
  scoreStability,
} from "@likewise/offending";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const asOf = 20_000;
const bands: ScoreConfiguration = {
  id: "bands",
  lookBackDays: 730,
  events: "all",
  basis: "incident",
  weights: { recency: 2, frequency: 1, gravity: 0.5, victims: 3 },
  recency: {
    bands: [
      { withinDays: 90, points: 10 },
      { withinDays: 365, points: 5 },
    ],
  },
  frequency: { cap: 3 },
  gravity: { summary: "sum", tableSha256: null },
  victims: {
    bands: [
      { from: 1, points: 1 },
      { from: 2, points: 4 },
    ],
  },
};
const halfLife: ScoreConfiguration = { ...bands, id: "half-life", recency: { halfLifeDays: 90, points: 10 } };
const greatest: ScoreConfiguration = { ...halfLife, id: "max", gravity: { summary: "max", tableSha256: null } };
const mean: ScoreConfiguration = { ...bands, id: "mean", gravity: { summary: "mean", tableSha256: null } };

const eventOf = (day: number, gravity: number | null = 1, victim: string | null = null): ScoredEvent => ({
  event: `e${day}-${gravity}-${victim}`,
  day,
  gravity,
  victim,
});
const observed = [0, 30_000] as const;
const person = (unit: number, ...events: readonly ScoredEvent[]): PersonToScore => ({ unit, events, observed });

const anyEvent = fc
  .record({
    day: fc.integer({ min: asOf - 900, max: asOf + 10 }),
    gravity: fc.option(fc.integer({ min: 0, max: 5475 }), { nil: null }),
    victim: fc.option(fc.constantFrom("v1", "v2", "v3"), { nil: null }),
  })
  .map(({ day, gravity, victim }) => eventOf(day, gravity, victim));
const anyEvents = fc.array(anyEvent, { maxLength: 12 });
const monotone = fc.constantFrom(bands, halfLife, greatest);

describe("a score of recency, frequency, gravity and victims", () => {
  it("is the sum of its parts by hand", () => {
    // last event 30 days ago: 10 × 2; three of four events by the cap: 3 × 1; gravity (1 + 2 + 4) × 0.5; two victims: 4 × 3
    const events = [
      eventOf(asOf - 30, 1, "v1"),
      eventOf(asOf - 100, 2, "v2"),
      eventOf(asOf - 300, null, "v2"),
      eventOf(asOf - 700, 4),
      eventOf(asOf - 730, 100, "v9"),
      eventOf(asOf + 1, 100, "v9"),
    ];
    const score = scorePerson(events, asOf, bands);
    expect(score.parts).toEqual({ recency: 20, frequency: 3, gravity: 3.5, victims: 12 });
    expect(score.total).toBe(38.5);
    expect(score.found).toEqual({ daysSinceLast: 30, events: 4, gravity: 7, ungraded: 1, victims: 2 });
    expect(score.reasons.map(({ day }) => asOf - day)).toEqual([30, 100, 300, 700]);
  });

  it("halves its recency with each half-life", () => {
    // 10 × 0.5^(90 / 90) × 2
    expect(scorePerson([eventOf(asOf - 90)], asOf, halfLife).parts.recency).toBe(10);
    expect(scorePerson([eventOf(asOf)], asOf, halfLife).parts.recency).toBe(20);
  });

  it("is 0 without events, which is not the same as not being observed", () => {
    const { people, notObserved } = scorePeople(
      [
        person(1),
        { unit: 2, events: [eventOf(asOf)], observed: null },
        { unit: 3, events: [], observed: [asOf - 728, asOf] },
        { unit: 4, events: [], observed: [asOf - 729, asOf] },
        { unit: 5, events: [], observed: [0, asOf - 1] },
      ],
      { asOf, configuration: bands },
    );
    expect(people.map(({ unit, total }) => [unit, total])).toEqual([
      [1, 0],
      [4, 0],
    ]);
    expect(notObserved).toEqual([2, 3, 5]);
  });

  it("practice-C3: an event added never lowers the score on that day", () => {
    fc.assert(
      fc.property(anyEvents, anyEvent, monotone, (events, added, configuration) => {
        const before = scorePerson(events, asOf, configuration).total;
        expect(scorePerson([...events, added], asOf, configuration).total).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("practice-C3: a later day without an event never raises it", () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 1000 }), monotone, (events, days, configuration) => {
        const known = events.filter(({ day }) => day <= asOf);
        const before = scorePerson(known, asOf, configuration).total;
        expect(scorePerson(known, asOf + days, configuration).total).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("practice-C3: equal inputs have equal ranks, and ties share theirs", () => {
    fc.assert(
      fc.property(fc.array(anyEvents, { minLength: 1, maxLength: 6 }), monotone, (histories, configuration) => {
        const twice = [...histories, ...histories].map((events, unit) => person(unit, ...events));
        const { people } = scorePeople(twice, { asOf, configuration });
        for (let unit = 0; unit < histories.length; unit++) {
          const [one, other] = [people[unit]!, people[unit + histories.length]!];
          expect([one.rank, one.percentile, one.total]).toEqual([other.rank, other.percentile, other.total]);
        }
        for (const one of people) {
          expect(one.rank).toBe(1 + people.filter(({ total }) => total > one.total).length);
        }
      }),
    );
    // by hand: totals 3, 2, 2, 0 of four; the two in the middle share rank 2, and 1.5 of 3 others lie lower
    const histories = [[3], [2], [2], []].map((gravities, unit) =>
      person(unit, ...gravities.map((g) => eventOf(asOf, g))),
    );
    const flat = { ...bands, weights: { recency: 0, frequency: 0, gravity: 1, victims: 0 } };
    const { people } = scorePeople(histories, { asOf, configuration: flat });
    expect(people.map(({ rank, percentile }) => [rank, percentile])).toEqual([
      [1, 100],
      [2, 50],
      [2, 50],
      [4, 0],
    ]);
  });

  it("practice-C3: the parts add up to the total, and the order of events changes no bit", () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom(bands, halfLife, greatest, mean), (events, configuration) => {
        const score = scorePerson(events, asOf, configuration);
        expect(scoreParts.reduce((total, part) => total + score.parts[part], 0)).toBe(score.total);
        expect(scorePerson([...events].reverse(), asOf, configuration).parts).toEqual(score.parts);
      }),
    );
  });

  it("practice-C3: an event exactly as old as the look-back is outside, one on the as-of day inside", () => {
    const counted = [730, 729, 0, -1].map((age) => scorePerson([eventOf(asOf - age)], asOf, bands).found.events);
    expect(counted).toEqual([0, 1, 1, 0]);
    expect(scorePeople([], { asOf, configuration: bands }).lookBack).toEqual([asOf - 729, asOf]);
  });

  it("practice-C3: another victim changes the victims part only", () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        monotone,
        (events, pick, configuration) => {
          const at = pick % events.length;
          const changed = events.map((event, i) => (i === at ? { ...event, victim: "v99" } : event));
          const { victims: _before, ...before } = scorePerson(events, asOf, configuration).parts;
          const { victims: _after, ...after } = scorePerson(changed, asOf, configuration).parts;
          expect(after).toEqual(before);
        },
      ),
    );
  });

  it("says that a mean gravity breaks the first rule, which it does", () => {
    const grave = [eventOf(asOf, 100), eventOf(asOf, 100), eventOf(asOf, 100)];
    const added = [...grave, eventOf(asOf, 0)];
    expect(scorePerson(added, asOf, mean).total).toBeLessThan(scorePerson(grave, asOf, mean).total);
    expect(scorePeople([], { asOf, configuration: mean }).notes.join()).toContain("a less grave event lowers it");
    expect(scorePeople([], { asOf, configuration: bands }).notes.join()).not.toContain("less grave");
  });

  it("carries the hash of its configuration, whatever the order of keys", () => {
    const reordered = Object.fromEntries(Object.entries(bands).reverse()) as unknown as ScoreConfiguration;
    expect(configurationHash(reordered)).toBe(configurationHash(bands));
    expect(configurationHash(halfLife)).not.toBe(configurationHash(bands));
    expect(scorePeople([], { asOf, configuration: bands }).configurationSha256).toBe(configurationHash(bands));
  });

  it.each<[string, Partial<ScoreConfiguration>, string]>([
    ["a look-back of no days", { lookBackDays: 0 }, "lookBackDays must be a whole number of 1 or more (days), got 0"],
    [
      "a negative weight",
      { weights: { ...bands.weights, victims: -1 } },
      "weight of victims must be 0 or more, got -1",
    ],
    ["a half-life of 0", { recency: { halfLifeDays: 0, points: 1 } }, "halfLifeDays must be more than 0"],
    [
      "recency that grows with age",
      {
        recency: {
          bands: [
            { withinDays: 1, points: 1 },
            { withinDays: 2, points: 2 },
          ],
        },
      },
      "points of recency must not rise with days, got 2",
    ],
    [
      "frequency that falls with events",
      {
        frequency: {
          bands: [
            { from: 1, points: 2 },
            { from: 2, points: 1 },
          ],
        },
      },
      "points of frequency must not fall with more of them, got 1",
    ],
    ["a cap of 0", { victims: { cap: 0 } }, "cap of victims must be 1 or more, got 0"],
  ])("cannot be made with %s", (_, parts, message) => {
    expect(() => scorePeople([], { asOf, configuration: { ...bands, ...parts } })).toThrow(message);
  });

  it("is about each person once", () => {
    expect(() => scorePeople([person(1), person(1)], { asOf, configuration: bands })).toThrow(
      "units must differ, got 1 twice",
    );
  });
});

describe("a change of score", () => {
  const from = asOf;
  const to = asOf + 365;
  const twice = (one: PersonToScore) => ({ ...one, from, to });

  it("practice-C4: without new events the real change is 0 once decay is removed", () => {
    fc.assert(
      fc.property(
        fc.array(anyEvents, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(bands, halfLife, greatest, mean),
        (histories, configuration) => {
          const people = histories.map((events, unit) =>
            twice(person(unit, ...events.filter(({ day }) => day <= from))),
          );
          const { selected } = scoreChange({ selected: people, configuration });
          expect(selected!.decay.removed).toBe(0);
          expect(selected!.decay.change).toBe(selected!.change);
          expect(selected!.withoutNewEvent).toBe(people.length);
        },
      ),
    );
  });

  it("never falls by more than decay where gravity is a sum or maximum", () => {
    fc.assert(
      fc.property(
        anyEvents,
        fc.array(fc.integer({ min: from + 1, max: to }), { maxLength: 4 }),
        monotone,
        (events, days, configuration) => {
          const all = [...events.filter(({ day }) => day <= from), ...days.map((day) => eventOf(day, 3, "v2"))];
          const { selected } = scoreChange({ selected: [twice(person(0, ...all))], configuration });
          expect(selected!.decay.removed).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("stands beside decay, people not selected and fixed windows, by hand", () => {
    // weights 2, 1, 0.5, 3; sum of gravity. A: one event 10 days before, one 300 days after. B: one 10 days before alone
    const a = person(0, eventOf(from - 10, 4, "v1"), eventOf(from + 300, 2, "v1"));
    const b = person(1, eventOf(from - 10, 4, "v1"));
    const result = scoreChange({ selected: [twice(a)], notSelected: [twice(b)], configuration: bands });
    // before: 20 + 1 + 2 + 3. A after, last event 65 days old: 20 + 2 + 3 + 3. By decay, 375 days old: 0 + 1 + 2 + 3
    expect(result.selected).toMatchObject({ people: 1, before: 26, after: 28, change: 2 });
    expect(result.selected!.decay).toEqual({ after: 6, change: -20, relativeChange: 6 / 26 - 1, removed: 22 });
    // 365 days each side without recency: 1 + 2 + 3 and 1 + 1 + 3
    expect(result.selected!.fixedWindow).toEqual({ before: 6, after: 5, change: -1, relativeChange: 5 / 6 - 1 });
    expect(result.notSelected).toMatchObject({
      before: 26,
      after: 6,
      change: -20,
      fixedWindow: { before: 6, after: 0 },
    });
    expect(result.difference).toBeNull();
    expect(result.people[0]).toMatchObject({ newEvents: 1, byDecay: 6 });
  });

  it("compares people selected with others by Welch's interval", () => {
    const selected = [[5], [20], []].map((ages, unit) =>
      twice(person(unit, ...ages.map((age) => eventOf(from - age)))),
    );
    const notSelected = [[5], [400]].map((ages, unit) =>
      twice(person(unit, ...ages.map((age) => eventOf(from - age)))),
    );
    const { difference } = scoreChange({ selected, notSelected, configuration: bands });
    // a lone event of gravity 1 is worth 20 + 1 + 0.5 before and 1.5 after, one 400 days old 1.5 and 0: changes −20, −20, 0 and −20, −1.5
    expect(difference!.change.difference).toBeCloseTo(-40 / 3 + 21.5 / 2, 12);
    expect(difference!.change.lower).toBeLessThan(difference!.change.difference);
  });

  it("is of people observed over both look-backs", () => {
    const unseen = { ...person(1), observed: [from - 729, to - 1] as const };
    const seen = { ...person(2), observed: [from - 729, to] as const };
    const result = scoreChange({ selected: [twice(unseen), twice(seen)], configuration: bands });
    expect(result.selected).toMatchObject({ people: 1, notObserved: 1, before: 0, relativeChange: null });
    expect(scoreChange({ selected: [twice(unseen)], configuration: bands }).selected).toBeNull();
    expect(() => scoreChange({ selected: [{ ...person(0), from, to: from }], configuration: bands })).toThrow(
      "to must be after from (days)",
    );
  });

  it("is published as counts of people, which add up", () => {
    const people = [
      person(0, eventOf(from - 10)),
      person(1),
      person(2, eventOf(from - 10), eventOf(from + 1)),
      person(3, eventOf(to)),
    ].map(twice);
    const table = scoreChangeTable(scoreChange({ selected: people, configuration: bands }), "change");
    expect(table.cells.map(({ numerator }) => numerator)).toEqual([1, 1, 1, 1, 4]);
    expect(table.title).toContain(configurationHash(bands).slice(0, 12));
  });
});

describe("the stability of a ranking", () => {
  it("practice-C3: from week to week is rank correlation, who stays at the top, and who moved without a new event", () => {
    const flat = { ...bands, weights: { recency: 1, frequency: 0, gravity: 0, victims: 0 } };
    const people = [
      person(0, eventOf(asOf - 89)), // 10 points, then 5
      person(1, eventOf(asOf - 200)), // 5, then 5
      person(2, eventOf(asOf + 3)), // 0, then 10
      person(3), // 0, then 0
    ];
    const scores = [asOf, asOf + 7].map((day) => scorePeople(people, { asOf: day, configuration: flat }));
    // ranks 1, 2, 3, 3 and 2, 2, 1, 4; mid-ranks rising 4, 3, 1.5, 1.5 and 2.5, 2.5, 4, 1 about 2.5:
    // products 1.5·0 + 0.5·0 − 1·1.5 + 1·1.5 = 0
    const expected = { people: 4, rankCorrelation: 0, inTop: 2, keptInTop: 2, movedWithoutNewEvent: 2 };
    expect(scoreStability(scores, { top: 2 })).toEqual([{ from: asOf, to: asOf + 7, top: 2, ...expected }]);
  });

  it("has no correlation where nobody differs, and is of one configuration on rising days", () => {
    const same = [asOf, asOf + 7].map((day) =>
      scorePeople([person(0), person(1)], { asOf: day, configuration: bands }),
    );
    expect(scoreStability(same, { top: 1 })[0]!.rankCorrelation).toBeNull();
    expect(() => scoreStability([...same].reverse(), { top: 1 })).toThrow("as-of days must rise");
    const other = scorePeople([], { asOf: asOf + 9, configuration: halfLife });
    expect(() => scoreStability([same[0]!, other], { top: 1 })).toThrow("must be of one configuration");
  });
});
