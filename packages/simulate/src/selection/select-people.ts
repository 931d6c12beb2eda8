import type { RandomStream } from "@likewise/stats";
import type { Candidate } from "../model/draw-person.ts";
import type { ProgrammeParameters } from "../model/programme-parameters.ts";
import { placesByPanel } from "./places-by-panel.ts";

/** What the panel, and for those selected the provider, decided about one person. */
export interface Decision {
  /** Priority score from the police record and the risk level alone, one decimal. */
  readonly score: number;
  readonly judgement: "lowered" | "as-scored" | "raised";
  readonly panelDecision: "selected" | "not-selected" | "capacity-refused";
  readonly providerDecision: "accepted" | "refused" | null;
  readonly reason: string | null;
}

/**
 * Who is selected: each panel ranks its list by score plus professional judgement and fills its places from the top.
 *
 * The score reads what is recorded before the decision, and the judgement is noise that knows nothing of the person;
 * so given the record, who is selected says nothing about what would have happened anyway. Age, sex and ethnicity are
 * protected characteristics and have no part in the score.
 *
 * @returns one decision a candidate, in their order; exactly `referrals` are selected
 */
export function selectPeople(
  candidates: readonly Candidate[],
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Decision[] {
  const merits = candidates.map((candidate) => meritOf(candidate, parameters, stream));
  const byMerit = candidates.map((_, i) => i).sort((a, b) => merits[b]!.merit - merits[a]!.merit);
  const selected = filledPlaces(candidates, byMerit, parameters);
  const deserving = new Set(byMerit.slice(0, Math.round(parameters.selection.meritShare * candidates.length)));
  return merits.map(({ score, judgement }, i) => {
    if (selected.has(i)) {
      const accepted = stream.bernoulli(parameters.uptake.providerAccepts);
      const providerDecision = accepted ? "accepted" : "refused";
      return { score, judgement, panelDecision: "selected", providerDecision, reason: accepted ? null : "unsuitable" };
    }
    const panelDecision = deserving.has(i) ? "capacity-refused" : "not-selected";
    const reason = deserving.has(i) ? "no-place" : "lower-priority";
    return { score, judgement, panelDecision, providerDecision: null, reason };
  });
}

/** What speaks for one person: the score from what is recorded, the panel's judgement of it, and both together. */
export function meritOf(candidate: Candidate, parameters: ProgrammeParameters, stream: RandomStream) {
  const logOdds = selectionLogOdds(candidate, parameters);
  const noise = logistic(stream.uniform());
  const judgement: Decision["judgement"] = noise > 1.5 ? "raised" : noise < -1.5 ? "lowered" : "as-scored";
  return { score: Math.round(500 + 100 * logOdds) / 10, judgement, merit: logOdds + noise };
}

function selectionLogOdds(candidate: Candidate, parameters: ProgrammeParameters): number {
  const { selection } = parameters;
  const { history, covariates } = candidate;
  const risk = { standard: 0, medium: selection.mediumRisk, high: selection.highRisk }[covariates.riskLevel];
  return (
    selection.domestic12m * history.domestic12m +
    selection.domestic24m * history.domestic24m +
    selection.all24m * history.all24m +
    (selection.yearsSinceDomestic * (history.daysSinceDomestic ?? 0)) / 365 +
    risk
  );
}

function filledPlaces(
  candidates: readonly Candidate[],
  byMerit: readonly number[],
  parameters: ProgrammeParameters,
): Set<number> {
  const lists = Array.from({ length: parameters.panels }, () => ({ people: 0, quarter: 1 }));
  for (const { panel, covariates } of candidates)
    lists[panel] = { people: lists[panel]!.people + 1, quarter: covariates.quarter };
  const weights = lists.map((list) => list.people * Math.exp(parameters.selection.perQuarter * list.quarter));
  const left = placesByPanel(
    parameters.referrals,
    weights,
    lists.map((list) => list.people),
  );
  const selected = new Set<number>();
  for (const i of byMerit) {
    const panel = candidates[i]!.panel;
    if (left[panel]! === 0) continue;
    left[panel]!--;
    selected.add(i);
  }
  return selected;
}

function logistic(uniform: number): number {
  return Math.log(uniform / (1 - uniform));
}
