import { simulateProgramme } from "@likewise/simulate";
import { describe, expect, it } from "vitest";
import { domesticCrimes, mean, recordedPeople } from "./recorded.ts";
import { type EventRow, rowsOf } from "./rows-of.ts";

/** Bands are three binomial standard errors of one programme around the published share. */
describe("the way through the service", () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const funnels = seeds.map((seed) => {
    const { tables } = simulateProgramme({ seed, tables: ["stages"] });
    const stages = rowsOf(tables.stages!);
    return (stage: string) => stages.filter((row) => row.stage === stage).length;
  });
  const share = (of: string, among: string) => funnels.map((count) => count(of) / count(among));

  it("never reaches an assessment for about a third of referrals (NSPCC, Caring Dads, 2016)", () => {
    for (const assessed of share("assessed", "referred")) expect(Math.abs(assessed - 2 / 3)).toBeLessThan(0.057);
    expect(mean(share("assessed", "referred"))).toBeCloseTo(2 / 3, 1);
  });

  it("ends in completion for around half of those who attend a first session (NSPCC, Caring Dads, 2016)", () => {
    for (const completed of share("completed", "started")) expect(Math.abs(completed - 0.5)).toBeLessThan(0.09);
    expect(mean(share("completed", "started"))).toBeCloseTo(0.5, 1);
  });

  it("narrows at every step", () => {
    const steps = ["referred", "assessed", "offered", "accepted", "started", "engaged", "completed", "followed-up"];
    for (const count of funnels) {
      const counts = steps.map(count);
      expect(counts.toSorted((a, b) => b - a)).toEqual(counts);
    }
  });

  it("counts as completed only who attended three quarters of the sessions", () => {
    const { tables } = simulateProgramme({ seed: 1, tables: ["stages", "sessions"] });
    const sessions = rowsOf(tables.sessions!).filter((row) => row.attended);
    for (const { person } of rowsOf(tables.stages!).filter((row) => row.stage === "completed")) {
      expect(sessions.filter((row) => row.person === person).length).toBeGreaterThanOrEqual(0.75 * 26);
    }
  });
});

describe("events", () => {
  const programme = simulateProgramme({ seed: 3 });
  const people = recordedPeople(programme);

  it("vary between people more than chance alone would make them", () => {
    const counts = people.filter((person) => !person.selected).map((person) => domesticCrimes(person, 0, 24));
    const average = mean(counts);
    const variance = mean(counts.map((count) => (count - average) ** 2));
    expect(variance / average).toBeGreaterThan(1.3);
  });

  it("fall near the published 98 % before and 38 % among everybody (College of Policing practice page, 2024)", () => {
    const share = (selected: boolean, from: number, to: number) =>
      mean(people.filter((p) => p.selected === selected).map((p) => Number(domesticCrimes(p, from, to) > 0)));
    expect(share(true, -12, 0)).toBeGreaterThan(0.92);
    expect(Math.abs(share(false, 0, 12) - 0.38)).toBeLessThan(0.06);
  });

  it("carry strangulation as an offence of its own only since it was one", () => {
    const inForce = 19150; // 2022-06-07: 52 years of 365 days, 13 leap days, 157 days
    const strangulation = rowsOf<EventRow>(programme.tables.events!).filter((row) => row.code === "00877");
    expect(strangulation.length).toBeGreaterThan(20);
    expect(strangulation.filter((row) => row.event_date < inForce)).toEqual([]);
  });

  it("are proven later than they happen, and only crimes are", () => {
    const proven = rowsOf<EventRow>(programme.tables.events!).filter((row) => row.proven_date !== null);
    expect(proven.length).toBeGreaterThan(1000);
    expect(proven.filter((row) => !row.crime || row.role !== "offender")).toEqual([]);
  });
});

describe("accounts of abuse", () => {
  const programme = simulateProgramme({ seed: 3, tables: ["abuse"] });
  const rows = rowsOf(programme.tables.abuse!);
  const share = (wave: string, reporter: string, kind: string) => {
    const asked = rows.filter((row) => row.wave === wave && row.reporter === reporter && row.kind === kind);
    return asked.filter((row) => Number(row.severity) > 0).length / asked.length;
  };

  it("differ by reporter: people report about half of what victim-survivors do (IMPACT toolkit, 2023: 24 % and 46 %)", () => {
    expect(share("intake", "perpetrator", "physical") / share("intake", "victim-survivor", "physical")).toBeGreaterThan(
      0.4,
    );
    expect(share("intake", "perpetrator", "physical") / share("intake", "victim-survivor", "physical")).toBeLessThan(
      0.64,
    );
  });

  it("fall from intake to exit, most in the worker's eyes", () => {
    for (const reporter of ["worker", "victim-survivor"]) {
      expect(share("exit", reporter, "physical")).toBeLessThan(share("intake", reporter, "physical"));
    }
    expect(share("exit", "worker", "physical")).toBeLessThan(share("exit", "victim-survivor", "physical"));
  });
});
