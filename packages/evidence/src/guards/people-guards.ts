import { exact, resultKey } from "@likewise/schema";
import { attritionVerdict } from "../attrition.ts";
import { eventsArePeople } from "../claims/effect-form.ts";
import { fewEvents, fewTreated } from "../few-people.ts";
import { lossOfPeople } from "../loss-of-people.ts";
import { decidingEstimates, failedRules } from "./deciding.ts";
import type { Guard, GuardInput } from "./guard.ts";

/** Who is behind a result: people lost, people left out, and how few are left. */
export const peopleGuards: readonly Guard[] = [
  {
    id: "differential-attrition",
    gist: "people lost, more than 10 points apart between the arms; any other loss that does not pass the test of attrition is a caveat",
    detect: (given) => {
      const { comparison, facts, coverage } = given;
      if (comparison.design.comparator === "none") return null;
      const found = decidingEstimates(given).flatMap(({ outcome, estimate }) => {
        const { attrition } = lossOfPeople(estimate, comparison, facts, coverage);
        if (attrition === null || attritionVerdict(attrition) === "pass") return [];
        return [{ outcome: outcome.id, uneven: Math.abs(attrition.treated - attrition.comparison) > tenPoints }];
      });
      const uneven = found.filter((one) => one.uneven);
      if (found.length === 0) return null;
      return {
        effect: uneven.length > 0 ? "stops-verdict" : "caveat",
        basis: facts.attrition === undefined ? "data" : "facts",
        outcomes: (uneven.length > 0 ? uneven : found).map(({ outcome }) => outcome),
      };
    },
    source: "evaluation standards 1.5",
    status: "policy",
  },
  {
    id: "estimand-changed",
    gist: "fewer than 80 % of the treated are kept by matching or weighting",
    detect: (given) => {
      const found = decidingEstimates(given).filter(({ estimate }) =>
        failedRules(given, estimate.id).includes("support"),
      );
      if (found.length === 0) return null;
      const { id, matching } = given.comparison;
      const shown =
        matching === null
          ? []
          : [
              {
                rule: "guard-left-out" as const,
                slots: {
                  kept: resultKey("comparisons", id, "matching", "treatedMatched"),
                  unmatched: resultKey("comparisons", id, "matching", "treatedUnmatched"),
                },
              },
            ];
      return { effect: "stops-cause", basis: "data", outcomes: found.map(({ outcome }) => outcome.id), shown };
    },
    source: "drop tests, support",
    status: "policy",
  },
  {
    id: "no-overlap",
    gist: "the groups were refused as having no counterparts in one another",
    detect: ({ comparison }) => {
      const found = comparison.refusals.filter(({ id }) => id.startsWith("no-overlap"));
      return found.length === 0
        ? null
        : {
            effect: "stops-verdict",
            basis: "data",
            keys: found.map(({ id }) => resultKey("comparisons", comparison.id, "refusals", id, "why")),
          };
    },
    source: "evaluation standards 1.3, common support",
    status: "policy",
  },
  {
    id: "small-numbers",
    gist: "fewer than 30 people in an arm, or fewer than 10 events in all; with 30 or more and fewer than 10 events among the treated it is a caveat",
    detect: (given) => {
      const found = decidingEstimates(given).flatMap(({ outcome, estimate, side }) => {
        const { treated, comparison } = estimate;
        const few = Math.min(exact(treated.n), exact(comparison.n)) < fewTreated;
        const people = eventsArePeople(estimate.measure) && treated.events !== null && comparison.events !== null;
        const events = people ? [exact(treated.events!), exact(comparison.events!)] : null;
        const rare = events !== null && events[0]! + events[1]! < fewEvents;
        if (!few && (events === null || events[0]! >= fewEvents)) return [];
        return [{ outcome: outcome.id, key: estimate.id, stops: (few || rare) && side !== "none" }];
      });
      if (found.length === 0) return null;
      const stopped = found.filter(({ stops }) => stops);
      const about = stopped.length > 0 ? stopped : found;
      return {
        effect: stopped.length > 0 ? "stops-verdict" : "caveat",
        basis: "data",
        outcomes: about.map(({ outcome }) => outcome),
        shown: about.map(({ key }) => ({ rule: "guard-few-people", slots: slotsOf(given, key) })),
      };
    },
    source: "evaluation standards 1.4, step D",
    status: "policy",
  },
];

const tenPoints = 0.1;

function slotsOf({ comparison }: GuardInput, estimate: string): Record<string, string> {
  const at = (arm: string) => resultKey("comparisons", comparison.id, "estimates", estimate, arm, "n");
  return { treatedN: at("treated"), comparisonN: at("comparison") };
}
