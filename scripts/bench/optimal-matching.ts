import { edgeCoverOnLine, joinInSpace, type PointsInSpace, randomStream } from "../../packages/stats/src/index.ts";

/** One optimal match; seconds are of the processor, as a median. */
export interface OptimalTiming {
  readonly job: string;
  readonly people: number;
  readonly seconds: number;
}

const dimensions = 5;

/**
 * Optimal full matching of one treated person in five: on a score, and in a space of five covariates within a caliper without
 * and with limits on the sizes of sets. In memory; the proof that they are optimal is part of it.
 *
 * @param people  rows
 * @param repeats how often each is run
 */
export function optimalTimings(people: number, repeats: number): OptimalTiming[] {
  const stream = randomStream(`bench-optimal-${people}`);
  const treated = Math.round(people / 5);
  const draw = (count: number, shift: number) =>
    Float64Array.from({ length: count * dimensions }, (_, i) => stream.normal() + (i % dimensions === 0 ? shift : 0));
  const points: PointsInSpace = {
    dimensions,
    left: draw(treated, 0.5),
    right: draw(people - treated, 0),
    within: 0.8,
  };
  const onLine = (side: Float64Array) => side.filter((_, i) => i % dimensions === 0);
  const [left, right] = [onLine(points.left), onLine(points.right)];
  const limits = (mostOfTreated: number, mostOfComparison: number) => ({
    left: { wanted: 1, most: mostOfTreated },
    right: { wanted: 1, most: mostOfComparison },
  });
  return [
    { job: "full match on a score", people, seconds: processorSeconds(repeats, () => edgeCoverOnLine(left, right)) },
    {
      job: "full match within a Mahalanobis caliper",
      people,
      seconds: processorSeconds(repeats, () => joinInSpace(points, limits(people, people))),
    },
    {
      job: "the same with sets of 1:6 to 2:1",
      people,
      seconds: processorSeconds(repeats, () => joinInSpace(points, limits(6, 2))),
    },
  ];
}

function processorSeconds(repeats: number, work: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const before = process.cpuUsage().user;
    work();
    return (process.cpuUsage().user - before) / 1e6;
  });
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!;
}
