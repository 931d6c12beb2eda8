import { type Decision, type DecisionOutcome, outcomeOf } from "./read-decisions.ts";

/** A comparison group the log offers: people found suitable for whom there was no place. */
export interface CapacityRefused {
  readonly comparator: "capacity-refused";
  /** Ids in order of the log: about persons, never published. */
  readonly people: readonly string[];
  /** People accepted, whom they would be compared with. */
  readonly accepted: number;
  /** Refused for capacity once and accepted at another decision: in neither group. */
  readonly acceptedLater: number;
  readonly why: string;
  readonly how: string;
  /** Scores of the group that lie among those accepted; null where neither has scores. */
  readonly scoresWithinAccepted: { readonly people: number; readonly scored: number } | null;
}

/**
 * People refused only for want of capacity, offered as a comparison group: they passed the same selection, so they are
 * nearer to those accepted than people who were never considered. Whether places went by score is seen in
 * `scoresWithinAccepted`: where few of the group's scores lie among those accepted, few are comparable.
 *
 * @returns null when nobody was refused for capacity alone
 */
export function capacityRefusedProposal(decisions: readonly Decision[]): CapacityRefused | null {
  const accepted = peopleWith(decisions, "accepted");
  const refused = peopleWith(decisions, "capacity-refused");
  const people = [...refused.keys()].filter((person) => !accepted.has(person));
  if (people.length === 0) return null;
  return {
    comparator: "capacity-refused",
    people,
    accepted: accepted.size,
    acceptedLater: refused.size - people.length,
    why: "Found suitable by the same selection, and refused for want of a place alone",
    how: "Compare concurrently (comparator concurrent-untreated): give those accepted and those refused for capacity an arm each, take the decision date as index date of both, and match on the score and on what it is made from; check that places did not go by expected benefit",
    scoresWithinAccepted: within(
      people.map((person) => refused.get(person)!),
      [...accepted.values()],
    ),
  };
}

/** The first score of each person with a decision of this outcome. */
function peopleWith(decisions: readonly Decision[], outcome: DecisionOutcome): Map<string, number | null> {
  const people = new Map<string, number | null>();
  for (const decision of decisions) {
    if (outcomeOf(decision) !== outcome) continue;
    people.set(decision.person, people.get(decision.person) ?? decision.score);
  }
  return people;
}

function within(group: readonly (number | null)[], accepted: readonly (number | null)[]) {
  const range = accepted.filter((score) => score !== null);
  const scores = group.filter((score) => score !== null);
  if (range.length === 0 || scores.length === 0) return null;
  const lowest = range.reduce((a, b) => Math.min(a, b));
  const highest = range.reduce((a, b) => Math.max(a, b));
  return { people: scores.filter((score) => score >= lowest && score <= highest).length, scored: scores.length };
}
