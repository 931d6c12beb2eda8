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

/** The people of a programme: those referred, the eligible pool, and a few under 18 who should not have been listed. */
export function simulatePeople(parameters: ProgrammeParameters): SimulatedPerson[] {
  const root = randomStream(parameters.seed).split("people");
  const eligibleCount = parameters.referrals + parameters.pool;
  const underAgeCount = Math.round(parameters.people.underAge * eligibleCount);
  const candidates = drawEligible(eligibleCount + underAgeCount, parameters, root.split("candidates"));
  const eligible = candidates.slice(0, eligibleCount);
  const decisions = selectPeople(eligible, parameters, root.split("selection"));
  const ids = root.split("ids").shuffle(candidates.map((_, i) => `P${10001 + i}`));
  const lives = root.split("lives");
  return candidates.map((candidate, i) => {
    const decision = decisions[i];
    return liveOn(
      decision === undefined ? underAge(candidate, i) : candidate,
      { id: ids[i]!, eligible: decision !== undefined, decision: decision ?? turnedAway },
      parameters,
      lives.split(i),
    );
  });
}

/** People with a domestic-abuse crime recorded in the look-back, in order of drawing. */
function drawEligible(count: number, parameters: ProgrammeParameters, stream: RandomStream): Candidate[] {
  const firstPanelDay = parseIsoDate(parameters.firstPanel)!;
  const eligible: Candidate[] = [];
  for (let i = 0; eligible.length < count; i++) {
    const candidate = drawCandidate(parameters, firstPanelDay, stream.split(i));
    if (candidate.history.domestic24m > 0) eligible.push(candidate);
  }
  return eligible;
}

function liveOn(
  candidate: Candidate,
  known: Pick<SimulatedPerson, "id" | "eligible" | "decision">,
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
  const { covariates, panel, indexDay, custodyBefore, frailty, history } = candidate;
  const { id, eligible, decision } = known;
  const events = candidate.events.concat(future);
  const before = { covariates, panel, indexDay, custodyBefore, frailty, history };
  return { ...before, id, eligible, decision, events, custodyAfter, pathway, search };
}

function drawCustodyAfter(candidate: Candidate, parameters: ProgrammeParameters, stream: RandomStream): Spell | null {
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
