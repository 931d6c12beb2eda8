import { type AnalysisSet, rowsOfArm } from "../outcomes/analysis-set.ts";
import { armClusters } from "./arm-clusters.ts";
import { peopleIn } from "./arm-summary.ts";
import { clusterCount } from "./cluster-count.ts";
import type { EffectRefusal } from "./estimator.ts";
import { reasons } from "./refused.ts";

/** Why a spread cannot be known from so few people or clusters; null when it can. */
export function tooFew(people: AnalysisSet): Omit<EffectRefusal, "measure"> | null {
  const sizes = [peopleIn(people, 1), peopleIn(people, 0)];
  if (sizes.includes(0)) return reasons.emptyArm;
  if (people.clusters === null) return Math.min(...sizes) < 2 ? reasons.onePerson : null;
  if (clusterCount(people.clusters.codes) < 2) return reasons.oneCluster;
  return fewClusters(people) ?? (people.value.length < 3 ? reasons.onePerson : null);
}

/** Whether everybody in an arm has the same outcome: a regression within it would count it as known exactly. */
export function hasFlatArm(people: AnalysisSet): boolean {
  return ([1, 0] as const).some((arm) => {
    const [first, ...others] = rowsOfArm(people, arm);
    return others.every((row) => people.value[row] === people.value[first!]);
  });
}

/** One cluster cannot differ from itself: its arm would count as known exactly. */
export function fewClusters(people: AnalysisSet): Omit<EffectRefusal, "measure"> | null {
  const arms = armClusters(people);
  return arms !== null && Math.min(arms.treated, arms.comparison) < 2 ? reasons.fewClusters : null;
}
