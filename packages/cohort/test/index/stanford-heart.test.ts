import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ExposureFollowUp, exposureSpells, landmark } from "@likewise/cohort";
import { parseIsoDate } from "@likewise/schema";
import { type CoxFit, designMatrix, fitCox, sum } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import oracle from "../../oracles/stanford-heart.json" with { type: "json" };

// Columns of the file hold no commas and no quotes; blanks are missing.
const file = resolve(import.meta.dirname, "../../../../../shared/data/stanford-heart-dates/jasa.csv");
const absent = existsSync(file) ? "" : " (skipped: no ../shared/data)";

interface OracleFit {
  readonly coefficients: number | readonly number[];
  readonly standardErrors: number | readonly number[];
  readonly logLikelihood: number;
  readonly rows: number;
  readonly events: number;
}

describe.skipIf(absent !== "")(`the Stanford heart transplants${absent}`, () => {
  const rows = absent === "" ? readRows() : [];
  const dayOf = (row: Record<string, string>, name: string) => (row[name] === "" ? null : parseIsoDate(row[name]!));
  const between = (row: Record<string, string>, from: string, to: string) => {
    const [a, b] = [dayOf(row, from), dayOf(row, to)];
    return a === null || b === null ? null : b - a;
  };
  const followUp: ExposureFollowUp = {
    time: rows.map((row) => between(row, "accept.dt", "fu.date")!),
    event: rows.map((row) => Number(row.fustat)),
    exposedFrom: rows.map((row) => between(row, "accept.dt", "tx.date")),
  };

  it("has 103 people whose days from acceptance to the end of follow-up are those of the file", () => {
    expect(rows).toHaveLength(103);
    expect(followUp.time).toEqual(rows.map((row) => Number(row.futime)));
    expect(sum(followUp.time)).toBe(oracle.sumOfDays);
    const waits = rows.filter((row) => row["wait.time"] !== "");
    expect(waits.map((row) => between(row, "accept.dt", "tx.date"))).toEqual(
      waits.map((row) => Number(row["wait.time"])),
    );
    expect(waits).toHaveLength(69);
  });

  it("becomes spells with the time at risk of R’s tmerge, before and after the transplant", () => {
    const { start, stop, exposed, event, lengthened, exposedOnLastDay } = exposureSpells(followUp);
    const time = (state: number) => sum(Array.from(start, (from, i) => (exposed[i] === state ? stop[i]! - from : 0)));
    expect({
      rows: start.length,
      exposed: sum(exposed),
      events: sum(event),
      timeUnexposed: time(0),
      timeExposed: time(1),
      eventsExposed: sum(event.map((one, i) => one * exposed[i]!)),
    }).toEqual(oracle.spells);
    expect([lengthened, exposedOnLastDay]).toEqual([1, 1]); // accepted and died on one day; transplanted and died on one day
  });

  it("gives Cox coefficients with transplant as time-dependent exposure as R does (published in its vignette)", () => {
    const { person, start, stop, exposed, event } = exposureSpells(followUp);
    const cox = (columns: readonly ArrayLike<number>[], ties: "efron" | "breslow") =>
      fitCox({ time: stop, event, entry: start, design: designMatrix(columns, { intercept: false }), ties });
    agrees(cox([exposed], "efron"), oracle.timeDependent);
    const of = (read: (row: Record<string, string>) => number) => Array.from(person, (i) => read(rows[i]!));
    const age = of((row) => Number(row.age) - 48);
    const surgery = of((row) => Number(row.surgery));
    const year = of((row) => (dayOf(row, "accept.dt")! - parseIsoDate("1967-10-01")!) / 365.25);
    const ageExposed = age.map((value, i) => value * exposed[i]!);
    agrees(cox([age, exposed, surgery, year, ageExposed], "breslow"), oracle.timeDependentFull);
  });

  it.each(oracle.landmarks)("is classed by who had a transplant by day $day, as R has it", (expected) => {
    const found = landmark({ ...followUp, landmarkDays: expected.day });
    expect([found.kept.length, sum(found.exposed)]).toEqual([expected.people, expected.exposed]);
    expect(found.excluded).toMatchObject({
      eventBefore: expected.eventBefore,
      censoredBefore: expected.censoredBefore,
    });
    const design = designMatrix([found.exposed], { intercept: false });
    agrees(fitCox({ time: found.time, event: found.event, design }), expected);
  });

  it("shows the trap: ever transplanted looks far better than either analysis without immortal time", () => {
    const ever = followUp.exposedFrom as readonly (number | null)[];
    const design = designMatrix([ever.map((day) => Number(day !== null))], { intercept: false });
    const time = Array.from(followUp.time, (days) => Math.max(0.5, days));
    const naive = fitCox({ time, event: followUp.event, design });
    agrees(naive, oracle.naive);
    expect(Math.exp(naive.coefficients[0]!)).toBeLessThan(0.3);
    expect(Math.exp(oracle.timeDependent.coefficients)).toBeGreaterThan(1);
  });

  function agrees(fit: CoxFit, expected: OracleFit): void {
    [expected.coefficients].flat().forEach((value, i) => {
      expect(Math.abs(fit.coefficients[i]! - value)).toBeLessThan(oracle.tolerance);
    });
    [expected.standardErrors].flat().forEach((value, i) => {
      expect(Math.abs(fit.standardErrors[i]! - value)).toBeLessThan(oracle.tolerance);
    });
    expect(Math.abs(fit.logLikelihood - expected.logLikelihood)).toBeLessThan(1e-9);
    expect([fit.rows, fit.events]).toEqual([expected.rows, expected.events]);
  }
});

function readRows(): Record<string, string>[] {
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  const names = header!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i]!, cell])));
}
