import { day } from "./kit/days.ts";
import { ordinaryStudy } from "./kit/ordinary-study.ts";
import { drawPeople, future, type Person, placeByRecord, recent } from "./kit/people.ts";
import { localPlan, localRoles, nearestMatching, recordedWithin12Months, workedOut } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Row, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { type Followed, peopleRows } from "./kit/tables.ts";
import { allocate, allocationRows } from "./sound-trials.ts";

/** What is compared, on whom, how often and what is told of it. */
export const analysisStudies: Readonly<Record<string, StudyMaker>> = {
  "no-overlap": noOverlap,
  "calipers-drop-most": calipersDropMost,
  "imbalance-after-matching": imbalanceAfterMatching,
  "control-chosen-differently": controlChosenDifferently,
  "small-numbers": smallNumbers,
  "star-among-twenty": () => starAmongTwenty("star-among-twenty", false),
  "star-made-primary": () => starAmongTwenty("star-made-primary", true),
  "outcome-switched": outcomeSwitched,
  "subgroup-fishing": subgroupFishing,
  "one-site-carries-the-pool": oneSiteCarries,
};

const asAt = day("2025-03-31");

/** People referred have a first entry on record, the others a long record; hardly anyone has a like in the other group. */
function noOverlap(): StudyFiles {
  const draws = seededDraws(1001);
  const all = drawPeople(draws, { people: 2600, rate: 1.3, shape: 2 });
  const followed: Followed[] = all.flatMap((person) => {
    const count = person.past.length;
    const arm = count <= 1 && person.rate < 1.5 ? "programme" : count >= 3 || draws.chance(0.02) ? "comparison" : null;
    return arm === null ? [] : [{ person, arm, after: future(draws, person) }];
  });
  const plan = localPlan({
    id: "no-overlap",
    title: "First-time clients against people with a long record, weighted (synthetic)",
    comparison: { method: "ipw", estimand: "att" },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Most of those referred have no like and are dropped; they are the ones the programme harms. */
function calipersDropMost(): StudyFiles {
  const draws = seededDraws(1002);
  const followed: Followed[] = drawPeople(draws, { people: 2400, rate: 1.2, shape: 2 }).flatMap((person) => {
    const count = person.past.length;
    const arm = draws.chance(count >= 4 ? 0.97 : 0.07) ? "programme" : "comparison";
    const ratio = arm === "programme" ? (count >= 4 ? 1.5 : 0.35) : 1;
    return [{ person, arm, after: future(draws, person, ratio) }];
  });
  const plan = localPlan({
    id: "calipers-drop-most",
    title: "Everyone referred against matched people (synthetic)",
    question: "Did the programme reduce offending of the people referred to it?",
    comparison: { ...nearestMatching, caliper: 0.05 },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Few to choose from and no caliper: everyone is matched with somebody, and the matches are worse people. */
function imbalanceAfterMatching(): StudyFiles {
  const draws = seededDraws(1003);
  const followed: Followed[] = drawPeople(draws, { people: 700, rate: 1, shape: 1 }).map((person) => ({
    person,
    arm: draws.chance(0.75 / (1 + 0.5 * person.past.length)) ? "programme" : "comparison",
    after: future(draws, person),
  }));
  const plan = localPlan({
    id: "imbalance-after-matching",
    title: "People referred against their nearest neighbours (synthetic)",
    comparison: { ...nearestMatching, caliper: undefined, ratio: 1, replace: false },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Clients were picked on a bad quarter, the others on a long record: alike in two years' count, and only one group can fall back. */
function controlChosenDifferently(): StudyFiles {
  const draws = seededDraws(1004);
  const followed: Followed[] = drawPeople(draws, { people: 5000, rate: 1, shape: 2 }).flatMap((person) => {
    const atPeak = recent(person, 91) >= 2;
    const longStanding =
      recent(person, 91) === 0 && person.past.length >= 2 && recent(person, 365) < person.past.length;
    if (!atPeak && !longStanding) return [];
    // A bad quarter was a quarrel that ended, with or without the programme.
    const rate = atPeak ? person.rate * settled(person) : person.rate;
    return [{ person, arm: atPeak ? "programme" : "comparison", after: future(draws, { ...person, rate }) }];
  });
  const plan = localPlan({
    id: "control-chosen-differently",
    title: "People picked at a peak against long-standing cases alike in two years’ record (synthetic)",
    cohort: {
      baseline: [
        {
          id: "prior_da_24m",
          label: "domestic-abuse crimes in the 24 months before",
          events: "domestic",
          measure: "count",
          window: "before-24m",
        },
      ],
    },
    comparison: {
      ...nearestMatching,
      covariates: ["age", "sex", "ethnicity", "risk_level", "quarter", "prior_da_24m"],
      baselineOutcome: "prior_da_24m",
      replace: true,
    },
    evidence: {
      comparatorChoice: { value: "justified", why: "Long-standing cases of the same team." },
      baselineOutcomes: [
        { covariate: "prior_da_24m", outcomes: ["da-recorded-12m"], why: "The same crimes in the two years before." },
      ],
      covariateRoles: {
        ...localRoles,
        priorCount: ["prior_da_24m"],
        priorDomesticAbuse: ["prior_da_24m"],
        priorRecency: undefined,
      },
    },
  });
  return ordinaryStudy(plan, followed, asAt);
}

/** Share of the rate that is left when the peak of a quarter is over. */
function settled(person: Person): number {
  return (person.past.length - recent(person, 91) + 0.5) / (person.past.length + 0.5);
}

/** Sixteen clients and sixteen others; it takes a few lucky ones. */
function smallNumbers(): StudyFiles {
  const draws = seededDraws(1005);
  const people = allocate(draws, drawPeople(draws, { people: 32, rate: 0.9 }));
  const lived = (): Followed[] => people.map((one) => ({ ...one, after: future(draws, one.person) }));
  // Of many such services without effect, this is one that was lucky.
  const followed = firstThat(lived, (tried) => offended(tried, "programme") <= 2 && offended(tried, "comparison") >= 9);
  const plan = localPlan({
    id: "small-numbers",
    title: "A randomised offer, the first sixteen clients (synthetic)",
    comparison: { label: "Offered against not offered", assignment: "random", comparator: "randomised-control" },
    evidence: { comparatorChoice: undefined },
  });
  return ordinaryStudy(plan, followed, asAt, { allocations: allocationRows(followed) });
}

const troubles = [
  "arrest", "breach", "callout", "eviction", "debt", "drinking", "drug-use", "job-loss", "low-mood", "anger",
  "contact-order", "school-absence", "damage", "harassment", "threat", "stalking", "missed-probation", "curfew", "injury", "complaint",
] as const; // biome-ignore format: a list of words

/** Twenty outcomes by chance alone; the one that came out is shown. */
function starAmongTwenty(id: string, primary: boolean): StudyFiles {
  const draws = seededDraws(primary ? 1007 : 1006);
  const people = allocate(draws, drawPeople(draws, { people: 500, rate: 1 })).map((one) => ({ ...one, after: [] }));
  const star = troubles[6];
  const rows = troubles.flatMap((outcome) =>
    outcome === star ? starred(draws, people, outcome) : byChance(draws, people, outcome),
  );
  const outcomes = troubles.map((outcome, i) =>
    workedOut(outcome, `${outcome.replace("-", " ")} within 12 months`, {
      basis: "worker-judgement",
      reporter: "worker",
      primary: primary ? outcome === star : i === 0,
      smallestEffect: 0.08,
      measure: "riskDifference",
    }),
  );
  const plan = localPlan({
    id,
    title: "A randomised offer and twenty outcomes (synthetic)",
    outcomes,
    comparison: { label: "Offered against not offered", assignment: "random", comparator: "randomised-control" },
    evidence: {
      comparatorChoice: undefined,
      baselineOutcomes: undefined,
      outcomeSource: { value: "same", why: "The same research worker rates both groups from the same files." },
      plan: primary
        ? { value: "none", why: "The main outcome was chosen when all twenty had been looked at." }
        : { value: "none", why: "All outcomes on the form were analysed." },
    },
  });
  return ordinaryStudy(plan, people, asAt, { allocations: allocationRows(people), outcomes: rows });
}

function byChance(draws: Draws, people: readonly Followed[], outcome: string): (Row & { readonly value: string })[] {
  return people.map(({ person }) => ({ person: person.id, outcome, value: draws.chance(0.3) ? "yes" : "no" }));
}

/** Chance drawn again until it looks like success, as fishing does. */
function starred(draws: Draws, people: readonly Followed[], outcome: string): Row[] {
  return firstThat(
    () => byChance(draws, people, outcome),
    (rows) => {
      const yes = (arm: string) => rows.filter(({ value }, i) => people[i]!.arm === arm && value === "yes").length;
      return yes("comparison") - yes("programme") >= 27;
    },
  );
}

/** The frozen plan names recorded crime; the report shows what came out instead. */
function outcomeSwitched(): StudyFiles {
  const draws = seededDraws(1008);
  const followed = allocate(draws, drawPeople(draws, { people: 600, rate: 1 })).map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person),
  }));
  const parts = {
    id: "outcome-switched",
    title: "A randomised offer, with a plan frozen beforehand (synthetic)",
    comparison: { label: "Offered against not offered", assignment: "random", comparator: "randomised-control" },
    evidence: {
      comparatorChoice: undefined,
      baselineOutcomes: undefined,
      plan: { value: "frozen", why: "The plan was frozen before outcomes were seen." },
    },
  };
  const missed = workedOut("missed-appointments", "half of probation appointments missed", {
    basis: "worker-judgement",
    reporter: "worker",
    definition: "half-of-appointments-missed",
    smallestEffect: 0.08,
    measure: "riskDifference",
  });
  return {
    ...ordinaryStudy(
      localPlan({
        ...parts,
        outcomes: [
          { ...missed, primary: true },
          { ...recordedWithin12Months, primary: false },
        ],
      }),
      followed,
      asAt,
      {
        allocations: allocationRows(followed),
        outcomes: starred(draws, followed, "missed-appointments"),
      },
    ),
    frozenPlan: localPlan({ ...parts, outcomes: [recordedWithin12Months, { ...missed, primary: false }] }),
  };
}

/** No effect in anybody; four ways of cutting people up, and one piece that looks well. */
function subgroupFishing(): StudyFiles {
  const draws = seededDraws(1009);
  const allocated = allocate(draws, drawPeople(draws, { people: 700, rate: 1 }));
  const lived = (): Followed[] => allocated.map((one) => ({ ...one, after: future(draws, one.person) }));
  // Chance in everybody: of many such trials, this is one in which one area came out well.
  const followed = firstThat(lived, (tried) => {
    const inArea = tried.filter(({ person }) => person.area === "Eastside");
    const [mine, theirs] = [
      inArea.filter(({ arm }) => arm === "programme"),
      inArea.filter(({ arm }) => arm === "comparison"),
    ];
    const apart = offended(theirs, "comparison") / theirs.length - offended(mine, "programme") / mine.length;
    return apart > 0.19 && Math.abs(offended(tried, "comparison") - offended(tried, "programme")) <= 10;
  });
  const plan = localPlan({
    id: "subgroup-fishing",
    title: "A randomised offer, for whom it works (synthetic)",
    comparison: {
      label: "Offered against not offered",
      assignment: "random",
      comparator: "randomised-control",
      subgroups: ["area", "risk_level", "ethnicity", "sex"],
    },
    evidence: {
      comparatorChoice: undefined,
      plan: { value: "none", why: "Subgroups were chosen after a first look." },
    },
  });
  return ordinaryStudy(plan, followed, asAt, { allocations: allocationRows(followed) });
}

/** How many of an arm have a crime within a year. */
function offended(followed: readonly Followed[], arm: string): number {
  return followed.filter((one) => one.arm === arm && one.after.some((on) => on <= one.person.index + 365)).length;
}

/** Chance tried again until it looks as it should. */
function firstThat<Tried>(draw: () => Tried, fits: (tried: Tried) => boolean): Tried {
  for (;;) {
    const tried = draw();
    if (fits(tried)) return tried;
  }
}

/** Six sites; at five nothing happens, at one clients' crimes went into a system the extract does not read. */
function oneSiteCarries(): StudyFiles {
  const draws = seededDraws(1010);
  const sites = ["Ashby", "Barrow", "Camden Hill", "Derwent", "Eastfield", "Fairlea"];
  const people = drawPeople(draws, { people: 2400, rate: 1, areas: sites });
  const followed: Followed[] = people.map((person) => {
    const arm = placeByRecord(draws, person, person.area === "Fairlea" ? 0 : -1.3) ? "programme" : "comparison";
    return { person, arm, after: future(draws, person, arm === "programme" && person.area === "Fairlea" ? 0.08 : 1) };
  });
  const plan = localPlan({
    id: "one-site-carries-the-pool",
    title: "Six sites together (synthetic)",
    comparison: {
      ...nearestMatching,
      exact: ["area"],
      covariates: [
        ...["age", "sex", "ethnicity", "risk_level", "quarter", "area"],
        "prior_da_12m",
        "prior_da_24m",
        "days_since_last_da",
      ],
      cluster: "cluster",
    },
    evidence: { covariateRoles: { ...localRoles, region: ["area"] } },
  });
  return ordinaryStudy(plan, followed, asAt, {
    people: peopleRows(followed).map((row) => ({ ...row, cluster: row["area"]! })),
  });
}
