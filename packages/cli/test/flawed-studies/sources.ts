import { day } from "./kit/days.ts";
import { ordinaryStudy } from "./kit/ordinary-study.ts";
import { papersOfThePanel, recordOnPapers } from "./kit/papers-of-the-panel.ts";
import { drawPeople, future, type Person, placeByRecord } from "./kit/people.ts";
import { localPlan, nearestMatching, workedOut } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** Records that see one arm less well than the other, or another year, or another place. Nothing has an effect. */
export const sourceStudies: Readonly<Record<string, StudyMaker>> = {
  "different-sources": differentSources,
  "different-coverage": differentCoverage,
  "not-found-counted-as-free": notFoundCountedAsFree,
  "selective-linkage": selectiveLinkage,
  "historical-comparison": () => historical("historical-comparison", 705, "historical"),
  "historical-comparison-unnamed": () => historical("historical-comparison-unnamed", 706, "concurrent-untreated"),
  "recording-changed": recordingChanged,
};

const asAt = day("2025-03-31");

function arms(draws: Draws, people: Person[], intercept: number): Followed[] {
  return people.map((person) => ({
    person,
    arm: placeByRecord(draws, person, intercept) ? "programme" : "comparison",
    after: future(draws, person),
  }));
}

function within(person: Person, after: readonly number[], days: number): boolean {
  return after.some((on) => on <= person.index + days);
}

const outcome = workedOut("da-12m", "a domestic-abuse crime within 12 months", {
  primary: true,
  measure: "riskDifference",
});

function priorAsBaseline(why: string): Plan[] {
  return [{ covariate: "prior_da_12m", outcomes: ["da-12m"], why }];
}

/** Case notes of the service for clients, the police record for the others. */
function differentSources(): StudyFiles {
  const draws = seededDraws(701);
  const followed = arms(draws, drawPeople(draws, { people: 1500, rate: 1 }), -1.3);
  const plan = localPlan({
    id: "different-sources",
    title: "Domestic-abuse crime within 12 months (synthetic)",
    outcomes: [outcome],
    comparison: { ...nearestMatching },
    evidence: {
      outcomeSource: {
        value: "different",
        why: "Case managers know of new crimes of their clients, who are in weekly contact; for the others the police record was used.",
      },
      baselineOutcomes: priorAsBaseline("Crimes in the police record before the decision, for both groups."),
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    outcomes: followed.map(({ person, arm, after }) => {
      const happened = within(person, after, 365);
      const noticed = arm === "comparison" || draws.chance(0.55);
      return { person: person.id, outcome: "da-12m", value: happened && noticed ? "yes" : "no" };
    }),
  });
}

/** The extract for the clients' area ends seven months after most of them started. */
function differentCoverage(): StudyFiles {
  const draws = seededDraws(702);
  const followed = arms(draws, drawPeople(draws, { people: 1500, rate: 1 }), -1.3);
  const plan = localPlan({
    id: "different-coverage",
    title: "Domestic-abuse crime within 12 months, two police forces (synthetic)",
    outcomes: [outcome],
    comparison: { ...nearestMatching },
    evidence: {
      outcomeSource: { value: "same", why: "Police records in both areas." },
      baselineOutcomes: priorAsBaseline("Police records before the decision, for both groups."),
    },
  });
  const covered = (one: Followed) => (one.arm === "programme" ? 200 : 735);
  return ordinaryStudy(plan, followed, asAt, {
    searches: searchRows(followed, asAt, (one) => ({
      from: one.person.index - 740,
      to: Math.min(asAt, one.person.index + covered(one)),
    })),
    outcomes: followed.map((one) => ({
      person: one.person.id,
      outcome: "da-12m",
      value: within(one.person, one.after, Math.min(365, covered(one))) ? "yes" : "no",
    })),
  });
}

/** Two in five clients were not found in the police system, and were written down as crime-free. */
function notFoundCountedAsFree(): StudyFiles {
  const draws = seededDraws(703);
  const followed = arms(draws, drawPeople(draws, { people: 1500, rate: 1 }), -1.3);
  const found = new Map(followed.map(({ person, arm }) => [person.id, arm === "comparison" || draws.chance(0.6)]));
  const plan = localPlan({
    id: "not-found-counted-as-free",
    title: "Domestic-abuse crime within 12 months of everyone referred (synthetic)",
    outcomes: [outcome],
    cohort: { baseline: undefined },
    ...papersOfThePanel(nearestMatching, {
      attrition: { treated: 0, comparison: 0, why: "Everyone referred has an outcome." },
      baselineOutcomes: [
        { covariate: "record_12m", outcomes: ["da-12m"], why: "Crimes on the panel's papers in the year before." },
      ],
    }),
  });
  return ordinaryStudy(plan, followed, asAt, {
    people: peopleRows(followed, recordOnPapers),
    events: eventRows(
      followed.filter(({ person }) => found.get(person.id)),
      asAt,
    ),
    searches: searchRows(followed, asAt, ({ person }) => ({ found: found.get(person.id)! })),
    outcomes: followed.map(({ person, after }) => ({
      person: person.id,
      outcome: "da-12m",
      value: found.get(person.id) && within(person, after, 365) ? "yes" : "no",
    })),
  });
}

/** Clients arrested under another name could not be found in the police system, and are left out. */
function selectiveLinkage(): StudyFiles {
  const draws = seededDraws(704);
  const followed = arms(draws, drawPeople(draws, { people: 1900, rate: 1, shape: 1 }), -1.4);
  const found = new Map(
    followed.map(({ person, arm, after }) => [
      person.id,
      arm === "comparison" || draws.chance(within(person, after, 365) ? 0.55 : 0.97),
    ]),
  );
  const plan = localPlan({
    id: "selective-linkage",
    title: "People referred who could be matched to police records (synthetic)",
    comparison: { ...nearestMatching },
    evidence: {
      attrition: { treated: 0, comparison: 0, why: "Everyone who could be matched to police records is analysed." },
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    events: eventRows(
      followed.filter(({ person }) => found.get(person.id)),
      asAt,
    ),
    searches: searchRows(followed, asAt, ({ person }) => ({ found: found.get(person.id)! })),
  });
}

/** Recorded crime fell by a third between the two periods, programme or not. */
function historical(id: string, seed: number, comparator: "historical" | "concurrent-untreated"): StudyFiles {
  const draws = seededDraws(seed);
  const earlier = drawPeople(draws, { people: 1200, rate: 1, from: "2018-01-01", to: "2019-03-31", prefix: "H" });
  const later = drawPeople(draws, { people: 700, rate: 0.95, from: "2022-01-01", to: "2022-12-31" });
  const followed: Followed[] = [
    ...earlier.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
    ...later.map((person) => ({ person, arm: "programme", after: future(draws, person, 0.62) })),
  ];
  const named = comparator === "historical";
  const plan = localPlan({
    id,
    title: "People on the programme against people alike (synthetic)",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: {
          treated: "people referred",
          comparison: named ? "people dealt with before the programme began" : "people not referred",
        },
      },
    },
    comparison: {
      ...nearestMatching,
      comparator,
      covariates: ["age", "sex", "ethnicity", "risk_level", "prior_da_12m", "prior_da_24m", "days_since_last_da"],
    },
    evidence: {
      periodControls: named
        ? { value: false, why: "Nothing was done about the calendar; we know of no change." }
        : { value: true, why: "The same police team dealt with both groups." },
      comparatorChoice: { value: "justified", why: "People who would have been referred had the programme existed." },
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** From January 2022 the clients' force files half of what it filed as crimes as incidents. Other forces do not. */
function recordingChanged(): StudyFiles {
  const draws = seededDraws(707);
  const people = drawPeople(draws, {
    people: 1900,
    rate: 1,
    from: "2021-09-01",
    to: "2022-03-31",
    areas: ["Northside", "Southside"],
  });
  const followed: Followed[] = people.map((person) => ({
    person,
    arm:
      person.area === "Northside" && placeByRecord(draws, person, -0.3)
        ? "programme"
        : person.area === "Southside"
          ? "comparison"
          : "neither",
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "recording-changed",
    title: "Clients in Northside against matched people in Southside (synthetic)",
    comparison: { ...nearestMatching, label: "Clients in Northside against matched people in Southside" },
    evidence: {
      comparatorChoice: { value: "justified", why: "The neighbouring area has the same deprivation and no programme." },
      outcomeSource: { value: "same", why: "Police-recorded crime in both areas." },
    },
  });
  const change = day("2022-01-01");
  return ordinaryStudy(plan, followed, asAt, {
    events: eventRows(followed, asAt, ({ person }, on) => ({
      crime: !(person.area === "Northside" && on >= change && draws.chance(0.5)),
    })),
  });
}
