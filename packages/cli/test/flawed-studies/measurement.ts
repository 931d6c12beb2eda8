import { day, iso } from "./kit/days.ts";
import { ordinaryStudy } from "./kit/ordinary-study.ts";
import { crimes, drawPeople, future, type Person, placeByRecord } from "./kit/people.ts";
import { localPlan, nearestMatching, recordedWithin12Months, workedOut } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Row, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, type MarkedDay, peopleRows } from "./kit/tables.ts";

/** The comparison is fair and the outcome does not mean what it is taken to mean. */
export const measurementStudies: Readonly<Record<string, StudyMaker>> = {
  "fewer-crimes-in-custody": inCustody,
  "more-reports-read-as-success": moreReports,
  "fewer-reports-without-support": fewerReports,
  "arrests-made-by-the-programme": arrestsByTheProgramme,
  "self-report-only": selfReportOnly,
  "victims-not-asked": victimsNotAsked,
};

const asAt = day("2025-03-31");

interface Selected {
  readonly person: Person;
  readonly arm: "programme" | "comparison";
}

function selected(draws: Draws, people: number, intercept = -1.5): Selected[] {
  return drawPeople(draws, { people, rate: 1 }).map((person) => ({
    person,
    arm: placeByRecord(draws, person, intercept) ? "programme" : "comparison",
  }));
}

/** Clients are watched closely and recalled to prison for breaches; out of prison they offend as before. */
function inCustody(): StudyFiles {
  const draws = seededDraws(801);
  const spells: Row[] = [];
  const followed: Followed[] = selected(draws, 1700).map(({ person, arm }) => {
    const recalled = draws.chance(arm === "programme" ? 0.6 : 0.08);
    const from = person.index + draws.whole(10, 60);
    const to = from + draws.whole(200, 300);
    if (recalled) spells.push({ person: person.id, kind: "recall", from: iso(from), to: iso(to) });
    return { person, arm, after: future(draws, person).filter((on) => !recalled || on < from || on > to) };
  });
  const plan = localPlan({
    id: "fewer-crimes-in-custody",
    title: "Intensive supervision and recorded crime (synthetic)",
    programme: { name: "Intensive supervision", what: "Weekly contact and prompt recall to prison for breaches" },
    comparison: { ...nearestMatching },
  });
  return ordinaryStudy(plan, followed, asAt, { orders: spells });
}

/** The same people are abused as before; with an advocate beside them, more of it is reported. The plan calls more reports better. */
function moreReports(): StudyFiles {
  const draws = seededDraws(802);
  const people = selected(draws, 1500);
  const followed: Followed[] = people.map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, { ...person, rate: person.rate * (arm === "programme" ? 1.9 : 1) }),
  }));
  const plan = localPlan({
    id: "more-reports-read-as-success",
    title: "Reports to the police by partners of clients (synthetic)",
    question: "Do more victim-survivors report abuse when their partner is on the programme?",
    outcomes: [
      {
        ...recordedWithin12Months,
        id: "da-reports-12m",
        label: "a domestic-abuse incident reported within 12 months",
        basis: "incident",
        direction: "higher",
      },
    ],
    comparison: { ...nearestMatching },
    evidence: {
      baselineOutcomes: [
        {
          covariate: "prior_da_12m",
          outcomes: ["da-reports-12m"],
          why: "Reports of the same kind in the 12 months before.",
        },
      ],
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    ...withPartners(people, (arm) => (arm === "programme" ? 0.85 : 0.02), draws),
    events: eventRows(followed, asAt, () => ({ crime: draws.chance(0.75) })),
  });
}

/** People not referred have advocates for their partners; partners of clients are asked to ring the programme first. */
function fewerReports(): StudyFiles {
  const draws = seededDraws(803);
  const people = selected(draws, 1500);
  const followed: Followed[] = people.map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person).filter(() => draws.chance(arm === "programme" ? 0.55 : 1)),
  }));
  const plan = localPlan({
    id: "fewer-reports-without-support",
    title: "Incidents reported to the police (synthetic)",
    outcomes: [
      {
        ...recordedWithin12Months,
        id: "da-incident-12m",
        label: "a domestic-abuse incident reported within 12 months",
        basis: "incident",
      },
    ],
    comparison: { ...nearestMatching },
    evidence: {
      baselineOutcomes: [
        {
          covariate: "prior_da_12m",
          outcomes: ["da-incident-12m"],
          why: "Reports of the same kind in the 12 months before.",
        },
      ],
    },
  });
  return ordinaryStudy(
    plan,
    followed,
    asAt,
    withPartners(people, (arm) => (arm === "programme" ? 0.05 : 0.9), draws),
  );
}

/** Links of everybody to a partner, and which of them took up support. */
function withPartners(
  people: readonly Selected[],
  accepts: (arm: string) => number,
  draws: Draws,
): Record<string, Row[]> {
  const partner = ({ person }: Selected) => person.id.replace("P", "V");
  const followed = people.map(({ person, arm }) => ({ person, arm: arm as string, after: [] }));
  const partners = followed.map((one) => ({
    ...one,
    person: { ...one.person, id: partner(one as Selected) },
    arm: "partner",
  }));
  return {
    people: [
      ...peopleRows(followed),
      ...peopleRows(partners).map((row) => ({
        ...row,
        role: "adult-victim-survivor",
        risk_level: null,
        quarter: null,
        index_date: null,
      })),
    ],
    links: people.map((one) => {
      const accepted = draws.chance(accepts(one.arm));
      return {
        person: one.person.id,
        linked_person: partner(one),
        kind: "dyad",
        relationship: "ex-partner",
        from: iso(one.person.index),
        offer_date: accepted ? iso(one.person.index + 7) : null,
        accepted: accepted ? true : null,
        accept_date: accepted ? iso(one.person.index + 14) : null,
        worker_type: accepted ? "idva" : null,
      };
    }),
  };
}

/** The programme sends police to make arrests, marked as proactive, and the plan counts arrests as success. */
function arrestsByTheProgramme(): StudyFiles {
  const draws = seededDraws(804);
  const followed: Followed[] = selected(draws, 1500).map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person),
  }));
  const made = new Map<string, MarkedDay[]>(
    followed.map(({ person, arm }) => [
      person.id,
      arm === "programme"
        ? crimes(draws, 1.6, person.index + 1, person.index + 365).map((on) => ({
            day: on,
            proactive: true,
            breach: draws.chance(0.4),
          }))
        : [],
    ]),
  );
  const plan = localPlan({
    id: "arrests-made-by-the-programme",
    title: "Perpetrators brought to justice (synthetic)",
    question: "Are more perpetrators arrested when they are on the programme's list?",
    programme: {
      name: "Disruption and tasking",
      what: "Officers are tasked to look for offences of those on the list",
    },
    outcomes: [
      {
        ...recordedWithin12Months,
        id: "da-arrest-12m",
        label: "a recorded domestic-abuse arrest within 12 months",
        direction: "higher",
      },
    ],
    comparison: { ...nearestMatching, label: "People on the list against matched people not on it" },
    evidence: {
      baselineOutcomes: [
        {
          covariate: "prior_da_12m",
          outcomes: ["da-arrest-12m"],
          why: "Arrests of the same kind in the 12 months before.",
        },
      ],
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    events: eventRows(followed, asAt, undefined, ({ person }) => made.get(person.id)!),
  });
}

/** Clients learn what to say. What they do is as before, and nobody else was asked. */
function selfReportOnly(): StudyFiles {
  const draws = seededDraws(805);
  const followed: Followed[] = selected(draws, 1100, -1).map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "self-report-only",
    title: "What clients say about their own behaviour (synthetic)",
    question: "Do people on the programme use less abuse?",
    outcomes: [
      workedOut("says-abusive", "any abuse in the past 12 months by the person’s own account", {
        basis: "self-report",
        reporter: "perpetrator",
        definition: "any-abuse-by-own-account",
        primary: true,
        smallestEffect: 0.05,
        measure: "riskDifference",
      }),
    ],
    comparison: {
      ...nearestMatching,
      baselineOutcome: "said_abusive",
      covariates: [
        "age",
        "sex",
        "risk_level",
        "quarter",
        "prior_da_12m",
        "prior_da_24m",
        "days_since_last_da",
        "said_abusive",
      ],
    },
    evidence: {
      outcomeSource: { value: "same", why: "Both groups fill in the same questionnaire." },
      baselineOutcomes: [
        {
          covariate: "said_abusive",
          outcomes: ["says-abusive"],
          why: "The same question at the start, about the 12 months before.",
        },
      ],
    },
  });
  return ordinaryStudy(plan, followed, asAt, {
    people: peopleRows(followed, ({ person }) => ({
      said_abusive: person.past.length > 0 && draws.chance(0.7) ? 1 : 0,
    })),
    outcomes: followed.map(({ person, arm }) => {
      const abusive = draws.chance(1 - Math.exp(-2 * person.rate));
      const owns = draws.chance(arm === "programme" ? 0.4 : 0.7);
      return { person: person.id, outcome: "says-abusive", value: abusive && owns ? "yes" : "no" };
    }),
  });
}

/**
 * Control over partners grows and they no longer ring the police. The police see less; the victims say, in accounts the
 * service wrote down and the plan leaves aside, that it is worse, and serious injuries are on record.
 */
function victimsNotAsked(): StudyFiles {
  const draws = seededDraws(806);
  const people = selected(draws, 1500);
  const followed: Followed[] = people.map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person, arm === "programme" ? 1.4 * 0.4 : 1),
  }));
  const plan = localPlan({
    id: "victims-not-asked",
    title: "Police-recorded domestic abuse (synthetic)",
    comparison: { ...nearestMatching },
  });
  const severity = (arm: string, wave: string) => {
    const mean = wave === "intake" ? 1 : arm === "programme" ? 1.9 : 1;
    return Math.min(3, draws.poisson(mean));
  };
  const abuse = people
    .filter(() => draws.chance(0.6))
    .flatMap(({ person, arm }) =>
      ["intake", "exit"].flatMap((wave) =>
        (["physical", "jealous-controlling"] as const).map((kind) => ({
          person: person.id,
          victim: person.id.replace("P", "V"),
          wave,
          date: iso(person.index + (wave === "intake" ? 5 : 330)),
          kind,
          severity: severity(arm, wave),
          reporter: "victim-survivor",
        })),
      ),
    );
  const harms = people
    .filter(({ arm }) => draws.chance(arm === "programme" ? 0.12 : 0.03))
    .map(({ person, arm }) => ({
      person: person.id,
      date: iso(person.index + draws.whole(60, 350)),
      kind: "serious-injury-of-partner",
      during_programme: arm === "programme",
    }));
  return ordinaryStudy(plan, followed, asAt, {
    ...withPartners(people, () => 0.3, draws),
    abuse,
    harms,
  });
}
