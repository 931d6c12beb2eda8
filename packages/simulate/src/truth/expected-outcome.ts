import { type Outcome, type WindowDefinition, windowDefinition, windowEdges } from "@likewise/schema";
import { probabilityOf, yearlyRates } from "../model/covariates.ts";
import type { Candidate } from "../model/draw-person.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import { startProbability } from "../pathway/draw-pathway.ts";
import { custodySpells, type DaysAfter, type Exposure, exposure } from "./exposure.ts";

/** The expected outcome of a person, offered a place or not, given what is recorded of them up to the decision. */
export type ExpectedOutcome = (person: Candidate, offered: boolean) => number;

/**
 * The expectation of an outcome in closed form.
 *
 * Both streams of events share one frailty, gamma with shape k and mean 1, and given the frailty they are Poisson. So
 * after n events where h were expected at frailty 1, the frailty is gamma with shape k + n and rate k + h; a future
 * count that would have mean m at frailty 1 has mean m (k + n) / (k + h), and is 0 with probability
 * ((k + h) / (k + h + m))^(k + n). Custody and the start come from finite mixtures, which are summed term by term.
 *
 * @param outcome an outcome of the study plan: binary or count, from events, recorded or proven crime
 * @throws RangeError for any other outcome
 * @source evaluation of a Poisson count after selection on an earlier one: Robbins (1956), "An empirical Bayes approach
 * to statistics", Proceedings of the Third Berkeley Symposium, vol. 1
 */
export function expectedOutcome(outcome: Outcome, parameters: ProgrammeParameters): ExpectedOutcome {
  const { counts, window } = definitionOf(outcome);
  const tables = new Map<string, readonly Term[]>();
  const termsAt = (indexDay: number): readonly Term[] => {
    const days = daysAfter(window, indexDay);
    const key = `${days.upTo}/${days.provenBy}`;
    const terms = tables.get(key) ?? mixtureTerms(days, parameters);
    tables.set(key, terms);
    return terms;
  };
  const proven = window.provenBy !== null;
  const domesticShare = parameters.domesticCrimeShare * (proven ? parameters.proof.domestic : 1);
  const otherShare = counts === "all" ? parameters.otherCrimeShare * (proven ? parameters.proof.other : 1) : 0;
  const { domesticRateRatio, otherRateRatio } = parameters.effect;

  return (person, offered) => {
    const rates = yearlyRates(person.covariates, parameters);
    const { events, libertyYears } = person.history;
    const posteriorShape = parameters.frailtyShape + events;
    const posteriorRate = parameters.frailtyShape + (rates.domestic + rates.other) * libertyYears;
    const custody = probabilityOf(person.covariates, parameters.custody.after.logOdds);
    const start = offered ? startProbability(person.covariates, parameters) : 0;
    const domestic = rates.domestic * domesticShare;
    const other = rates.other * otherShare;
    let expected = 0;
    for (const { inCustody, starts, weight, before, after } of termsAt(person.indexDay)) {
      const probability = weight * (inCustody ? custody : 1 - custody) * (starts ? start : 1 - start);
      if (probability === 0) continue;
      const mean = domestic * (before + domesticRateRatio * after) + other * (before + otherRateRatio * after);
      expected +=
        probability *
        (outcome.kind === "count"
          ? (mean * posteriorShape) / posteriorRate
          : 1 - (posteriorRate / (posteriorRate + mean)) ** posteriorShape);
    }
    return expected;
  };
}

/** One way custody and the start may fall; `weight` is its probability given whether there is custody and a start. */
interface Term extends Exposure {
  readonly inCustody: boolean;
  readonly starts: boolean;
  readonly weight: number;
}

function mixtureTerms(window: DaysAfter, parameters: ProgrammeParameters): Term[] {
  const spells = custodySpells(parameters.custody.after);
  const { startDays } = parameters.uptake;
  const custodies = [
    { inCustody: false, spell: null, weight: 1 },
    ...spells.values.map((spell, i) => ({ inCustody: true, spell, weight: spells.probabilities[i]! })),
  ];
  const starts = [
    { starts: false, days: null, weight: 1 },
    ...startDays.values.map((days, i) => ({ starts: true, days, weight: startDays.probabilities[i]! })),
  ];
  return custodies.flatMap((custody) =>
    starts.map((start) => ({
      inCustody: custody.inCustody,
      starts: start.starts,
      weight: custody.weight * start.weight,
      ...exposure(window, custody.spell, start.days, parameters),
    })),
  );
}

function definitionOf(outcome: Outcome): { counts: "domestic" | "all"; window: WindowDefinition } {
  const window = outcome.window === undefined ? null : windowDefinition(outcome.window);
  const counts = outcome.events;
  if (
    window === null ||
    window.side !== "after" ||
    (counts !== "domestic" && counts !== "all") ||
    (outcome.kind !== "binary" && outcome.kind !== "count")
  ) {
    throw new RangeError(
      `truth: outcome must be binary or a count of domestic or all events in a window after the decision, got ${outcome.id}`,
    );
  }
  return { counts, window };
}

function daysAfter(window: WindowDefinition, indexDay: number): DaysAfter {
  const { upTo, provenBy } = windowEdges(window, indexDay);
  return { upTo: upTo - indexDay, provenBy: provenBy === null ? null : provenBy - indexDay };
}
