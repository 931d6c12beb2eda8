import { day, iso } from "./kit/days.ts";
import { drawPeople, future, type Person, recent } from "./kit/people.ts";
import { localPlan, type PlanParts, workedOut } from "./kit/plan.ts";
import { seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, Row, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** People chosen because of a bad year, and a better year after it. */
export const beforeAndAfterStudies: Readonly<Record<string, StudyMaker>> = {
  "before-after-selected": () => cohortAlone("before-after-selected", 401, 1),
  "before-after-harm-hidden": yearBeforeAsComparison,
  "score-at-entry-and-exit": scoreAtEntryAndExit,
  "ninety-eight-forty-four-thirty-six": panelPattern,
  "national-rate": nationalRate,
};

const asAt = day("2025-03-31");
const coverage = { events: { from: "2018-12-01", to: iso(asAt) } };

/** Facts of a study in which nobody is compared: an honest author has nothing to say of a second group. */
const oneGroupFacts: Plan = {
  attrition: undefined,
  crossover: undefined,
  outcomeSource: { value: "same", why: "The same police extract gives the time before and the time after." },
  followUp: { value: "same", why: "Twelve months before entry and twelve months after it." },
  indexDateRule: { value: "same", why: "The day of the panel's decision divides before from after." },
  periodControls: { value: false, why: "Nothing was done about the calendar." },
  comparatorChoice: undefined,
  baselineOutcomes: undefined,
};

/** At least two crimes in the last year got a person in; chance that was bad is not bad twice. */
function chosenForABadYear(seed: number, people: number): { draws: ReturnType<typeof seededDraws>; people: Person[] } {
  const draws = seededDraws(seed);
  return {
    draws,
    people: drawPeople(draws, { people, rate: 1, shape: 3 }).filter((person) => recent(person, 365) >= 2),
  };
}

function cohortAlone(id: string, seed: number, ratio: number, more: Partial<PlanParts> = {}): StudyFiles {
  const { draws, people } = chosenForABadYear(seed, 700);
  const followed: Followed[] = people.map((person) => ({
    person,
    arm: "programme",
    after: future(draws, person, ratio),
  }));
  return {
    asAt: iso(asAt),
    coverage,
    plan: localPlan({
      id,
      title: "Offending before and after entry (synthetic)",
      cohort: {
        arms: undefined,
        blocks: {
          anchors: ["index"],
          before: 2,
          after: 2,
          scores: ["count", "prevalence"],
          selectedOn: "recent-offending",
        },
      },
      comparison: { comparator: "none", label: "Before and after the programme", baselineOutcome: undefined },
      evidence: oneGroupFacts,
      ...more,
    }),
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
    },
  };
}

/** The same people twice: their year before stands in for a comparison group. The programme makes them worse. */
function yearBeforeAsComparison(): StudyFiles {
  const id = "before-after-harm-hidden";
  const { draws, people } = chosenForABadYear(402, 1000);
  const rows = people.flatMap((person) => {
    const after = future(draws, person, 1.3).some((on) => on <= person.index + 365);
    return [
      { ...pseudoPerson(person, "comparison"), crime: recent(person, 365) > 0 },
      { ...pseudoPerson(person, "programme"), crime: after },
    ];
  });
  return {
    asAt: iso(asAt),
    plan: twoRowsPlan(
      id,
      workedOut("da-12m", "a recorded domestic-abuse crime within 12 months", {
        primary: true,
        measure: "riskDifference",
      }),
    ),
    tables: {
      people: rows.map(({ crime: _crime, ...row }) => row),
      outcomes: rows.map(({ person, crime }) => ({ person, outcome: "da-12m", value: crime ? "yes" : "no" })),
    },
  };
}

/** A score made of recency and frequency falls by itself while nothing new happens. */
function scoreAtEntryAndExit(): StudyFiles {
  const id = "score-at-entry-and-exit";
  const { draws, people } = chosenForABadYear(403, 500);
  const score = (days: readonly number[], on: number): number => {
    const seen = days.filter((one) => one <= on && one > on - 730);
    const last = Math.max(...seen);
    return 10 * Math.min(5, seen.filter((one) => one > on - 182).length) + 40 * 0.5 ** ((on - last) / 182);
  };
  const rows = people.flatMap((person) => {
    const days = [...person.past, ...future(draws, person)];
    return [
      { ...pseudoPerson(person, "comparison"), score: score(days, person.index) },
      { ...pseudoPerson(person, "programme"), score: score(days, person.index + 240) },
    ];
  });
  return {
    asAt: iso(asAt),
    plan: twoRowsPlan(
      id,
      workedOut("rfg-score", "recency, frequency and gravity score", {
        kind: "continuous",
        basis: "worker-judgement",
        reporter: "worker",
        definition: "rfg-score-at-entry-and-exit",
        primary: true,
        smallestEffect: 5,
        measure: "meanDifference",
      }),
    ),
    tables: {
      people: rows.map(({ score: _score, ...row }) => row),
      outcomes: rows.map((row) => ({
        person: row.person,
        outcome: "rfg-score",
        value: Math.round(10 * row.score) / 10,
      })),
    },
  };
}

function pseudoPerson(person: Person, arm: "programme" | "comparison"): Row & { readonly person: string } {
  return {
    person: `${person.id}-${arm === "programme" ? "after" : "before"}`,
    role: "perpetrator",
    arm,
    age: person.age,
    sex: person.sex,
    risk_level: person.risk,
  };
}

function twoRowsPlan(id: string, outcome: Plan): Plan {
  return localPlan({
    id,
    title: "The year before entry against the year after it (synthetic)",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people after the programme", comparison: "the same people before the programme" },
      },
      indexDate: null,
      baseline: undefined,
    },
    outcomes: [outcome],
    comparison: {
      label: "After the programme against before it",
      comparator: "none",
      covariates: ["age", "sex", "risk_level"],
      baselineOutcome: undefined,
    },
    evidence: { ...oneGroupFacts, covariateRoles: { age: ["age"], sex: ["sex"], currentRisk: ["risk_level"] } },
  });
}

/**
 * The published pattern: nearly everyone selected had reoffended in the half-year before, fewer did after selection, fewer
 * still after full engagement, and a figure for the whole system stands beside it. Nothing here has any effect.
 */
function panelPattern(): StudyFiles {
  const id = "ninety-eight-forty-four-thirty-six";
  const draws = seededDraws(404);
  const people = drawPeople(draws, { people: 2200, rate: 0.95, shape: 2 }).filter((person) => recent(person, 182) >= 1);
  const followed: Followed[] = people.map((person) => ({ person, arm: "programme", after: future(draws, person) }));
  // Who stays crime-free for four months is who comes to be fully engaged.
  const engaged = followed.filter(
    ({ person, after }) => !after.some((on) => on <= person.index + 120) && draws.chance(0.6),
  );
  const study = cohortAlone(id, 404, 1, {
    title: "From 98% to 36%: reoffending of a selected cohort (synthetic)",
    question:
      "Does work with the most harmful perpetrators reduce reoffending, from 98% before to 36% after full engagement, against 38% in the whole system?",
    cohort: {
      arms: undefined,
      blocks: {
        anchors: ["index", "full-engagement"],
        before: 1,
        after: 2,
        scores: ["count", "prevalence"],
        selectedOn: "recent-offending",
        basePrevalence: [0.38],
      },
    },
  });
  return {
    ...study,
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
      stages: engaged.map(({ person }) => ({
        person: person.id,
        stage: "full-engagement",
        date: iso(person.index + 120),
      })),
    },
  };
}

/** Volunteers with little on record against everyone convicted in the country. */
function nationalRate(): StudyFiles {
  const id = "national-rate";
  const draws = seededDraws(405);
  const clients = drawPeople(draws, { people: 300, rate: 0.35 });
  const country = drawPeople(draws, { people: 3000, rate: 0.65, prefix: "N", areas: ["Elsewhere"] });
  const followed: Followed[] = [
    ...clients.map((person) => ({ person, arm: "programme", after: future(draws, person) })),
    ...country.map((person) => ({ person, arm: "comparison", after: future(draws, person) })),
  ];
  return {
    asAt: iso(asAt),
    coverage,
    plan: localPlan({
      id,
      title: "Clients of the programme against the national rate (synthetic)",
      cohort: {
        arms: {
          from: "people.arm",
          treated: ["programme"],
          comparison: ["comparison"],
          labels: { treated: "clients of the programme", comparison: "everyone in the national reoffending figures" },
        },
      },
      comparison: { label: "Clients against the national rate", comparator: "national-rate" },
      evidence: {
        comparatorChoice: { value: "justified", why: "The national rate is the accepted benchmark." },
        indexDateRule: {
          value: "same",
          why: "National figures start at conviction, ours at the decision; both are the start of follow-up.",
        },
      },
    }),
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
    },
  };
}
