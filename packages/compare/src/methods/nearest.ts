import { type ComparisonPlan, Failure } from "@likewise/schema";
import { modelColumns } from "../covariates/model-columns.ts";
import { namedInWords } from "../covariates/named-in-words.ts";
import type { AskedConstraints } from "../matching/check-constraints.ts";
import { greedySets, usualTies } from "../matching/greedy-sets.ts";
import { mahalanobisSpace } from "../matching/mahalanobis-space.ts";
import { setsOf } from "../matching/match-nearest.ts";
import type { MatchingOrder } from "../matching/matching-order.ts";
import { nearestOther } from "../matching/nearest-other.ts";
import { caliperWidthOf, type NearestProblem, pairProblem } from "../matching/nearest-problem.ts";
import { tieRedraw } from "../matching/redraw-ties.ts";
import { spaceDistance } from "../matching/space-search.ts";
import type { People } from "../people/people.ts";
import type { PropensityScore } from "../scores/propensity-score.ts";
import { scoreOf } from "../scores/score-of.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { type MatchedDescription, matchedGroup } from "./matched-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { pairRequest, scoreValues } from "./pair-request.ts";

export const nearest: ComparisonMethod = {
  id: "nearest",
  label: "nearest neighbour",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source:
    "Rosenbaum and Rubin (1985), doi:10.1080/00031305.1985.10479383; Stuart (2010), doi:10.1214/09-STS313; with replacement: Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  pairOptions: ["replace", "covariateCalipers", "antiExact", "distanceCovariates", "scoreCaliper", "commonSupport"],
  resampling: "sets",
  form: matchPeople,
};

const mahalanobisKinds = { mahalanobis: "values", "robust-mahalanobis": "ranks" } as const;

function matchPeople(people: People, options: MethodOptions): FormedGroup {
  const { plan } = options;
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const distance = plan.distance ?? "probability";
  if (distance === "mahalanobis" || distance === "robust-mahalanobis") {
    return matchInSpace(people, options, distance);
  }
  for (const name of ["distanceCovariates", "scoreCaliper"] as const) {
    if (plan[name] === undefined) continue;
    throw new Failure("usage", `${name}: goes with a Mahalanobis distance; distance is ${distance}`);
  }
  return matchOnLine(people, options, distance);
}

function matchOnLine(
  people: People,
  { plan, seed }: MethodOptions,
  distance: "probability" | "linear" | "odds",
): FormedGroup {
  const score = scoreOf(people, plan);
  if (score.separated) return separated(score);
  const scores = scoreValues(score, distance);
  const request = pairRequest(people, plan, score);
  const caliperWidth = plan.caliper === undefined ? null : caliperWidthOf("caliper", scores, plan.caliper);
  const pairs = pairProblem("nearest", people.treated, { ...request.options, ...howMany(plan, "largest"), seed });
  const near = { kind: "line", scores, caliperWidth: caliperWidth ?? Number.POSITIVE_INFINITY } as const;
  return formed(
    people,
    plan,
    { ...pairs, scores, near },
    {
      asked: { ...request.asked, scores, treated: people.treated, caliperWidth, ...howMany(plan, "largest") },
      score,
      options: {
        score: score.link,
        distance,
        caliper: caliperWidth === null ? null : { sd: plan.caliper, width: caliperWidth },
        ...howMany(plan, "largest"),
        ...request.stated,
      },
    },
  );
}

function matchInSpace(
  people: People,
  { plan, seed }: MethodOptions,
  distance: keyof typeof mahalanobisKinds,
): FormedGroup {
  const needsScore = plan.scoreCaliper !== undefined || (plan.commonSupport ?? "none") !== "none";
  if (!needsScore && (plan.order === "largest" || plan.order === "smallest")) {
    throw new Failure(
      "usage",
      `order: ${plan.order} goes by a propensity score, and this match has none; available: closest, data, random`,
    );
  }
  const score = needsScore ? scoreOf(people, plan) : null;
  if (score?.separated) return separated(score);
  const covariates = distanceCovariates(people, plan);
  const space = mahalanobisSpace(covariates, people.treated, mahalanobisKinds[distance]);
  if (space === null) return modelColumns(covariates).columns.length === 0 ? nothingVaries() : armsApart(covariates);

  const request = pairRequest(people, plan, score);
  const scoreWindow = plan.scoreCaliper === undefined ? null : scoreWindowOf(score!, plan.scoreCaliper);
  const order = needsScore ? "largest" : "data";
  const pairs = pairProblem("nearest", people.treated, { ...request.options, ...howMany(plan, order), seed });
  const near = { kind: "space", space, caliperWidth: plan.caliper ?? Number.POSITIVE_INFINITY } as const;
  const problem: NearestProblem = {
    ...pairs,
    windows: [...pairs.windows, ...(scoreWindow === null ? [] : [scoreWindow])],
    scores: score?.probability ?? null,
    near,
  };
  const asked: AskedConstraints = {
    ...request.asked,
    scores: score?.probability ?? people.units,
    treated: people.treated,
    caliperWidth: null,
    ...howMany(plan, order),
    windows: { ...request.asked.windows, ...(scoreWindow === null ? {} : { score: scoreWindow }) },
    ...(plan.caliper === undefined ? {} : { space: { distance: spaceDistance(space), width: plan.caliper } }),
  };
  return formed(people, plan, problem, {
    asked,
    score,
    options: {
      score: score?.link ?? null,
      distance,
      distanceCovariates: covariates.map(({ name }) => name),
      caliper: plan.caliper === undefined ? null : { width: plan.caliper },
      scoreCaliper: scoreWindow === null ? null : { sd: plan.scoreCaliper, width: scoreWindow.width },
      ...howMany(plan, order),
      ...request.stated,
    },
    tieDrawsAtMost: Math.floor(spaceTieDraws / people.numRows),
  });
}

/** Draws times people: matching in a space costs far more than on a line. */
const spaceTieDraws = 200_000;

function formed(
  people: People,
  plan: ComparisonPlan,
  problem: NearestProblem,
  described: Pick<MatchedDescription, "asked" | "score" | "options" | "tieDrawsAtMost">,
): FormedGroup {
  const sets = setsOf(greedySets(problem, usualTies(problem)), problem.ratio);
  const drawsTies = (described.tieDrawsAtMost ?? 1) > 0;
  return matchedGroup(people, plan, sets, {
    ...described,
    reuse: problem.replace ? { nearestOther: nearestOther(problem) } : null,
    weightsSumTo: "comparison",
    assumptions: problem.order === "data" ? ['the order "data" is the natural order of ids'] : [],
    redrawTies: drawsTies ? tieRedraw(problem) : null,
  });
}

function howMany(
  { ratio = 1, replace = false, order }: ComparisonPlan,
  usualOrder: MatchingOrder,
): { ratio: number; replace: boolean; order: MatchingOrder } {
  return { ratio, replace, order: order ?? usualOrder };
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

function scoreWindowOf({ probability }: PropensityScore, sd: number) {
  return { values: probability, width: caliperWidthOf("scoreCaliper", probability, sd) };
}

/** Where the arms never meet in some direction, no distance says how far apart they are. */
function armsApart(covariates: People["covariates"]): FormedGroup {
  return {
    refusal: {
      rule: "no-overlap",
      why: `some combination of the covariates (${namedInWords(covariates.map(({ name }) => name))}) differs between the arms and never within one, so nobody has a counterpart`,
      unlocks:
        "leave out the covariate that repeats the arm, or narrow eligibility to people who could have been in either",
    },
  };
}
