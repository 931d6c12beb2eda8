import type { JointCovariance } from "@likewise/schema";
import type { JointEstimates } from "../uncertainty/draw-joint.ts";
import { armKey } from "./benefits-of-study.ts";

/** The arms' values of these outcomes: on the log scale where all are above 0, so that no draw falls below. */
export function jointOf(joint: readonly JointCovariance[], outcomes: readonly string[]): JointEstimates[] {
  const wanted = (one: JointCovariance) =>
    one.keys.map((key, at) => ({ ...key, at })).filter(({ outcome }) => outcomes.includes(outcome));
  const identity = joint.find(({ link }) => link === "identity");
  const log = joint.find(({ link }) => link === "log");
  const all = identity === undefined ? [] : wanted(identity);
  const used = log !== undefined && wanted(log).length === all.length ? log : identity;
  if (used === undefined || all.length === 0) return [];
  const kept = wanted(used);
  const size = used.keys.length;
  return [
    {
      keys: kept.map(({ outcome, arm }) => armKey(outcome, arm)),
      link: used.link,
      estimates: kept.map(({ at }) => used.estimates[at]!),
      covariance: kept.flatMap((a) => kept.map((b) => used.covariance[a.at * size + b.at]!)),
    },
  ];
}
