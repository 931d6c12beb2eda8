import type { Columns } from "@likewise/schema";
import { dayAt, textAt } from "../people/fields.ts";

/** One spell of a worker in a post, begun by the extract. */
export interface PostHeld {
  readonly post: string | null;
  readonly from: number | null;
  /** Last day; null while it lasts at the extract. */
  readonly to: number | null;
  readonly current: boolean;
}

/** Posts by worker; a spell that begins after the extract or ends before it begins is none. */
export function readPosts(staff: Columns | undefined, asAt: number | null): ReadonlyMap<string, readonly PostHeld[]> {
  const posts = new Map<string, PostHeld[]>();
  for (let row = 0; row < (staff?.numRows ?? 0); row++) {
    const columns = staff!.columns;
    const [worker, from, last] = [textAt(columns.worker, row), dayAt(columns.from, row), dayAt(columns.to, row)];
    if (worker === null || (from !== null && last !== null && last < from)) continue;
    if (asAt !== null && from !== null && from > asAt) continue;
    const to = last !== null && (asAt === null || last < asAt) ? last : null;
    const held = posts.get(worker) ?? [];
    posts.set(worker, held);
    held.push({ post: textAt(columns.post, row), from, to, current: to === null });
  }
  return posts;
}

/** That a worker took a course. */
export interface Trained {
  /** First day it was taken; null where no day is recorded. */
  readonly day: number | null;
}

/** Who has taken a course by the extract. */
export function readTraining(
  training: Columns | undefined,
  course: string,
  asAt: number | null,
): ReadonlyMap<string, Trained> {
  const trained = new Map<string, Trained>();
  for (let row = 0; row < (training?.numRows ?? 0); row++) {
    const { worker, course: courses, date } = training!.columns;
    const [who, day] = [textAt(worker, row), dayAt(date, row)];
    if (who === null || textAt(courses, row) !== course) continue;
    if (asAt !== null && day !== null && day > asAt) continue;
    const standing = trained.get(who)?.day ?? null;
    trained.set(who, { day: standing === null ? day : Math.min(standing, day ?? standing) });
  }
  return trained;
}
