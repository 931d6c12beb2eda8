import { day, iso } from "./kit/days.ts";
import { drawPeople, future, type Person } from "./kit/people.ts";
import { localPlan, nearestMatching } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, Row, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";
import { allocate, allocationRows } from "./sound-trials.ts";

/** Groups formed by what people did after they were offered a place. The programme has no effect in any of them. */
export const completionStudies: Readonly<Record<string, StudyMaker>> = {
  "completers-against-dropouts": completersAgainstDropouts,
  "completers-against-dropouts-unnamed": closureReasonsAsArms,
  "completers-as-headline": completersAsHeadline,
  "refusers-as-comparison": () => refusers("refusers-as-comparison", 504, "refusers"),
  "refusers-unnamed": () => refusers("refusers-unnamed", 505, "concurrent-untreated"),
  "trial-of-completers": trialOfCompleters,
};

const asAt = day("2025-03-31");

/** People whose lives are calmer finish, and offend less: chance of finishing falls with the rate nobody sees. */
function finishes(draws: Draws, person: Person): boolean {
  return draws.chance(0.85 / (1 + person.rate ** 1.5));
}

function starters(draws: Draws, people: number): (Followed & { readonly finished: boolean })[] {
  return drawPeople(draws, { people, rate: 1, shape: 1 }).map((person) => {
    const finished = finishes(draws, person);
    return { person, arm: finished ? "completed" : "dropped-out", finished, after: future(draws, person) };
  });
}

function files(
  plan: Plan,
  followed: readonly Followed[],
  tables: Readonly<Record<string, readonly Row[]>>,
): StudyFiles {
  return {
    asAt: iso(asAt),
    plan,
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
      ...tables,
    },
  };
}

/** A stage reached some days after the index date. */
function stage({ person }: Followed, name: string, afterDays: number): Row {
  return { person: person.id, stage: name, date: iso(person.index + afterDays) };
}

function completersAgainstDropouts(): StudyFiles {
  const draws = seededDraws(501);
  const followed = starters(draws, 420);
  const plan = localPlan({
    id: "completers-against-dropouts",
    title: "People who finished against people who did not (synthetic)",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["completed"],
        comparison: ["dropped-out"],
        labels: { treated: "people who completed", comparison: "people who dropped out" },
      },
    },
    comparison: { label: "Completers against dropouts", comparator: "dropouts" },
    evidence: {
      comparatorChoice: { value: "justified", why: "Dropouts met the same criteria and started the same groups." },
      indexDateRule: { value: "same", why: "Both are followed from their first session." },
    },
  });
  const stages = followed.flatMap((one) => [
    stage(one, "started", 0),
    ...(one.finished ? [stage(one, "completed", 180)] : []),
  ]);
  return files(plan, followed, { stages });
}

/** The same, but the plan calls dropouts a concurrent group: what they are is in the closure reasons. */
function closureReasonsAsArms(): StudyFiles {
  const draws = seededDraws(502);
  const followed = starters(draws, 1300);
  const reason = (finished: boolean) => (finished ? "completed" : draws.one(["disengaged", "removed-for-conduct"]));
  const plan = localPlan({
    id: "completers-against-dropouts-unnamed",
    title: "People treated against people not treated (synthetic)",
    cohort: {
      arms: {
        from: "referrals.closure_reason",
        treated: ["completed"],
        comparison: ["disengaged", "removed-for-conduct"],
        labels: { treated: "people treated", comparison: "people not treated" },
      },
    },
    comparison: { ...nearestMatching, replace: true, label: "Treated against not treated, matched" },
    evidence: {
      comparatorChoice: { value: "justified", why: "Referred to the same service over the same months." },
      indexDateRule: { value: "same", why: "Both are followed from the day of referral." },
    },
  });
  return files(plan, followed, {
    referrals: followed.map(({ person, finished }, i) => ({
      referral: `R${1001 + i}`,
      person: person.id,
      referral_date: iso(person.index),
      source: "police",
      closed_date: iso(person.index + (finished ? 190 : draws.whole(20, 150))),
      closure_reason: reason(finished),
    })),
    stages: followed.flatMap((one) => [
      stage(one, "referred", 0),
      stage(one, "started", 14),
      ...(one.finished ? [stage(one, "completed", 190)] : []),
    ]),
  });
}

function completersAsHeadline(): StudyFiles {
  const draws = seededDraws(503);
  const followed = drawPeople(draws, { people: 3000, rate: 1.3, shape: 1 }).map((person) => {
    const placed = draws.chance(0.35);
    const finished = placed && finishes(draws, person);
    const arm = placed ? (finished ? "programme" : "left-early") : "comparison";
    return { person, arm, finished, after: future(draws, person) };
  });
  const plan = localPlan({
    id: "completers-as-headline",
    title: "People who completed the programme against matched people not referred (synthetic)",
    cohort: {
      analysisSet: "completed",
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people who completed the programme", comparison: "people not referred" },
      },
    },
    comparison: { ...nearestMatching, label: "Completers against matched people not referred" },
  });
  return files(plan, followed, {
    stages: followed
      .filter(({ arm }) => arm !== "comparison")
      .flatMap((one) => [
        stage(one, "referred", 0),
        stage(one, "started", 14),
        ...(one.finished ? [stage(one, "completed", 190)] : []),
      ]),
  });
}

/** Who says yes is calmer than who says no; nobody's offending changes. */
function refusers(id: string, seed: number, comparator: "refusers" | "concurrent-untreated"): StudyFiles {
  const draws = seededDraws(seed);
  const followed = drawPeople(draws, { people: 900, rate: 1, shape: 1 }).map((person) => {
    const arm = draws.chance(0.75 / (1 + person.rate ** 1.2)) ? "programme" : "comparison";
    return { person, arm, after: future(draws, person) };
  });
  const named = comparator === "refusers";
  const plan = localPlan({
    id,
    title: "People who took part against people who did not (synthetic)",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: {
          treated: "people who took part",
          comparison: named ? "people who refused" : "people who did not take part",
        },
      },
    },
    comparison: {
      method: "entropy",
      estimand: "att",
      comparator,
      label: "People who took part against people who did not",
    },
    evidence: {
      comparatorChoice: { value: "justified", why: "Both groups were found suitable and offered the same programme." },
    },
  });
  return files(plan, followed, {
    referrals: followed.map(({ person, arm }, i) => ({
      referral: `R${1001 + i}`,
      person: person.id,
      referral_date: iso(person.index),
      source: "police",
      motivated: arm === "programme" ? "yes" : "no",
      closed_date: iso(person.index + (arm === "programme" ? 200 : 15)),
      closure_reason: arm === "programme" ? "completed" : "declined",
    })),
    stages: followed.flatMap((one) => [
      stage(one, "referred", 0),
      stage(one, "offered", 10),
      ...(one.arm === "programme" ? [stage(one, "accepted", 14), stage(one, "started", 20)] : []),
    ]),
  });
}

/** A sound allocation thrown away: only those of the programme arm who finished are kept. */
function trialOfCompleters(): StudyFiles {
  const draws = seededDraws(506);
  const allocated = allocate(draws, drawPeople(draws, { people: 900, rate: 1, shape: 1 })).map(({ person, arm }) => ({
    person,
    arm,
    finished: arm === "programme" && finishes(draws, person),
    after: future(draws, person),
  }));
  const followed = allocated.map((one) =>
    one.arm === "programme" && !one.finished ? { ...one, arm: "left-early" } : one,
  );
  const plan = localPlan({
    id: "trial-of-completers",
    title: "A randomised trial, results for those who completed (synthetic)",
    cohort: { analysisSet: "completed" },
    comparison: {
      label: "Those who completed against the control group",
      assignment: "random",
      comparator: "randomised-control",
    },
    evidence: {
      attrition: { treated: 0, comparison: 0, why: "Everyone analysed was found in the police extract." },
      comparatorChoice: undefined,
      indexDateRule: { value: "same", why: "Follow-up starts on the day of the allocation in both groups." },
    },
  });
  return files(plan, followed, {
    allocations: allocationRows(allocated),
    stages: allocated
      .filter(({ arm }) => arm === "programme")
      .flatMap((one) => [stage(one, "started", 14), ...(one.finished ? [stage(one, "completed", 190)] : [])]),
  });
}
