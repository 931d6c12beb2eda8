import { day, iso } from "./kit/days.ts";
import { drawPeople, future, placeByRecord } from "./kit/people.ts";
import { localPlan, nearestMatching, recordedWithin12Months } from "./kit/plan.ts";
import { seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** Selected on the record alone, compared with people alike in it, prior offending among it. */
export const soundMatched: Readonly<Record<string, StudyMaker>> = {
  "sound-matched-nearest-benefit": () =>
    matched({
      id: "sound-matched-nearest-benefit",
      seed: 301,
      pool: 2400,
      intercept: -2,
      ratio: 0.55,
      method: nearestMatching,
    }),
  "sound-matched-full-small-benefit": () =>
    matched({
      id: "sound-matched-full-small-benefit",
      seed: 302,
      pool: 1300,
      intercept: -2.5,
      ratio: 0.4,
      method: { method: "full" },
    }),
  "sound-weighted-benefit": () =>
    matched({
      id: "sound-weighted-benefit",
      seed: 303,
      pool: 1600,
      intercept: -1.4,
      ratio: 0.55,
      method: { method: "entropy", estimand: "att" },
    }),
  "sound-weighted-harm": () =>
    matched({
      id: "sound-weighted-harm",
      seed: 304,
      pool: 1600,
      intercept: -1.4,
      ratio: 1.9,
      method: { method: "ipw", estimand: "att" },
    }),
  "sound-matched-count-benefit": () =>
    matched({
      id: "sound-matched-count-benefit",
      seed: 305,
      pool: 2400,
      intercept: -2,
      ratio: 0.5,
      method: nearestMatching,
      outcome: countWithin12Months,
    }),
  "sound-refused-for-capacity-benefit": () => refusedForCapacity("sound-refused-for-capacity-benefit", 306, 1800, 0.5),
  "sound-refused-for-capacity-null": () => refusedForCapacity("sound-refused-for-capacity-null", 307, 5200, 1),
};

const asAt = day("2025-03-31");

export interface MatchedOptions {
  readonly id: string;
  readonly seed: number;
  readonly pool: number;
  /** Log-odds of a place before the record is read. */
  readonly intercept: number;
  readonly ratio: number;
  readonly method: Plan;
  readonly outcome?: Plan;
}

function matched({
  id,
  seed,
  pool,
  intercept,
  ratio,
  method,
  outcome = recordedWithin12Months,
}: MatchedOptions): StudyFiles {
  const draws = seededDraws(seed);
  const followed: Followed[] = drawPeople(draws, { people: pool }).map((person) => {
    const placed = placeByRecord(draws, person, intercept);
    return { person, arm: placed ? "programme" : "comparison", after: future(draws, person, placed ? ratio : 1) };
  });
  return {
    asAt: iso(asAt),
    plan: localPlan({
      id,
      title: "People referred against people alike who were not (synthetic)",
      profile: "default",
      outcomes: [outcome],
      comparison: { ...method },
      evidence: {
        baselineOutcomes: [
          {
            covariate: "prior_da_12m",
            outcomes: [outcome["id"]],
            why: "The same crimes from the same extract, in the 12 months up to the decision.",
          },
        ],
      },
    }),
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
    },
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
  };
}

const countWithin12Months: Plan = {
  ...recordedWithin12Months,
  id: "da-count-12m",
  label: "recorded domestic-abuse crimes per person within 12 months",
  kind: "count",
  smallestEffect: 0.15,
  measure: "meanDifference",
};

/** Everyone met the criteria; a panel that read the record ranked them, and places ran out. */
function refusedForCapacity(id: string, seed: number, pool: number, ratio: number): StudyFiles {
  const draws = seededDraws(seed);
  const eligible = drawPeople(draws, { people: pool, rate: 1 }).filter(({ past }) => past.length > 0);
  const followed: Followed[] = eligible.map((person) => {
    const placed = placeByRecord(draws, person, -1.7);
    return { person, arm: placed ? "selected" : "capacity-refused", after: future(draws, person, placed ? ratio : 1) };
  });
  return {
    asAt: iso(asAt),
    plan: localPlan({
      id,
      title: "People given a place against people refused for want of places (synthetic)",
      profile: "default",
      cohort: {
        arms: {
          from: "selections.panel_decision",
          treated: ["selected"],
          comparison: ["capacity-refused"],
          labels: { treated: "people given a place", comparison: "eligible people refused for want of places" },
        },
        indexDate: "selections.decision_date",
      },
      comparison: { ...nearestMatching, label: "Everyone given a place against matched people refused for capacity" },
      evidence: {
        comparatorChoice: {
          value: "justified",
          why: "Everyone met the criteria of the service; those compared were refused for want of places alone, by a ranking on the record that is used here.",
        },
      },
    }),
    tables: {
      people: peopleRows(followed).map(({ arm: _arm, index_date: _index, ...row }) => row),
      selections: followed.map(({ person, arm }) => ({
        person: person.id,
        decision_date: iso(person.index),
        panel_decision: arm,
        reason: arm === "capacity-refused" ? "no place left" : null,
      })),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
    },
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
  };
}
