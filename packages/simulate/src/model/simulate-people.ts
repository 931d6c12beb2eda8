import { parseIsoDate } from "@likewise/schema";
import { type RandomStream, randomStream } from "@likewise/stats";
import { drawPathway } from "../pathway/draw-pathway.ts";
import { type Decision, selectPeople } from "../selection/select-people.ts";
import { probabilityOf } from "./covariates.ts";
import type { Spell } from "./days.ts";
import { drawFrom } from "./draw-events.ts";
import { drawFuture } from "./draw-future.ts";
import { type Candidate, drawCandidate } from "./draw-person.ts";
import type { ProgrammeParameters } from "./programme-parameters.ts";
import type { SimulatedPerson } from "./simulated-person.ts";

/**
 * The people of a programme in natural order of their ids: those referred, the eligible pool, and a few under 18 who
 * should not have been listed. Ids are given out at random.
 */
export function simulatePeople(parameters: ProgrammeParameters): SimulatedPerson[] {
  const root = randomStream(parameters.seed).split("people");
  const eligibleCount = parameters.referrals + parameters.pool;
  const underAgeCount = Math.round(parameters.people.underAge * eligibleCount);
  const candidates = drawEligible(eligibleCount + underAgeCount, parameters, root.split("candidates"));
  const decisions = selectPeople(candidates.slice(0, eligibleCount), parameters, root.split("selection"));
  const order = root.split("ids").shuffle(Array.from(candidates.keys()));
  const lives = root.split("lives");
  return order.map((drawn, i) => {
    const decision = decisions[drawn];
    return liveOn(
      decision === undefined ? underAge(candidates[drawn]!, i) : candidates[drawn]!,
      { id: `P${10001 + i}`, eligible: decision !== undefined, decision: decision ?? turnedAway },
      parameters,
      lives,
    );
  });
}

/** People with a domestic-abuse crime recorded in the look-back, in order of drawing. */
function drawEligible(count: number, parameters: ProgrammeParameters, stream: RandomStream): Candidate[] {
  const firstPanelDay = parseIsoDate(parameters.firstPanel)!;
  const eligible: Candidate[] = [];
  while (eligible.length < count) {
    const candidate = drawCandidate(parameters, firstPanelDay, stream);
    if (candidate.history.domestic24m > 0) eligible.push(candidate);
  }
  return eligible;
}

function liveOn(
  candidate: Candidate,
  known: { readonly id: string; readonly eligible: boolean; readonly decision: Decision },
  parameters: ProgrammeParameters,
  stream: RandomStream,
): SimulatedPerson {
  const custodyAfter = drawCustodyAfter(candidate, parameters, stream);
  const { panelDecision, providerDecision } = known.decision;
  const pathway =
    panelDecision === "selected"
      ? drawPathway(candidate, providerDecision === "accepted", custodyAfter, parameters, stream)
      : null;
  const startDay = pathway?.startDay ?? null;
  const future = drawFuture(candidate, custodyAfter, startDay, parameters, stream);
  const { notSearched, notFound } = parameters.people;
  const luck = stream.uniform();
  const search = luck < notSearched ? "not-searched" : luck < notSearched + notFound ? "not-found" : "found";
  // Written out: copying a person by spread costs as much as drawing one.
  return {
    covariates: candidate.covariates,
    panel: candidate.panel,
    indexDay: candidate.indexDay,
    custodyBefore: candidate.custodyBefore,
    frailty: candidate.frailty,
    history: candidate.history,
    events: candidate.events.concat(future),
    id: known.id,
    eligible: known.eligible,
    decision: known.decision,
    pathway,
    custodyAfter,
    search,
  };
}

/** Custody after the decision, if there is any. */
export function drawCustodyAfter(
  candidate: Candidate,
  parameters: ProgrammeParameters,
  stream: RandomStream,
): Spell | null {
  const { logOdds, daysOn, lengthDays } = parameters.custody.after;
  if (!stream.bernoulli(probabilityOf(candidate.covariates, logOdds))) return null;
  const from = candidate.indexDay + drawFrom(daysOn, stream);
  return { from, to: from + drawFrom(lengthDays, stream) - 1 };
}

function underAge(candidate: Candidate, i: number): Candidate {
  return { ...candidate, covariates: { ...candidate.covariates, age: 16 + (i % 2) } };
}

const turnedAway: Decision = {
  score: 0,
  judgement: "as-scored",
  panelDecision: "not-selected",
  providerDecision: null,
  reason: "under-18",
};
