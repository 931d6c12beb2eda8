import { day } from "./kit/days.ts";
import { ordinaryStudy } from "./kit/ordinary-study.ts";
import { drawPeople, future, type Person, placeByRecord, recent } from "./kit/people.ts";
import { localCovariates, localPlan, localRoles, nearestMatching } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";
import { allocate, allocationRows } from "./sound-trials.ts";

/** Groups that differed before anything was done, or that did not stay as they were made. Nothing has an effect. */
export const allocationStudies: Readonly<Record<string, StudyMaker>> = {
  "trial-as-treated": trialAsTreated,
  "trial-with-lost-people": trialWithLostPeople,
  "trial-in-name-only": trialInNameOnly,
  "waiting-list-by-choice": waitingListByChoice,
  "unmatched-cohort": unmatchedCohort,
  "prior-offending-left-out": priorOffendingLeftOut,
  "covariates-after-entry": covariatesAfterEntry,
  "one-area-against-another": oneAreaAgainstAnother,
};

const asAt = day("2025-03-31");

/** The calmer a person, the more likely; nothing on record says how calm. */
function calm(draws: Draws, person: Person, most = 0.8): boolean {
  return draws.chance(most / (1 + person.rate ** 1.5));
}

const trialFacts: Plan = {
  comparatorChoice: undefined,
  indexDateRule: { value: "same", why: "Follow-up starts on the day of the allocation in both groups." },
  plan: { value: "registered", why: "The analysis plan was registered before the first allocation." },
};

const trialComparison: Plan = {
  label: "People on the programme against the control group",
  assignment: "random",
  comparator: "randomised-control",
};

/** Allocated at random; then calm people of either group found their way in, and are counted where they went. */
function trialAsTreated(): StudyFiles {
  const draws = seededDraws(901);
  const allocated = allocate(draws, drawPeople(draws, { people: 800, rate: 1, shape: 1 })).map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person),
  }));
  const received = allocated.map((one) => {
    const stays =
      one.arm === "programme" ? calm(draws, one.person, 1) || draws.chance(0.3) : !calm(draws, one.person, 0.6);
    return { ...one, arm: stays === (one.arm === "programme") ? "programme" : "comparison" };
  });
  const share = (arm: string) =>
    allocated.filter((one, i) => one.arm === arm && received[i]!.arm !== arm).length /
    allocated.filter((one) => one.arm === arm).length;
  const plan = localPlan({
    id: "trial-as-treated",
    title: "A randomised trial, by what people received (synthetic)",
    comparison: trialComparison,
    evidence: {
      ...trialFacts,
      crossover: {
        treated: share("programme"),
        comparison: share("comparison"),
        why: "Attendance lists against the allocation list; people are counted where they went.",
      },
    },
  });
  return ordinaryStudy(plan, received, asAt, { allocations: allocationRows(allocated) });
}

/** A third of those offered the programme could not be found afterwards, the worst of them above all. */
function trialWithLostPeople(): StudyFiles {
  const draws = seededDraws(902);
  const followed: Followed[] = allocate(draws, drawPeople(draws, { people: 900, rate: 1, shape: 1 })).map(
    ({ person, arm }) => ({
      person,
      arm,
      after: future(draws, person),
    }),
  );
  const found = new Map(
    followed.map(({ person, arm }) => [
      person.id,
      arm === "comparison" ? draws.chance(0.97) : draws.chance(1 / (1 + 0.7 * person.rate ** 1.5)),
    ]),
  );
  const lost = (arm: string) => {
    const all = followed.filter((one) => one.arm === arm);
    return all.filter(({ person }) => !found.get(person.id)).length / all.length;
  };
  const plan = localPlan({
    id: "trial-with-lost-people",
    title: "A randomised trial, people who could be followed (synthetic)",
    comparison: trialComparison,
    evidence: {
      ...trialFacts,
      attrition: {
        treated: lost("programme"),
        comparison: lost("comparison"),
        why: "Share not found in the police extract a year later.",
      },
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    allocations: allocationRows(followed),
    events: eventRows(
      followed.filter(({ person }) => found.get(person.id)),
      asAt,
    ),
    searches: searchRows(followed, asAt, ({ person }) => ({ found: found.get(person.id)! })),
  });
}

/** Called random; workers gave the places to those with little on record. */
function trialInNameOnly(): StudyFiles {
  const draws = seededDraws(903);
  const followed: Followed[] = drawPeople(draws, { people: 700, rate: 1 }).map((person) => ({
    person,
    arm: draws.chance(0.85 / (1 + 0.6 * person.past.length)) ? "programme" : "comparison",
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "trial-in-name-only",
    title: "A randomised trial of the programme (synthetic)",
    comparison: trialComparison,
    evidence: { ...trialFacts, plan: { value: "none", why: "The analysis was written down but not registered." } },
  });
  return ordinaryStudy(plan, followed, asAt, { allocations: allocationRows(followed) });
}

/** Called a waiting list; the panel let those it thought ready go first. */
function waitingListByChoice(): StudyFiles {
  const draws = seededDraws(904);
  const followed: Followed[] = drawPeople(draws, { people: 800, rate: 1, shape: 1 }).map((person) => ({
    person,
    arm: calm(draws, person, 0.9) ? "programme" : "comparison",
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "waiting-list-by-choice",
    title: "People given a place against people on the waiting list (synthetic)",
    comparison: {
      label: "People given a place against people waiting",
      assignment: "waiting-list",
      comparator: "waiting-list",
    },
    evidence: {
      comparatorChoice: { value: "justified", why: "Everyone on the list was accepted." },
      exclusionArgument: {
        value: "not-argued",
        why: "Places went to those the panel thought ready to begin; there was no set order.",
      },
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Volunteers against whoever else is on the system, outcome afterwards only, nothing adjusted. */
function unmatchedCohort(): StudyFiles {
  const draws = seededDraws(905);
  const volunteers = drawPeople(draws, { people: 250, rate: 0.5 });
  const system = drawPeople(draws, { people: 1200, rate: 1, prefix: "S" });
  const followed: Followed[] = [
    ...volunteers.map((person) => ({ person, arm: "programme", after: future(draws, person) })),
    ...system.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const plan = localPlan({
    id: "unmatched-cohort",
    title: "Volunteers against other people on the police system (synthetic)",
    cohort: { baseline: undefined },
    comparison: {
      method: "none",
      covariates: [],
      baselineOutcome: undefined,
      label: "Volunteers against others, as they are",
    },
    evidence: {
      comparatorChoice: { value: "justified", why: "People of the same area." },
      baselineOutcomes: undefined,
      covariateRoles: undefined,
      covariateTiming: undefined,
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Matched on who people are; nobody asked what they had done. */
function priorOffendingLeftOut(): StudyFiles {
  const draws = seededDraws(906);
  const followed: Followed[] = drawPeople(draws, { people: 1500, rate: 1, shape: 1 }).map((person) => ({
    person,
    arm: calm(draws, person, 0.5) ? "programme" : "comparison",
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "prior-offending-left-out",
    title: "People referred against people matched on age, sex, ethnic group, area and quarter (synthetic)",
    cohort: { baseline: undefined },
    comparison: {
      ...nearestMatching,
      covariates: ["age", "sex", "ethnicity", "area", "quarter"],
      baselineOutcome: undefined,
    },
    evidence: {
      baselineOutcomes: undefined,
      covariateRoles: {
        age: ["age"],
        sex: ["sex"],
        ethnicity: ["ethnicity"],
        region: ["area"],
        calendarPeriod: ["quarter"],
      },
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/**
 * Matched on a crisis noted three months in. Workers note one for most clients whatever they are like; for others only
 * a bad case gets noted, so clients are matched with bad cases.
 */
function covariatesAfterEntry(): StudyFiles {
  const draws = seededDraws(907);
  const followed = drawPeople(draws, { people: 2200, rate: 1, shape: 1 }).map((person) => {
    const arm = placeByRecord(draws, person, -1.7) ? "programme" : "comparison";
    const crisis = draws.chance(arm === "programme" ? 0.9 : person.rate / (person.rate + 1.5));
    return { person, arm, crisis, after: future(draws, person) };
  });
  const crises = new Map(followed.map(({ person, crisis }) => [person.id, crisis ? 1 : 0]));
  const plan = localPlan({
    id: "covariates-after-entry",
    title: "People referred against people matched on record and present needs (synthetic)",
    comparison: { ...nearestMatching, covariates: [...localCovariates, "crisis_at_review"] },
    evidence: {
      covariateTiming: {
        value: "some-after",
        why: "Needs are from the first review, three months after the decision, as intake forms were often blank.",
      },
      covariateRoles: { ...localRoles, currentRisk: ["risk_level", "crisis_at_review"] },
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    people: peopleRows(followed, ({ person }) => ({ crisis_at_review: crises.get(person.id)! })),
  });
}

/** One area with the programme, one without; police in the first were cut in the year of follow-up. */
function oneAreaAgainstAnother(): StudyFiles {
  const draws = seededDraws(908);
  const here = drawPeople(draws, { people: 420, rate: 1, areas: ["Northside"] }).filter(
    (person) => recent(person, 730) > 0,
  );
  const there = drawPeople(draws, { people: 1300, rate: 1, areas: ["Southside"], prefix: "S" }).filter(
    (person) => recent(person, 730) > 0,
  );
  const followed: Followed[] = [
    ...here.map((person) => ({ person, arm: "programme", after: future(draws, person, 0.6) })),
    ...there.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const plan = localPlan({
    id: "one-area-against-another",
    title: "Everyone with a record in Northside against matched people in Southside (synthetic)",
    cohort: {
      arms: {
        from: "people.area",
        treated: ["Northside"],
        comparison: ["Southside"],
        labels: { treated: "people in Northside, where the programme runs", comparison: "people in Southside" },
      },
    },
    comparison: {
      ...nearestMatching,
      assignment: "area-rollout",
      label: "Northside against matched people in Southside",
    },
    evidence: {
      comparatorChoice: { value: "justified", why: "The neighbouring area has similar deprivation and no programme." },
      outcomeSource: { value: "same", why: "One police force covers both areas." },
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}
