import { type ComparisonPlan, Failure } from "@likewise/schema";
import { modelColumns } from "../covariates/model-columns.ts";
import { nearestOther } from "../matching/nearest-other.ts";
import { caliperWidthOf, pairProblem } from "../matching/nearest-problem.ts";
import { radiusSets } from "../matching/radius-sets.ts";
import type { People } from "../people/people.ts";
import { scoreOf } from "../scores/score-of.ts";
import { nothingVaries, separated } from "../scores/score-refusals.ts";
import type { FormedGroup } from "./comparison-group.ts";
import { matchedGroup } from "./matched-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { pairRequest, scoreValues } from "./pair-request.ts";
import { presetAssumptions } from "./preset.ts";

export const radius: ComparisonMethod = {
  id: "radius",
  label: "everybody inside a radius, with replacement",
  estimands: ["att"],
  needs: ["covariates", "propensityScore"],
  source:
    "Dehejia and Wahba (2002), doi:10.1162/003465302317331982; Abadie and Imbens (2006), doi:10.1111/j.1468-0262.2006.00655.x",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  pairOptions: ["replace", "covariateCalipers", "antiExact", "commonSupport"],
  form: matchInRadius,
};

/** Pairs held at once: about a gigabyte. */
const mostPairs = 50_000_000;

function matchInRadius(people: People, { plan }: MethodOptions): FormedGroup {
  const distance = distanceOf(plan);
  const sd = requireRadius(plan);
  if (modelColumns(people.covariates).columns.length === 0) return nothingVaries();
  const score = scoreOf(people, plan);
  if (score.separated) return separated(score);
  const scores = scoreValues(score, distance);
  const request = pairRequest(people, plan, score);
  const caliperWidth = caliperWidthOf("caliper", scores, sd);
  const near = { kind: "line", scores, caliperWidth } as const;
  const pairs = pairProblem("radius", people.treated, { ...request.options, replace: true });
  const sets = radiusSets({ ...pairs, scores, near }, near, mostPairs);
  if (sets === null) {
    throw new Failure(
      "usage",
      `caliper: ${sd} makes more than ${mostPairs} pairs; choose a smaller radius or exact columns`,
    );
  }
  return matchedGroup(people, plan, sets, {
    asked: { ...request.asked, scores, treated: people.treated, caliperWidth, ratio: people.numRows, replace: true },
    score,
    reuse: { nearestOther: nearestOther({ ...pairs, scores, near }) },
    weightsSumTo: "treated",
    options: {
      ...(plan.preset === undefined ? {} : { preset: plan.preset }),
      score: score.link,
      distance,
      caliper: { sd, width: caliperWidth },
      replace: true,
      weightsSumTo: "the treated people matched",
      ...request.stated,
    },
    assumptions: presetAssumptions(plan),
    redrawTies: null,
  });
}

function distanceOf({ distance = "probability" }: ComparisonPlan): "probability" | "linear" | "odds" {
  if (distance === "probability" || distance === "linear" || distance === "odds") return distance;
  throw new Failure("usage", `distance: ${distance} has no radius here; available: probability, linear, odds`);
}

function requireRadius({ caliper, replace, ratio, order }: ComparisonPlan): number {
  if (caliper === undefined) {
    throw new Failure("usage", "caliper: method radius needs one, in standard deviations of the distance");
  }
  if (replace === false) throw new Failure("usage", "replace: method radius is with replacement; use nearest without");
  if (ratio !== undefined) throw new Failure("usage", "ratio: method radius takes everybody inside the radius");
  if (order !== undefined) throw new Failure("usage", "order: with a radius nobody chooses before anybody else");
  return caliper;
}
