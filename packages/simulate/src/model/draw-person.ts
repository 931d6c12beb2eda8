import { addMonths, calendarDate } from "@likewise/schema";
import type { RandomStream } from "@likewise/stats";
import { type Covariates, probabilityOf, yearlyRates } from "./covariates.ts";
import { atLiberty, countDays, daysPerYear, type Spell } from "./days.ts";
import { drawEvents, drawFrom, type PersonEvent } from "./draw-events.ts";
import type { ProgrammeParameters } from "./programme-parameters.ts";
import { type RecordedHistory, recordedHistory } from "./recorded-history.ts";

/** A person on a panel's list, with what happened before the decision. */
export interface Candidate {
  readonly covariates: Covariates;
  /** Panel number, 0 = first, and its day: the index date in both arms. */
  readonly panel: number;
  readonly indexDay: number;
  readonly custodyBefore: Spell | null;
  /** Personal multiplier of both rates, mean 1. No table holds it. */
  readonly frailty: number;
  readonly events: readonly PersonEvent[];
  readonly history: RecordedHistory;
}

/**
 * One person who might come before a panel. Whether they are eligible (a domestic-abuse crime recorded in the look-back)
 * depends on what is recorded alone.
 */
export function drawCandidate(parameters: ProgrammeParameters, firstPanelDay: number, stream: RandomStream): Candidate {
  const panel = stream.integer(0, parameters.panels - 1);
  const indexDay = firstPanelDay + panel * parameters.daysBetweenPanels;
  const covariates = drawCovariates(parameters, quarterOf(indexDay, firstPanelDay), stream);
  const custodyBefore = drawCustodyBefore(covariates, indexDay, parameters, stream);
  const frailty = stream.gamma(parameters.frailtyShape, 1 / parameters.frailtyShape);
  const rates = yearlyRates(covariates, parameters);
  const lookBack = { after: addMonths(indexDay, -parameters.recordMonths), upTo: indexDay };
  const ranges = atLiberty(lookBack, custodyBefore);
  const intensity = {
    ranges,
    domestic: frailty * rates.domestic,
    other: frailty * rates.other,
    asVictim: parameters.victimRate,
  };
  const events = drawEvents(intensity, parameters, stream);
  const history = recordedHistory(events, indexDay, countDays(ranges) / daysPerYear);
  return { covariates, panel, indexDay, custodyBefore, frailty, events, history };
}

function drawCovariates(parameters: ProgrammeParameters, quarter: number, stream: RandomStream): Covariates {
  const { people } = parameters;
  return {
    age: Math.min(80, 18 + Math.floor(stream.gamma(2.4, 7.5))),
    female: !stream.bernoulli(people.men),
    riskLevel: drawFrom(people.riskLevels, stream),
    area: drawFrom(people.areas, stream),
    ethnicity: drawFrom(people.ethnicities, stream),
    quarter,
  };
}

function drawCustodyBefore(
  covariates: Covariates,
  indexDay: number,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Spell | null {
  const { logOdds, daysBack, lengthDays } = parameters.custody.before;
  if (!stream.bernoulli(probabilityOf(covariates, logOdds))) return null;
  const from = indexDay - drawFrom(daysBack, stream);
  return { from, to: from + drawFrom(lengthDays, stream) - 1 };
}

function quarterOf(day: number, firstDay: number): number {
  const quarters = (of: number) => {
    const { year, month } = calendarDate(of);
    return year * 4 + Math.floor((month - 1) / 3);
  };
  return quarters(day) - quarters(firstDay) + 1;
}
