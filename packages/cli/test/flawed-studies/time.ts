import { day, iso } from "./kit/days.ts";
import { ordinaryStudy } from "./kit/ordinary-study.ts";
import { papersOfThePanel, recordOnPapers } from "./kit/papers-of-the-panel.ts";
import { drawPeople, future, type Person, placeByRecord } from "./kit/people.ts";
import { localPlan, nearestMatching, recordedWithin12Months, workedOut } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** Clocks that flatter: nothing has an effect, and the arms are watched for different times or from different days. */
export const timeStudies: Readonly<Record<string, StudyMaker>> = {
  "immortal-time": () => engagedFromReferral("immortal-time", 601, immortalFact),
  "immortal-time-unnamed": () => engagedFromReferral("immortal-time-unnamed", 602, sameClock),
  "index-at-programme-end": () => clockFromTheEnd("index-at-programme-end", 603, differentClock),
  "index-at-programme-end-unnamed": () => clockFromTheEnd("index-at-programme-end-unnamed", 634, sameClock),
  "shorter-follow-up": () => halfTheTime("shorter-follow-up", 605, true),
  "shorter-follow-up-unnamed": () => halfTheTime("shorter-follow-up-unnamed", 606, false),
  "windows-not-over": windowsNotOver,
  "proof-not-over": proofNotOver,
};

const asAt = day("2025-03-31");
const sameClock = { value: "same", why: "Both groups are followed from their index date." };
const immortalFact = {
  value: "immortal",
  why: "Both groups are followed from referral; to be counted as engaged a person had to stay six months, and anyone arrested was taken off.",
};
const differentClock = {
  value: "different",
  why: "Clients are followed from the day they finished, others from the day of the panel, as nothing else was to hand.",
};

/** Not referred by the record, followed as they are. */
function pool(draws: Draws, people: number): { readonly referred: Person[]; readonly others: Person[] } {
  const all = drawPeople(draws, { people, rate: 1 });
  const referred = all.filter((person) => placeByRecord(draws, person, -1));
  const chosen = new Set(referred);
  return { referred, others: all.filter((person) => !chosen.has(person)) };
}

/** Counted as treated: who stayed six months without an arrest, with the clock started at referral. */
function engagedFromReferral(id: string, seed: number, indexDateRule: Plan): StudyFiles {
  const draws = seededDraws(seed);
  const { referred, others } = pool(draws, 1900);
  const comers = referred.map((person) => ({ person, after: future(draws, person) }));
  const engaged = comers.filter(({ person, after }) => !after.some((on) => on <= person.index + 180));
  const stayed = new Set(engaged);
  const followed: Followed[] = [
    ...comers.map((one) => ({ ...one, arm: stayed.has(one) ? "programme" : "referred-only" })),
    ...others.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const plan = localPlan({
    id,
    title: "People who engaged for six months against matched people not referred (synthetic)",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people who engaged for six months", comparison: "people not referred" },
      },
    },
    comparison: { ...nearestMatching, label: "Engaged people against matched people not referred" },
    evidence: { indexDateRule },
  });
  return ordinaryStudy(plan, followed, asAt, {
    stages: comers.flatMap((one) => [
      { person: one.person.id, stage: "referred", date: iso(one.person.index) },
      { person: one.person.id, stage: "started", date: iso(one.person.index + 14) },
      ...(stayed.has(one) ? [{ person: one.person.id, stage: "engaged", date: iso(one.person.index + 180) }] : []),
    ]),
  });
}

/** The clock of clients starts when they finish; whoever was arrested on the way never finished. */
function clockFromTheEnd(id: string, seed: number, indexDateRule: Plan): StudyFiles {
  const draws = seededDraws(seed);
  const all = drawPeople(draws, { people: 3600, rate: 1, shape: 1 });
  const [referred, others] = [all.slice(0, 1400), all.slice(1400)];
  const comers = referred.map((person) => ({
    person,
    after: future(draws, person),
    end: person.index + draws.whole(270, 340),
  }));
  const finished = comers.filter(({ person, after, end }) => !after.some((on) => on <= end && on > person.index));
  const followed: Followed[] = [
    ...finished.map(({ person, after, end }) => ({ person, after, arm: "programme", index: end })),
    ...others.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const plan = localPlan({
    id,
    title: "Twelve months after the programme (synthetic)",
    cohort: {
      baseline: undefined,
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people who went through the programme", comparison: "people not referred" },
      },
    },
    ...papersOfThePanel(
      { method: "entropy", estimand: "att", label: "After the programme against people not referred" },
      { indexDateRule },
    ),
  });
  return ordinaryStudy(plan, followed, asAt, {
    people: peopleRows(followed, recordOnPapers),
    stages: finished.flatMap(({ person, end }) => [
      { person: person.id, stage: "referred", date: iso(person.index) },
      { person: person.id, stage: "started", date: iso(person.index + 14) },
      { person: person.id, stage: "completed", date: iso(end) },
    ]),
  });
}

/** Clients were watched for half a year, the others for a whole one. */
function halfTheTime(id: string, seed: number, named: boolean): StudyFiles {
  const draws = seededDraws(seed);
  const { referred, others } = pool(draws, 1300);
  const followed: Followed[] = [
    ...referred.map((person) => ({ person, arm: "programme", after: future(draws, person) })),
    ...others.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const outcome = workedOut("da-crime", "a recorded domestic-abuse crime in the follow-up", {
    definition: "any-crime-in-follow-up",
    primary: true,
    measure: "riskDifference",
    timeUnit: "day",
  });
  const plan = localPlan({
    id,
    title: "Reoffending in the follow-up (synthetic)",
    outcomes: [outcome],
    comparison: { ...nearestMatching, replace: true },
    evidence: {
      followUp: named
        ? {
            value: "different",
            why: "Clients could be followed for six months, others for twelve, as the funding ended.",
          }
        : { value: "same", why: "Both groups are followed from the decision to the end of the study." },
      baselineOutcomes: [
        { covariate: "prior_da_12m", outcomes: ["da-crime"], why: "Crimes of the same extract before the decision." },
      ],
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    outcomes: followed.map(({ person, arm, after }) => {
      const watched = arm === "programme" ? 182 : 365;
      const first = after[0] === undefined ? watched + 1 : after[0] - person.index;
      const row = { person: person.id, outcome: "da-crime", value: first <= watched ? "yes" : "no" };
      return { ...row, time: Math.min(first, watched), time_unit: "day" };
    }),
  });
}

/** Most clients came in the last months before the extract; "none yet" was written down as "none". */
function windowsNotOver(): StudyFiles {
  const draws = seededDraws(607);
  const referred = drawPeople(draws, { people: 260, rate: 1, from: "2024-06-01", to: "2025-02-28" });
  const others = drawPeople(draws, { people: 800, rate: 1, from: "2022-06-01", to: "2023-12-31", prefix: "C" });
  const followed: Followed[] = [
    ...referred.map((person) => ({ person, arm: "programme", after: future(draws, person) })),
    ...others.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const outcome = workedOut("da-12m", "a recorded domestic-abuse crime within 12 months", {
    window: "recorded-12m",
    primary: true,
    measure: "riskDifference",
  });
  const plan = localPlan({
    id: "windows-not-over",
    title: "Reoffending within 12 months, first results (synthetic)",
    outcomes: [outcome],
    comparison: {
      method: "entropy",
      estimand: "att",
      covariates: ["age", "sex", "risk_level", "prior_da_12m", "prior_da_24m", "days_since_last_da"],
    },
    evidence: {
      baselineOutcomes: [
        { covariate: "prior_da_12m", outcomes: ["da-12m"], why: "Crimes of the same extract before the decision." },
      ],
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    outcomes: followed.map(({ person, after }) => {
      const seen = after.some((on) => on <= Math.min(asAt, person.index + 365));
      return { person: person.id, outcome: "da-12m", value: seen ? "yes" : "no" };
    }),
  });
}

/** Courts take months; crimes of recent clients could not be proven by the day of the extract. */
function proofNotOver(): StudyFiles {
  const draws = seededDraws(608);
  const proofDays = () => draws.whole(90, 300);
  const referred = drawPeople(draws, { people: 300, rate: 1.4, from: "2023-12-15", to: "2024-03-20" });
  const others = drawPeople(draws, { people: 900, rate: 1.4, from: "2022-06-01", to: "2023-08-31", prefix: "C" });
  const followed: Followed[] = [
    ...referred.map((person) => ({ person, arm: "programme", after: future(draws, person) })),
    ...others.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  const plan = localPlan({
    id: "proof-not-over",
    title: "Proven reoffending within 12 months (synthetic)",
    outcomes: [
      {
        ...recordedWithin12Months,
        id: "da-proven-12m",
        label: "proven domestic-abuse reoffending within 12 months",
        basis: "proven",
        reporter: "court",
        definition: "proven",
        window: "moj-proven-12m",
      },
    ],
    comparison: {
      ...nearestMatching,
      covariates: ["age", "sex", "risk_level", "prior_da_12m", "prior_da_24m", "days_since_last_da"],
    },
    evidence: {
      baselineOutcomes: [
        {
          covariate: "prior_da_12m",
          outcomes: ["da-proven-12m"],
          why: "Crimes of the same extract before the decision.",
        },
      ],
    },
  });
  return {
    asAt: iso(asAt),
    plan,
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt, () => ({ provenAfterDays: draws.chance(0.6) ? proofDays() : null })),
      searches: searchRows(followed, asAt, ({ person }) => ({ from: person.index - 740, to: asAt })),
    },
  };
}
