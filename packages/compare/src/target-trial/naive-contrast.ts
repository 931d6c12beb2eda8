import type { Clones } from "./clones.ts";
import { courseOf } from "./strategy.ts";
import { weightedArm } from "./weighted-arm.ts";

/**
 * The contrast this replaces: people whose record ended up as each strategy says, followed from time zero. Who completes
 * had to stay free of the event until then, so early events all fall to the others.
 */
export function naiveContrast(
  {
    time,
    event,
    graceDays,
    horizonDays,
  }: { time: ArrayLike<number>; event: ArrayLike<number>; graceDays: number; horizonDays: number },
  clones: readonly [Clones, Clones],
): {
  people: [number, number];
  events: [number, number];
  risks: (counts: Float64Array) => [number, number];
} {
  const n = time.length;
  const groups = clones.map(({ strategy }) =>
    Uint8Array.from({ length: n }, (_, person) => {
      const milestone = strategy.milestoneDay[person] ?? Number.POSITIVE_INFINITY;
      const { deviatesDay } = courseOf(strategy, person, graceDays);
      const seen = milestone <= Math.min(graceDays, time[person]!);
      return (strategy.kind === "reach" ? seen && deviatesDay > graceDays : !seen) ? 1 : 0;
    }),
  );
  const curves = groups.map((members, s) =>
    weightedArm(unweighted(clones[s]!, members, time, event), graceDays, horizonDays),
  );
  return {
    people: groups.map(total) as [number, number],
    events: groups.map((members) =>
      total(members.map((mark, person) => (event[person] === 1 && time[person]! <= horizonDays ? mark : 0))),
    ) as [number, number],
    risks: (counts) => curves.map((curve) => curve(counts)!.risk) as [number, number],
  };
}

function total(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}

/** The same people, without cloning, censoring or weights. */
function unweighted(
  { strategy, along: { columns } }: Clones,
  members: Uint8Array,
  time: ArrayLike<number>,
  event: ArrayLike<number>,
): Clones {
  const nobody = {
    person: new Int32Array(0),
    interval: new Int32Array(0),
    intervals: 0,
    happened: new Uint8Array(0),
    values: new Float64Array(0),
    columns,
  };
  return {
    strategy,
    cloned: members,
    exit: Float64Array.from(time),
    event: Uint8Array.from(members, (mark, person) => (mark === 1 && event[person] === 1 ? 1 : 0)),
    deviated: new Uint8Array(members.length),
    along: nobody,
    alongEnd: new Float64Array(0),
    deadline: nobody,
  };
}
