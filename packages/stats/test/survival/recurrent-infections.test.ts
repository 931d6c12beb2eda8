import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  designMatrix,
  fitCox,
  fitNegativeBinomial,
  fitPoisson,
  meanCumulativeAt,
  meanCumulativeDifference,
  meanCumulativeFunction,
  rateRatio,
  robustCovariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose } from "../support.ts";

// A randomised trial of 128 people with recurrent infections (Fleming and Harrington 1991, appendix D.2), which is not
// ours to copy: read where it lies beside the repository.
const shared = path.resolve(import.meta.dirname, "../../../../../shared");
const data = path.join(shared, "data/cgd-recurrent/cgd.csv");
const values = path.join(shared, "reference/oracle-values.json");
const present = existsSync(data) && existsSync(values);

describe.skipIf(!present)(`recurrent infections${present ? "" : " (skipped: the shared data are not there)"}`, () => {
  const oracle = present ? JSON.parse(readFileSync(values, "utf8")).shared_data.cgd_recurrent : {};
  const rows = present ? readRows(readFileSync(data, "utf8")) : [];
  const column = (name: keyof Row, of = rows) => of.map((row) => row[name]);
  const inputOf = (of: Row[]) => ({
    entry: column("entry", of),
    time: column("time", of),
    event: column("event", of),
    clusters: column("person", of),
    design: designMatrix([column("treated", of)], { intercept: false }),
  });
  const gapTime = (of: Row[]) => ({
    ...inputOf(of),
    entry: of.map(() => 0),
    time: of.map((row) => row.time - row.entry),
  });

  const fits = {
    andersen_gill: () => fitCox(inputOf(rows)),
    first_event: () => fitCox(inputOf(rows.filter(({ number }) => number === 1))),
    pwp_total_time: () => fitCox({ ...inputOf(rows), strata: column("number") }),
    pwp_gap_time: () => fitCox({ ...gapTime(rows), strata: column("number") }),
  };
  it.each(Object.entries(fits))("%s: coefficient, standard errors and likelihood agree with R", (name, fitted) => {
    const expected = oracle[name];
    const fit = fitted();
    expect([fit.rows, fit.events]).toEqual([expected.rows, expected.events]);
    expectClose(
      [fit.coefficients[0], fit.modelStandardErrors[0], fit.standardErrors[0], fit.logLikelihood],
      [expected.coefficient, expected.se, expected.robust_se, expected.loglik],
      1e-9,
    );
  });

  it("Andersen–Gill is −1.0953 (0.2610; robust 0.3119), the first event −1.0940 (0.3348)", () => {
    const places = (values: (number | null | undefined)[]) => values.map((value) => value?.toFixed(4));
    const all = fits.andersen_gill();
    expect(places([all.coefficients[0], all.modelStandardErrors[0], all.standardErrors[0]])).toEqual([
      "-1.0953",
      "0.2610",
      "0.3119",
    ]);
    const first = fits.first_event();
    expect(places([first.coefficients[0], first.modelStandardErrors[0]])).toEqual(["-1.0940", "0.3348"]);
  });

  const people = [...new Set(column("person"))].map((person) => {
    const own = rows.filter((row) => row.person === person);
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0);
    return {
      treated: own[0]!.treated,
      events: sum(({ event }) => event),
      days: sum(({ time, entry }) => time - entry),
    };
  });
  const total = (treated: number) => ({
    events: people.reduce((sum, one) => sum + (one.treated === treated ? one.events : 0), 0),
    exposure: people.reduce((sum, one) => sum + (one.treated === treated ? one.days : 0), 0),
  });
  const perPerson = () => ({
    design: designMatrix([people.map(({ treated }) => treated)]),
    outcome: people.map(({ events }) => events),
  });

  it("rates per person and day agree", () => {
    const { placebo, treated, ratio } = oracle.rates_per_person_day;
    const rate = ({ events, exposure }: { events: number; exposure: number }) => events / exposure;
    expectClose([rate(total(0)), rate(total(1))], [placebo, treated], 1e-12);
    expectClose(rateRatio({ first: total(1), second: total(0) }).ratio, ratio, 1e-12);
  });

  it("Poisson and negative binomial regressions of people with log days as offset agree", () => {
    const poisson = oracle.poisson_per_person_offset_log_days;
    const input = { ...perPerson(), offset: people.map(({ days }) => Math.log(days)) };
    const fit = fitPoisson(input);
    // glm, and glm.nb below, stop a little before the maximum.
    expectClose([fit.coefficients[1], fit.standardErrors[1]], [poisson.coefficient, poisson.se], 1e-6);
    const robust = robustCovariance({ design: input.design, fit });
    expectClose(robust.standardErrors[1], poisson.se_hc0, 1e-6);

    const expected = oracle.negative_binomial_per_person_offset_log_days;
    const negative = fitNegativeBinomial({ ...perPerson(), exposure: people.map(({ days }) => days) });
    expectClose(
      [negative.coefficients[1], negative.standardErrors[1], negative.theta, negative.logLikelihood],
      [expected.coefficient, expected.se, expected.theta, expected.loglik],
      1e-6,
    );
    expectClose(negative.thetaStandardError, expected.se_theta, 1e-3);
  });

  it("mean cumulative functions agree, and lie apart by a year", () => {
    const curve = (treated: number) => {
      const own = rows.filter((row) => row.treated === treated);
      return meanCumulativeFunction({
        units: column("person", own),
        entry: column("entry", own),
        time: column("time", own),
        events: column("event", own),
      });
    };
    const [second, first] = [curve(0), curve(1)];
    for (const [arm, own] of [
      ["placebo", second],
      ["treated", first],
    ] as const) {
      const { days, mean_events_per_person } = oracle.mean_cumulative_function[arm];
      expectClose(
        days.map((day: number) => meanCumulativeAt(own, day).mean),
        mean_events_per_person,
        1e-12,
      );
    }
    const [year] = meanCumulativeDifference({ first, second, times: [365] });
    expect(year!.upper).toBeLessThan(0);
  });
});

interface Row {
  readonly person: number;
  readonly treated: number;
  readonly entry: number;
  readonly number: number;
  readonly time: number;
  readonly event: number;
}

function readRows(text: string): Row[] {
  const [head, ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().replaceAll('"', "").split(","));
  const at = (line: string[], name: string) => line[head!.indexOf(name)]!;
  return lines.map((line) => ({
    person: Number(at(line, "id")),
    treated: at(line, "treat") === "placebo" ? 0 : 1,
    entry: Number(at(line, "tstart")),
    number: Number(at(line, "enum")),
    time: Number(at(line, "tstop")),
    event: Number(at(line, "status")),
  }));
}
