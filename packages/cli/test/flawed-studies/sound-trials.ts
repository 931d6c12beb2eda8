import { day, iso } from "./kit/days.ts";
import { drawPeople, future, type Person, recent } from "./kit/people.ts";
import { localPlan, recordedWithin12Months, workedOut } from "./kit/plan.ts";
import { type Draws, seededDraws } from "./kit/seeded-draws.ts";
import type { Plan, Row, StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** Trials analysed as offered: a benefit, a small one, an honest null, a harm, victims' own accounts, proven crime. */
export const soundTrials: Readonly<Record<string, StudyMaker>> = {
  "sound-trial-benefit": () => trial({ id: "sound-trial-benefit", seed: 101, people: 900, ratio: 0.6 }),
  "sound-trial-small-large-benefit": () =>
    trial({ id: "sound-trial-small-large-benefit", seed: 102, people: 240, ratio: 0.35 }),
  "sound-trial-null": () => trial({ id: "sound-trial-null", seed: 103, people: 3000, ratio: 1 }),
  "sound-trial-harm": () => trial({ id: "sound-trial-harm", seed: 104, people: 900, ratio: 1.8 }),
  "sound-trial-proven": () =>
    trial({ id: "sound-trial-proven", seed: 105, people: 1400, ratio: 0.55, outcome: proven }),
  "sound-trial-victims-report": victimsReport,
};

const asAt = day("2025-03-31");

interface TrialOptions {
  readonly id: string;
  readonly seed: number;
  readonly people: number;
  /** Rate of domestic-abuse crime of those offered the programme over what it would have been. */
  readonly ratio: number;
  readonly outcome?: Plan;
}

function trial({ id, seed, people, ratio, outcome = recordedWithin12Months }: TrialOptions): StudyFiles {
  const draws = seededDraws(seed);
  const followed = allocate(draws, drawPeople(draws, { people })).map(({ person, arm }) => ({
    person,
    arm,
    after: future(draws, person, arm === "programme" ? ratio : 1),
  }));
  const proof = (_: Followed, on: number) => ({ provenAfterDays: on % 10 < 6 ? 40 + ((on * 7) % 150) : null });
  return {
    asAt: iso(asAt),
    plan: trialPlan(id, outcome),
    tables: {
      people: peopleRows(followed),
      allocations: allocationRows(followed),
      events: eventRows(followed, asAt, proof),
      searches: searchRows(followed, asAt),
    },
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
  };
}

/** Random allocation in pairs of people alike in what is on record, so that chance leaves the groups alike. */
export function allocate(draws: Draws, people: readonly Person[]): { person: Person; arm: string }[] {
  const ranked = [...people].sort(
    (a, b) => a.past.length - b.past.length || recent(a, 365) - recent(b, 365) || a.age - b.age,
  );
  return ranked
    .map((person, i) => ({ person, pair: Math.floor(i / 2) }))
    .reduce<{ person: Person; arm: string }[]>((placed, { person }, i) => {
      const first = i % 2 === 0;
      const arm = first
        ? draws.one(["programme", "comparison"])
        : placed[i - 1]!.arm === "programme"
          ? "comparison"
          : "programme";
      placed.push({ person, arm });
      return placed;
    }, []);
}

export function allocationRows(followed: readonly Followed[]): Row[] {
  return followed.map(({ person, arm }) => ({ person: person.id, allocated_on: iso(person.index), arm }));
}

export function trialPlan(id: string, outcome: Plan, more: Plan = {}): Plan {
  return localPlan({
    id,
    title: "A randomised offer of a behaviour-change programme (synthetic)",
    profile: "default",
    outcomes: [outcome],
    comparison: {
      label: "Everyone offered the programme against everyone not offered it",
      assignment: "random",
      comparator: "randomised-control",
    },
    evidence: {
      indexDateRule: { value: "same", why: "Follow-up starts on the day of the allocation in both groups." },
      crossover: {
        treated: 0.01,
        comparison: 0.01,
        why: "Attendance lists show four people not treated as allocated.",
      },
      comparatorChoice: undefined,
      baselineOutcomes: [
        {
          covariate: "prior_da_12m",
          outcomes: [outcome["id"]],
          why: "Domestic-abuse crimes of the same extract in the 12 months up to the allocation.",
        },
      ],
      plan: { value: "registered", why: "The analysis plan was registered before the first allocation." },
      ...more,
    },
  });
}

const proven: Plan = {
  ...recordedWithin12Months,
  id: "da-proven-12m",
  label: "proven domestic-abuse reoffending within 12 months",
  basis: "proven",
  reporter: "court",
  definition: "proven",
  window: "moj-proven-12m",
};

/** A trial whose primary outcome is what victim-survivors say a year later, asked by interviewers of neither service. */
function victimsReport(): StudyFiles {
  const id = "sound-trial-victims-report";
  const draws = seededDraws(106);
  const outcome = workedOut("abuse-12m", "any abuse in the past 12 months as reported by victim-survivors", {
    basis: "victim-report",
    reporter: "victim-survivor",
    definition: "any-abuse-in-12-months-at-interview",
    primary: true,
    smallestEffect: 0.08,
    measure: "riskDifference",
  });
  const allocated = allocate(draws, drawPeople(draws, { people: 700, rate: 1.2 }));
  const followed = allocated.map(({ person, arm }) => ({ person, arm, after: [] }));
  return {
    asAt: iso(asAt),
    plan: trialPlan(id, outcome, {
      attrition: {
        treated: 0.04,
        comparison: 0.05,
        why: "Interviews that could not be held, from the interviewers' log.",
      },
      outcomeSource: {
        value: "same",
        why: "The same interviewers ask the same questions of victim-survivors of both groups.",
      },
      baselineOutcomes: undefined,
    }),
    tables: {
      people: peopleRows(followed),
      allocations: allocationRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
      outcomes: allocated
        .map(({ person, arm }) => {
          const abuse = draws.chance(1 - Math.exp(-2 * person.rate * (arm === "programme" ? 0.5 : 1)));
          const asked = !draws.chance(0.045);
          return { person: person.id, outcome: "abuse-12m", value: asked ? (abuse ? "yes" : "no") : null };
        })
        .filter((row) => row.value !== null),
    },
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
  };
}
