import type { LogLinearRate, LogOdds, ProgrammeParameters } from "./programme-parameters.ts";

/** What is recorded of a person before anything is decided about them. */
export interface Covariates {
  /** Age in whole years at the decision. */
  readonly age: number;
  readonly female: boolean;
  readonly riskLevel: "standard" | "medium" | "high";
  readonly area: string;
  readonly ethnicity: string;
  /** Quarter of the decision, 1 = the programme's first. */
  readonly quarter: number;
}

/** Events a year at liberty of a person with frailty 1, before any effect of the programme. */
export interface YearlyRates {
  readonly domestic: number;
  readonly other: number;
}

/** The rates that a person's covariates stand for. */
export function yearlyRates(covariates: Covariates, parameters: ProgrammeParameters): YearlyRates {
  return {
    domestic: logLinear(covariates, parameters.domesticRate),
    other: logLinear(covariates, parameters.otherRate),
  };
}

/** The probability that a log-odds gives a person. */
export function probabilityOf(covariates: Covariates, logOdds: LogOdds): number {
  const sum =
    logOdds.intercept +
    logOdds.agePerDecade * decadesFrom35(covariates) +
    (covariates.riskLevel === "high" ? logOdds.highRisk : 0);
  return 1 / (1 + Math.exp(-sum));
}

function logLinear(covariates: Covariates, rate: LogLinearRate): number {
  const risk = { standard: 0, medium: rate.mediumRisk, high: rate.highRisk }[covariates.riskLevel];
  return (
    rate.base *
    Math.exp(
      rate.agePerDecade * decadesFrom35(covariates) +
        (covariates.female ? rate.female : 0) +
        risk +
        rate.perQuarter * (covariates.quarter - 1),
    )
  );
}

function decadesFrom35(covariates: Covariates): number {
  return (covariates.age - 35) / 10;
}
