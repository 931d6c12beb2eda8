import { addMonths, type CellValue } from "@likewise/schema";
import { type ProgrammeParameters, type SimulatedProgramme, simulateProgramme } from "@likewise/simulate";
import { type RandomStream, randomStream } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { domesticCrimes, mean, type Recorded, realised, recordedPeople } from "./recorded.ts";
import { groupBy, rowsOf } from "./rows-of.ts";

const outcomes = Object.keys(realised);
const tables = ["people", "selections", "searches", "events", "orders"] as const;

describe("the declared truth", () => {
  const programme = simulateProgramme({ seed: 11, tables });
  const people = recordedPeople(programme);

  it("is nothing at all when the programme does nothing", () => {
    const idle = simulateProgramme({ seed: 11, effect: { domesticRateRatio: 1 }, tables });
    const everyone = recordedPeople(idle).map((person) => person.id);
    for (const outcome of outcomes) expect(idle.truth(everyone, outcome)).toBeCloseTo(0, 14);
  });

  it("is lower for a stronger effect, and above nothing for harm", () => {
    const effects = [0.3, 0.6, 1, 1.5].map((domesticRateRatio) => {
      const one = simulateProgramme({ seed: 11, effect: { domesticRateRatio }, tables: [] });
      return one.truth([people[0]!.id], "da-recorded-12m");
    });
    expect(effects.toSorted((a, b) => a - b)).toEqual(effects);
    expect(effects[3]).toBeGreaterThan(0);
  });

  it("of a group is the mean of the truths of its members", () => {
    const some = people.slice(0, 5).map((person) => person.id);
    const alone = some.map((id) => programme.truth([id], "da-count-12m"));
    expect(programme.truth(some, "da-count-12m")).toBeCloseTo(mean(alone), 14);
  });

  it("reads the record, not the future: what happens after the decision does not move it", () => {
    const other = simulateProgramme({ seed: 11, effect: { otherRateRatio: 0.2 }, tables });
    const changed = recordedPeople(other);
    const later = (group: readonly Recorded[]) => mean(group.map(realised["any-recorded-12m"]!));
    expect(later(changed)).not.toBe(later(people));
    const some = people.slice(0, 50).map((person) => person.id);
    expect(other.truth(some, "da-recorded-12m")).toBe(programme.truth(some, "da-recorded-12m"));
  });

  it("agrees with brute force: futures drawn at random for people with just this record", () => {
    const spells = groupBy(
      rowsOf(programme.tables.orders!).filter((row) => row.kind !== "protective-order"),
      (row) => row.person,
    );
    const libertyYears = (person: Recorded) => yearsAtLiberty(person, spells.get(person.id) ?? []);
    const quiet = people.find((person) => priorEvents(person) === 1)!;
    const busy = people.find((person) => priorEvents(person) === 8)!;
    const detained = people.find((person) => libertyYears(person) < 1.8)!;
    const woman = people.find((person) => person.person.sex === "female" && priorEvents(person) === 4)!;
    const stream = randomStream("futures");
    for (const person of [quiet, busy, detained, woman]) {
      for (const offered of [true, false]) {
        const drawn = drawFutures(person, libertyYears(person), offered, programme, stream);
        for (const outcome of outcomes) {
          const { estimate, standardError } = drawn[outcome]!;
          const exact = programme.expected([person.id], outcome, offered);
          expect(standardError).toBeLessThan(0.02);
          expect(Math.abs(estimate - exact), `${person.id} ${outcome} ${offered}`).toBeLessThan(4 * standardError);
        }
      }
    }
  });
});

describe("selection", () => {
  const groups = [1, 2, 3, 4, 5].flatMap((seed) => {
    const programme = simulateProgramme({ seed, tables });
    return recordedPeople(programme).map((person) => ({ programme, person }));
  });

  it("is ignorable given the record: in each arm, by judgement, what happened is what the record led to expect", () => {
    for (const [name, members] of groupBy(groups, ({ person }) => `${person.selected} ${person.judgement}`)) {
      for (const outcome of outcomes) {
        const excess = members.map(({ programme, person }) => {
          return realised[outcome]!(person) - programme.expected([person.id], outcome, person.selected);
        });
        const standardError = Math.sqrt(mean(excess.map((value) => value ** 2)) / excess.length);
        expect(Math.abs(mean(excess)), `${name} ${outcome}`).toBeLessThan(4 * standardError);
      }
    }
  });

  it("takes people with high counts, of whom fewer offend again whatever the programme does", () => {
    const idle = simulateProgramme({ seed: 5, effect: { domesticRateRatio: 1 }, tables });
    const selected = recordedPeople(idle).filter((person) => person.selected);
    const share = (from: number, to: number) => mean(selected.map((p) => Number(domesticCrimes(p, from, to) > 0)));
    expect(share(-12, 0)).toBeGreaterThan(0.9);
    expect(share(0, 12)).toBeLessThan(0.62);
    const ids = selected.map((person) => person.id);
    expect(Math.abs(share(0, 12) - idle.expected(ids, "da-recorded-12m", false))).toBeLessThan(4 * 0.02);
  });
});

function priorEvents(person: Recorded): number {
  return person.events.filter((event) => event.event_date <= person.index).length;
}

function yearsAtLiberty(person: Recorded, spells: readonly Readonly<Record<string, CellValue>>[]): number {
  let days = 0;
  for (let day = addMonths(person.index, -24) + 1; day <= person.index; day++) {
    if (!spells.some((spell) => (spell.from as number) <= day && day <= (spell.to as number))) days++;
  }
  return days / 365.25;
}

/**
 * Futures of one person, day by day, from the parameters and the record alone. A frailty is drawn from its distribution
 * before anything was recorded and weighted by how likely it made the number of events recorded.
 */
function drawFutures(
  person: Recorded,
  libertyYears: number,
  offered: boolean,
  { parameters }: SimulatedProgramme,
  stream: RandomStream,
): Record<string, { estimate: number; standardError: number }> {
  const domestic = rate(person, parameters.domesticRate);
  const other = rate(person, parameters.otherRate);
  const recorded = priorEvents(person);
  const expectedEvents = (domestic + other) * libertyYears;
  const window = addMonths(person.index, 12) - person.index;
  const provenBy = addMonths(person.index, 18) - person.index;
  const draws = Array.from({ length: 30_000 }, () => {
    const frailty = stream.gamma(parameters.frailtyShape, 1 / parameters.frailtyShape);
    const weight = Math.exp(recorded * Math.log(frailty * expectedEvents) - frailty * expectedEvents);
    const custody = drawCustody(person, parameters, stream);
    const start = offered ? drawStart(person, parameters, stream) : Number.POSITIVE_INFINITY;
    const values = { "da-recorded-12m": 0, "da-count-12m": 0, "da-proven-12m": 0, "any-recorded-12m": 0 };
    const happen = (yearly: number, act: (day: number) => void): void => {
      const count = stream.poisson((frailty * yearly * window) / 365.25);
      for (let i = 0; i < count; i++) {
        const day = stream.integer(1, window);
        if (day < custody.from || day > custody.to) act(day);
      }
    };
    happen(domestic * parameters.domesticCrimeShare, (day) => {
      if (day >= start && !stream.bernoulli(parameters.effect.domesticRateRatio)) return;
      values["da-recorded-12m"] = values["any-recorded-12m"] = 1;
      values["da-count-12m"]++;
      const { values: lags, probabilities } = parameters.proof.lagDays;
      const inTime =
        stream.bernoulli(parameters.proof.domestic) && day + stream.choice(lags, probabilities) <= provenBy;
      if (inTime) values["da-proven-12m"] = 1;
    });
    happen(other * parameters.otherCrimeShare, () => {
      values["any-recorded-12m"] = 1;
    });
    return { weight, values };
  });
  const total = draws.reduce((sum, { weight }) => sum + weight, 0);
  return Object.fromEntries(
    outcomes.map((outcome) => {
      const of = (values: Record<string, number>) => values[outcome]!;
      const estimate = draws.reduce((sum, { weight, values }) => sum + weight * of(values), 0) / total;
      const squares = draws.reduce((sum, { weight, values }) => sum + (weight * (of(values) - estimate)) ** 2, 0);
      return [outcome, { estimate, standardError: Math.sqrt(squares) / total }];
    }),
  );
}

function rate({ person }: Recorded, of: ProgrammeParameters["domesticRate"]): number {
  const risk = person.risk_level === "high" ? of.highRisk : person.risk_level === "medium" ? of.mediumRisk : 0;
  const age = of.agePerDecade * (((person.age as number) - 35) / 10);
  const sex = person.sex === "female" ? of.female : 0;
  return of.base * Math.exp(age + sex + risk + of.perQuarter * ((person.panel_quarter as number) - 1));
}

function chance({ person }: Recorded, of: { intercept: number; agePerDecade: number; highRisk: number }): number {
  const age = of.agePerDecade * (((person.age as number) - 35) / 10);
  return 1 / (1 + Math.exp(-(of.intercept + age + (person.risk_level === "high" ? of.highRisk : 0))));
}

function drawCustody(person: Recorded, { custody }: ProgrammeParameters, stream: RandomStream) {
  const { logOdds, daysOn, lengthDays } = custody.after;
  if (!stream.bernoulli(chance(person, logOdds))) return { from: Number.POSITIVE_INFINITY, to: 0 };
  const from = stream.choice(daysOn.values, daysOn.probabilities);
  return { from, to: from + stream.choice(lengthDays.values, lengthDays.probabilities) - 1 };
}

function drawStart(person: Recorded, { uptake }: ProgrammeParameters, stream: RandomStream): number {
  const steps = [
    uptake.providerAccepts,
    chance(person, uptake.assessed),
    uptake.offered,
    uptake.accepted,
    chance(person, uptake.started),
  ];
  if (!steps.every((probability) => stream.bernoulli(probability))) return Number.POSITIVE_INFINITY;
  return stream.choice(uptake.startDays.values, uptake.startDays.probabilities);
}
