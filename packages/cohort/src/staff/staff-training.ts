import { type Cohort, type Columns, naturalOrder, type Refusal, type StudyPlan } from "@likewise/schema";
import { kaplanMeier, type Share, shareOf, survivalQuantile } from "@likewise/stats";
import { sessionsByUnit } from "../dose/session-data.ts";
import { type Cases, readCases } from "../pathway/cases.ts";
import { notInData } from "../pathway/cells.ts";
import { casesHeld } from "./cases-held.ts";
import { type PostHeld, readPosts, readTraining, type Trained } from "./staff-data.ts";

type CoursePlan = NonNullable<Cohort["training"]>[number];

export interface CourseTaken {
  readonly course: string;
  /** Trained, of workers in a post it is meant for at the extract. */
  readonly trained: Share;
  /** From the first day in post to the course by Kaplan–Meier, workers not trained yet censored; trained before is 0 days. */
  readonly daysToTraining: {
    readonly median: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  /** Workers left out of the days: without a first day in post, or trained on a day not recorded. */
  readonly undated: number;
  /** Sessions of trained workers from the day of the course that used what it teaches; null where the plan names no techniques. */
  readonly usedInSessions: (Share & { readonly notRecorded: number }) | null;
  /** Workers who hold open cases and have not taken it, most cases first. They are named: never published. */
  readonly untrainedWithCases: readonly {
    readonly worker: string;
    readonly post: string | null;
    readonly cases: number;
  }[];
}

export interface StaffTraining {
  readonly kind: "likewise/staff-training";
  readonly definition: "trained-of-workers-in-post";
  readonly courses: readonly CourseTaken[];
  readonly refusals: readonly Refusal[];
}

/**
 * Who among the staff has taken each course, how long it took them, and whether sessions use what it teaches.
 *
 * A worker who holds an open case and has not taken the course is listed, also one without a post on record: staff nobody
 * entered are no reason to think them trained. A course booked for a day after the extract has not been taken.
 *
 * @param plan   `cohort.training`: courses, the posts they are meant for, the techniques they teach
 * @param tables `training`, `staff`; cases held by `links` to workers, else by the last session of an open case
 * @returns null when the plan names no courses
 */
export function staffTraining({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): StaffTraining | null {
  const declared = plan.cohort.training;
  if (declared === undefined) return null;
  const cases = readCases({ plan, tables });
  const missing = (["training", "staff"] as const).filter((table) => tables[table] === undefined);
  const posts = readPosts(tables.staff, cases.asAt);
  const held = casesHeld(cases);
  return {
    kind: "likewise/staff-training",
    definition: "trained-of-workers-in-post",
    courses: missing.includes("training")
      ? []
      : declared.map((course) =>
          courseTaken(course, cases, {
            posts,
            held,
            trained: readTraining(tables.training, course.course, cases.asAt),
          }),
        ),
    refusals: missing.map((table) => notInData(`no-${table}`, "training of staff", table)),
  };
}

interface Staff {
  readonly posts: ReadonlyMap<string, readonly PostHeld[]>;
  /** Open cases by worker. */
  readonly held: ReadonlyMap<string, number>;
  readonly trained: ReadonlyMap<string, Trained>;
}

function courseTaken({ course, posts: meantFor, techniques }: CoursePlan, cases: Cases, staff: Staff): CourseTaken {
  const isMeant = ({ post }: PostHeld) =>
    meantFor === undefined || (post !== null && (meantFor as string[]).includes(post));
  const meant = new Map([...staff.posts].map(([worker, held]) => [worker, held.filter(isMeant)] as const));
  const everInPost = [...meant].filter(([, held]) => held.length > 0);
  const inPost = everInPost.filter(([, held]) => held.some(({ current }) => current)).map(([worker]) => worker);
  return {
    course,
    trained: shareOf(inPost.filter((worker) => staff.trained.has(worker)).length, inPost.length),
    ...daysToTraining(everInPost, staff.trained, cases.asAt),
    usedInSessions: techniques === undefined ? null : usedInSessions(cases, staff.trained, techniques),
    untrainedWithCases: [...staff.held]
      .filter(([worker]) => !staff.trained.has(worker))
      .map(([worker, held]) => ({ worker, post: postOf(staff.posts.get(worker)), cases: held }))
      .filter(({ worker }) => !staff.posts.has(worker) || everInPost.some(([one]) => one === worker))
      .sort((a, b) => b.cases - a.cases || naturalOrder(a.worker, b.worker)),
  };
}

/** The post held now, of several the first by natural order. */
function postOf(held: readonly PostHeld[] | undefined): string | null {
  const now = held?.flatMap(({ current, post }) => (current && post !== null ? [post] : [])) ?? [];
  return [...now].sort(naturalOrder)[0] ?? null;
}

function daysToTraining(
  workers: readonly (readonly [string, readonly PostHeld[]])[],
  trained: Staff["trained"],
  asAt: number | null,
): Pick<CourseTaken, "daysToTraining" | "undated"> {
  const times = workers.map(([worker, held]) => {
    const from = held.every((post) => post.from !== null) ? Math.min(...held.map((post) => post.from!)) : null;
    const taken = trained.get(worker);
    const last = held.some(({ to }) => to === null) ? asAt : Math.max(...held.map(({ to }) => to!));
    const end = taken === undefined ? last : taken.day;
    return from === null || end === null ? null : { time: Math.max(0, end - from), event: taken !== undefined };
  });
  const known = times.filter((one) => one !== null);
  const undated = times.length - known.length;
  if (known.length === 0) return { daysToTraining: { median: null, lower: null, upper: null }, undated };
  const { time, lower, upper } = survivalQuantile(
    kaplanMeier({ time: known.map((one) => one.time), event: known.map(({ event }) => Number(event)) }),
    0.5,
  );
  return { daysToTraining: { median: time, lower, upper }, undated };
}

function usedInSessions({ tables, people, asAt }: Cases, trained: Staff["trained"], techniques: readonly string[]) {
  const sessions = [...(sessionsByUnit(tables.sessions, people, asAt)?.values() ?? [])].flat();
  const sinceTrained = sessions.filter(({ attended, worker, day }) => {
    const taken = worker === null ? undefined : trained.get(worker);
    return attended === true && taken !== undefined && taken.day !== null && day !== null && day >= taken.day;
  });
  const recorded = sinceTrained.filter(({ technique }) => technique !== null);
  const used = recorded.filter(({ technique }) => techniques.includes(technique!));
  return { ...shareOf(used.length, recorded.length), notRecorded: sinceTrained.length - recorded.length };
}
