import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  clusterCovariance,
  designMatrix,
  fitLeastSquares,
  fitLogistic,
  fitModifiedPoisson,
  fitNegativeBinomial,
  fitPoisson,
  fitQuasiPoisson,
  linearPredictor,
  type Matrix,
  type RegressionFit,
  robustCovariance,
} from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, listed, readOracle } from "../support.ts";

type Entry = Record<string, number | string | string[] | Record<string, number>>;
const rossi = readOracle<{ columns: Record<string, (number | string)[]> }>("rossi.json").columns;
const expected = readOracle<
  { tolerance: { iterative: number; negativeBinomial: number } } & Record<
    | "logistic_arrest"
    | "standardised_risks_from_logistic"
    | "modified_poisson_arrest"
    | "poisson_rate_arrest_offset_log_week"
    | "poisson_prio"
    | "negative_binomial_prio",
    Entry
  >
>("rossi-regressions.json");

/** Compares every entry of the reference that `found` gives a value for, and fails on one that it does not name. */
function expectEntry(found: Record<string, unknown>, entry: Entry, tolerance: number): void {
  const { definition: _, terms: __, ...numbers } = entry;
  expect(Object.keys(found).sort()).toEqual(Object.keys(numbers).sort());
  for (const [key, value] of Object.entries(numbers)) {
    if (found[key] === null) continue;
    const wanted = typeof value === "number" ? [value] : listed(value as Record<string, number>);
    expectClose(typeof found[key] === "number" ? [found[key]] : found[key], wanted, tolerance);
  }
}

function errorsOf(design: Matrix, fit: RegressionFit) {
  const errors = (kind: "HC0" | "HC1" | "HC3") => robustCovariance({ design, fit, kind }).standardErrors;
  return { se_hc0: errors("HC0"), se_hc1: errors("HC1"), se_hc3: errors("HC3") };
}

describe("on Rossi's data, every stored number of", () => {
  const is = (name: string, level: string) => rossi[name]!.map((value) => Number(value === level));
  const number = (name: string) => rossi[name]!.map(Number);
  const fin = is("fin", "yes");
  const people = [number("age"), is("race", "other"), is("wexp", "yes"), is("mar", "not married"), is("paro", "yes")];
  const full = designMatrix([fin, ...people, number("prio")]);
  const counted = designMatrix([fin, ...people]);
  const arrest = number("arrest");
  const prio = number("prio");
  const { iterative, negativeBinomial } = expected.tolerance;
  const common = (fit: ReturnType<typeof fitPoisson>) => ({
    coefficients: fit.coefficients,
    standard_errors: fit.standardErrors,
    loglik: fit.logLikelihood,
    deviance: fit.deviance,
    null_deviance: fit.nullDeviance,
    aic: 2 * fit.rank - 2 * fit.logLikelihood,
  });

  it("logistic regression of arrest", () => {
    const fit = fitLogistic({ design: full, outcome: arrest });
    expectEntry({ ...common(fit), ...errorsOf(full, fit) }, expected.logistic_arrest, iterative);
  });

  it("risks standardised from it, with delta-method errors", () => {
    const fit = fitLogistic({ design: full, outcome: arrest });
    const n = arrest.length;
    const arm = (value: number) => {
      const design = designMatrix([fin.map(() => value), ...people, prio]);
      const risks = linearPredictor(design, fit.coefficients).map((eta) => 1 / (1 + Math.exp(-eta)));
      const risk = risks.reduce((sum, p) => sum + p, 0) / n;
      const slope = fit.terms.map((_, j) =>
        risks.reduce((sum, p, i) => sum + (p * (1 - p) * design.values[j * n + i]!) / n, 0),
      );
      return { risk, slope };
    };
    const [yes, no] = [arm(1), arm(0)];
    const errorOf = (gradient: number[]) =>
      Math.sqrt(
        gradient.reduce((sum, a, i) => sum + gradient.reduce((s, b, j) => s + a * b * fit.covariance[i]![j]!, 0), 0),
      );
    const found = {
      risk_yes: yes.risk,
      risk_no: no.risk,
      risk_difference: yes.risk - no.risk,
      se_risk_difference: errorOf(yes.slope.map((value, j) => value - no.slope[j]!)),
      risk_ratio: yes.risk / no.risk,
      se_log_risk_ratio: errorOf(yes.slope.map((value, j) => value / yes.risk - no.slope[j]! / no.risk)),
    };
    expectEntry(found, expected.standardised_risks_from_logistic, iterative);
  });

  it("modified Poisson regression of arrest", () => {
    const poisson = fitPoisson({ design: full, outcome: arrest });
    const fit = fitModifiedPoisson({ design: full, outcome: arrest });
    expect(fit.covarianceKind).toBe("HC0");
    expectEntry(
      { ...common(poisson), ...errorsOf(full, fit), se_hc0: fit.standardErrors },
      expected.modified_poisson_arrest,
      iterative,
    );
    const hc3 = fitModifiedPoisson({ design: full, outcome: arrest, kind: "HC3" }).standardErrors;
    expectClose(hc3, listed(expected.modified_poisson_arrest.se_hc3 as Record<string, number>), iterative);
  });

  it("Poisson regression of arrests per week", () => {
    const design = designMatrix([fin, number("age"), prio]);
    const fit = fitPoisson({ design, outcome: arrest, offset: number("week").map(Math.log) });
    expectEntry({ ...common(fit), ...errorsOf(design, fit) }, expected.poisson_rate_arrest_offset_log_week, iterative);
  });

  it("Poisson and quasi-Poisson regression of prior convictions", () => {
    const fit = fitPoisson({ design: counted, outcome: prio });
    const quasi = fitQuasiPoisson({ design: counted, outcome: prio });
    expect(quasi.residualDf).toBe(425);
    expectEntry(
      {
        ...common(fit),
        ...errorsOf(counted, quasi),
        pearson_dispersion: quasi.dispersion,
        se_quasipoisson: quasi.standardErrors,
      },
      expected.poisson_prio,
      iterative,
    );
  });

  it("negative binomial regression of prior convictions", () => {
    const fit = fitNegativeBinomial({ design: counted, outcome: prio });
    const { loglik, deviance, coefficients, standard_errors } = common(fit);
    const found = {
      coefficients,
      standard_errors,
      se_hc0: robustCovariance({ design: counted, fit }).standardErrors,
      theta: fit.theta,
      se_theta: fit.thetaStandardError,
      loglik,
      deviance,
      aic: 2 * (fit.rank + 1) - 2 * fit.logLikelihood,
      loglik_by_direct_maximisation: loglik,
      // Errors from the joint Hessian, which lets theta move: not offered.
      se_observed_information: null,
    };
    expectEntry(found, expected.negative_binomial_prio, negativeBinomial);
  });
});

const shared = resolve(import.meta.dirname, "../../../../../shared");
const has =
  existsSync(resolve(shared, "reference/oracle-values.json")) && existsSync(resolve(shared, "data/injury-did"));

describe.skipIf(!has)(`on shared data${has ? "" : " (skipped: no ../shared beside the repository)"}, as in R,`, () => {
  const reference = has ? JSON.parse(readFileSync(resolve(shared, "reference/oracle-values.json"), "utf8")) : {};
  const read = (path: string): Record<string, string>[] => {
    const [head, ...lines] = readFileSync(resolve(shared, "data", path), "utf8")
      .trim()
      .split("\n");
    const names = head!.split(",").map((name) => name.trim());
    return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at]!, cell.trim()])));
  };
  const harmonics = (time: number[]) =>
    [1, 2].flatMap((k) => [
      time.map((t) => Math.sin((2 * Math.PI * k * t) / 12)),
      time.map((t) => Math.cos((2 * Math.PI * k * t) / 12)),
    ]);

  it("the Sicilian smoking ban: Poisson and quasi-Poisson with harmonics and a change of slope", () => {
    const rows = read("sicily-smoking-ban/sicily.csv");
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const time = column("time");
    const ban = column("smokban");
    const offset = column("stdpop").map(Math.log);
    const outcome = column("aces");
    const { poisson, ...quasi } = reference.worked_examples.its_sicily_smoking_ban;
    const fit = fitPoisson({ design: designMatrix([ban, time]), outcome, offset });
    expectClose(fit.coefficients, listed(poisson.coefficients), 1e-7);
    expectClose(fit.standardErrors, listed(poisson.standard_errors), 1e-7);
    const designs = {
      quasipoisson: [ban, time],
      quasipoisson_two_harmonics: [ban, time, ...harmonics(time)],
      quasipoisson_two_harmonics_slope_change: [ban, time, ...harmonics(time), ban.map((b, i) => b * time[i]!)],
    };
    for (const [name, columns] of Object.entries(designs)) {
      const found = fitQuasiPoisson({ design: designMatrix(columns), outcome, offset });
      expectClose(found.coefficients, listed(quasi[name].coefficients), 1e-7);
      expectClose(found.standardErrors, listed(quasi[name].standard_errors), 1e-7);
      expectClose([found.dispersion, found.deviance], [quasi[name].dispersion, quasi[name].deviance], 1e-7);
    }
  });

  it("the British seat belt law: Poisson and quasi-Poisson, least squares of the logarithm", () => {
    const rows = read("seatbelts-gb/Seatbelts.csv");
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const time = rows.map((_, i) => i + 1);
    const design = designMatrix([column("law"), time, ...harmonics(time)]);
    const { drivers_killed_poisson: killed, log_drivers_ols: log } = reference.worked_examples.its_uk_seatbelts;
    const fit = fitPoisson({ design, outcome: column("DriversKilled") });
    const quasi = fitQuasiPoisson({ design, outcome: column("DriversKilled") });
    expectClose(fit.coefficients, listed(killed.coefficients), 1e-7);
    expectClose(fit.standardErrors, listed(killed.se_poisson), 1e-7);
    expectClose(quasi.standardErrors, listed(killed.se_quasipoisson), 1e-7);
    expectClose(quasi.dispersion, killed.pearson_dispersion, 1e-7);
    const line = fitLeastSquares({ design, outcome: column("drivers").map(Math.log) });
    expectClose(line.coefficients, listed(log.coefficients), 1e-9);
    expectClose(line.standardErrors, listed(log.se_ols), 1e-9);
  });

  it.each(["kentucky", "michigan"])("injury benefits, difference in differences: %s", (state) => {
    const rows = read("injury-did/injury.csv").filter((row) => row[state === "kentucky" ? "ky" : "mi"] === "1");
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const design = designMatrix([column("afchnge"), column("highearn"), column("afhigh")]);
    const fit = fitLeastSquares({ design, outcome: column("durat").map(Math.log) });
    const wanted = reference.shared_data.injury_did[state];
    const robust = errorsOf(design, fit);
    expect(fit.rows).toBe(wanted.n);
    expectClose(
      [fit.coefficients[3], fit.standardErrors[3], robust.se_hc0[3], robust.se_hc1[3], robust.se_hc3[3]],
      [wanted.estimate, wanted.se_ols, wanted.se_hc0, wanted.se_hc1, wanted.se_hc3],
      1e-7,
    );
  });

  it("recurrent infections per person: Poisson with HC0, negative binomial", () => {
    const people = new Map<string, { treated: number; events: number; days: number }>();
    for (const row of read("cgd-recurrent/cgd.csv")) {
      const one = people.get(row.id!) ?? { treated: Number(row.treat === "rIFN-g"), events: 0, days: 0 };
      one.events += Number(row.status);
      one.days = Math.max(one.days, Number(row.tstop));
      people.set(row.id!, one);
    }
    const all = [...people.values()];
    const design = designMatrix([all.map(({ treated }) => treated)]);
    const outcome = all.map(({ events }) => events);
    const offset = all.map(({ days }) => Math.log(days));
    const { poisson_per_person_offset_log_days: poisson, negative_binomial_per_person_offset_log_days: binomial } =
      reference.shared_data.cgd_recurrent;
    const fit = fitPoisson({ design, outcome, offset });
    const { dispersion } = fitQuasiPoisson({ design, outcome, offset });
    expectClose(
      [fit.coefficients[1], fit.standardErrors[1], robustCovariance({ design, fit }).standardErrors[1], dispersion],
      [poisson.coefficient, poisson.se, poisson.se_hc0, poisson.pearson_dispersion],
      1e-7,
    );
    const clusters = all.map((_, i) => i);
    const { standardErrors } = clusterCovariance({ design, fit, clusters, kind: "CR0" });
    expectClose(standardErrors[1], poisson.se_hc0, 1e-7);
    const found = fitNegativeBinomial({ design, outcome, offset });
    expectClose(
      [found.coefficients[1], found.standardErrors[1], found.theta, found.thetaStandardError, found.logLikelihood],
      [binomial.coefficient, binomial.se, binomial.theta, binomial.se_theta, binomial.loglik],
      1e-5,
    );
  });

  it("the supported work experiment: a difference of means with HC2, which is Welch's", () => {
    const rows = read("nsw-lalonde/nsw_mixtape.csv");
    const design = designMatrix([rows.map((row) => Number(row.treat))]);
    const fit = fitLeastSquares({ design, outcome: rows.map((row) => Number(row.re78)) });
    const wanted = reference.shared_data.nsw.experiment;
    const hc2 = robustCovariance({ design, fit, kind: "HC2" }).standardErrors[1];
    expectClose(
      [fit.rows, fit.coefficients[1], fit.standardErrors[1], hc2],
      [wanted.n, wanted.difference, wanted.se_ols, wanted.se_hc2],
      1e-9,
    );
  });
});
