import { type ComparisonPlan, Failure } from "@likewise/schema";
import { modelColumns } from "../covariates/model-columns.ts";
import { namedInWords } from "../covariates/named-in-words.ts";
import type { AskedConstraints } from "../matching/check-constraints.ts";
import { mahalanobisSpace } from "../matching/mahalanobis-space.ts";
import { caliperWidthOf, type NearInSpace, type NearOnLine, type PairWindow } from "../matching/nearest-problem.ts";
import { spaceDistance } from "../matching/space-search.ts";
import type { People } from "../people/people.ts";
import type { PropensityScore } from "../scores/propensity-score.ts";
import { scoreOf } from "../scores/score-of.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { RefusedGroup } from "./comparison-group.ts";
import { scoreValues } from "./pair-request.ts";

/** What nearness means in a plan, and what goes with it. */
export interface Nearness {
  readonly near: NearOnLine | NearInSpace;
  /** Null where the plan needs none. */
  readonly score: PropensityScore | null;
  /** By name: a score caliper beside a Mahalanobis distance. */
  readonly windows: Readonly<Record<string, PairWindow>>;
  readonly asked: Pick<AskedConstraints, "scores" | "caliperWidth" | "space">;
  /** As printed in `design`. */
  readonly stated: Readonly<Record<string, unknown>>;
}

/**
 * The distance of a plan and its calipers, on the propensity score or in the space of covariates.
 *
 * @returns or a refusal where people cannot be told apart, or nobody could have been in the other arm
 * @throws Failure usage when options do not go together
 */
export function nearnessOf(people: People, plan: ComparisonPlan): { readonly nearness: Nearness } | RefusedGroup {
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const distance = plan.distance ?? "probability";
  if (distance === "mahalanobis" || distance === "robust-mahalanobis") return inSpace(people, plan, distance);
  for (const name of ["distanceCovariates", "scoreCaliper"] as const) {
    if (plan[name] === undefined) continue;
    throw new Failure("usage", `${name}: goes with a Mahalanobis distance; distance is ${distance}`);
  }
  const score = scoreOf(people, plan);
  if (score.separated) return separated(score);
  const scores = scoreValues(score, distance);
  const caliperWidth = plan.caliper === undefined ? null : caliperWidthOf("caliper", scores, plan.caliper);
  return {
    nearness: {
      near: { kind: "line", scores, caliperWidth: caliperWidth ?? Number.POSITIVE_INFINITY },
      score,
      windows: {},
      asked: { scores, caliperWidth },
      stated: {
        score: score.link,
        distance,
        caliper: caliperWidth === null ? null : { sd: plan.caliper, width: caliperWidth },
      },
    },
  };
}

const mahalanobisKinds = { mahalanobis: "values", "robust-mahalanobis": "ranks" } as const;

function inSpace(
  people: People,
  plan: ComparisonPlan,
  distance: keyof typeof mahalanobisKinds,
): ReturnType<typeof nearnessOf> {
  const needsScore = plan.scoreCaliper !== undefined || (plan.commonSupport ?? "none") !== "none";
  const score = needsScore ? scoreOf(people, plan) : null;
  if (score?.separated) return separated(score);
  const covariates = distanceCovariates(people, plan);
  const space = mahalanobisSpace(covariates, people.treated, mahalanobisKinds[distance]);
  if (space === null) {
    return modelColumns(covariates).columns.length === 0 ? nothingVaries() : armsApart(covariates);
  }
  const window: PairWindow | null =
    plan.scoreCaliper === undefined
      ? null
      : {
          values: score!.probability,
          width: caliperWidthOf("scoreCaliper", score!.probability, plan.scoreCaliper),
        };
  return {
    nearness: {
      near: { kind: "space", space, caliperWidth: plan.caliper ?? Number.POSITIVE_INFINITY },
      score,
      windows: window === null ? {} : { score: window },
      asked: {
        scores: score?.probability ?? people.units,
        caliperWidth: null,
        ...(plan.caliper === undefined ? {} : { space: { distance: spaceDistance(space), width: plan.caliper } }),
      },
      stated: {
        score: score?.link ?? null,
        distance,
        distanceCovariates: covariates.map(({ name }) => name),
        caliper: plan.caliper === undefined ? null : { width: plan.caliper },
        scoreCaliper: window === null ? null : { sd: plan.scoreCaliper, width: window.width },
      },
    },
  };
}

function distanceCovariates({ covariates }: People, { distanceCovariates: names }: ComparisonPlan) {
  if (names === undefined) return covariates;
  return names.map((name) => {
    const found = covariates.find((covariate) => covariate.name === name);
    if (found !== undefined) return found;
    const offered = covariates.map((covariate) => covariate.name).join(", ");
    throw new Failure("usage", `distanceCovariates: "${name}" must be one of the covariates: ${offered}`);
  });
}

/** Where the arms never meet in some direction, no distance says how far apart they are. */
function armsApart(covariates: People["covariates"]): RefusedGroup {
  return {
    refusal: {
      rule: "no-overlap",
      why: `some combination of the covariates (${namedInWords(covariates.map(({ name }) => name))}) differs between the arms and never within one, so nobody has a counterpart`,
      unlocks:
        "leave out the covariate that repeats the arm, or narrow eligibility to people who could have been in either",
    },
  };
}
