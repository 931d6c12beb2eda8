import { day, iso } from "./kit/days.ts";
import { drawPeople, future } from "./kit/people.ts";
import { localPlan } from "./kit/plan.ts";
import { seededDraws } from "./kit/seeded-draws.ts";
import type { StudyFiles, StudyMaker } from "./kit/study-files.ts";
import { eventRows, type Followed, peopleRows, searchRows } from "./kit/tables.ts";

/** Places in the order in which people were accepted, from a list nobody could see the length of. */
export const soundWaitingLists: Readonly<Record<string, StudyMaker>> = {
  "sound-waiting-list-benefit": () => waitingList("sound-waiting-list-benefit", 201, 700, 0.55),
  "sound-waiting-list-null": () => waitingList("sound-waiting-list-null", 202, 2400, 1),
};

const asAt = day("2025-03-31");

function waitingList(id: string, seed: number, people: number, ratio: number): StudyFiles {
  const draws = seededDraws(seed);
  // Of those accepted at one panel the first half in the order of receipt start; order has nothing to do with the person.
  const followed: Followed[] = drawPeople(draws, { people })
    .sort((a, b) => Math.floor(a.index / 28) - Math.floor(b.index / 28))
    .map((person, i) => {
      const arm = i % 2 === 0 ? "programme" : "comparison";
      return { person, arm, after: future(draws, person, arm === "programme" ? ratio : 1) };
    });
  const plan = localPlan({
    id,
    title: "Places in the order of a waiting list (synthetic)",
    profile: "default",
    cohort: {
      arms: {
        from: "people.arm",
        treated: ["programme"],
        comparison: ["comparison"],
        labels: { treated: "people given a place at once", comparison: "people who waited a year for a place" },
      },
    },
    comparison: {
      label: "Everyone given a place against everyone still waiting",
      assignment: "waiting-list",
      comparator: "waiting-list",
    },
    evidence: {
      exclusionArgument: {
        value: "argued",
        why: "Places went strictly in the order in which referrals were received, and the order reaches outcomes through nothing but the place.",
      },
      comparatorChoice: {
        value: "justified",
        why: "Everyone compared was accepted by the same panel for the same groups.",
      },
      crossover: { treated: 0.02, comparison: 0.01, why: "Attendance lists of the groups, held against both lists." },
    },
  });
  return {
    asAt: iso(asAt),
    plan,
    tables: {
      people: peopleRows(followed),
      events: eventRows(followed, asAt),
      searches: searchRows(followed, asAt),
    },
    coverage: { events: { from: "2018-12-01", to: iso(asAt) } },
  };
}
