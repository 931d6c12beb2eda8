import { Failure } from "@likewise/schema";
import { exactCodes } from "../covariates/exact-codes.ts";
import { jointStrata } from "../matching/joint-strata.ts";
import { compareInStrata } from "../matching/strata-group.ts";
import type { People } from "../people/people.ts";
import type { FormedGroup } from "./comparison-group.ts";
import type { ComparisonMethod, MethodOptions } from "./method.ts";
import { targetEstimand } from "./target-estimand.ts";

export const exact: ComparisonMethod = {
  id: "exact",
  label: "exact matching",
  estimands: ["att", "ate", "atc"],
  needs: ["exactColumns"],
  source: "Stuart (2010), doi:10.1214/09-STS313, section 3.1",
  estimators: ["matched", "matched-adjusted", "crude"],
  adjustment: "matching",
  form: matchExactly,
};

function matchExactly(people: People, { plan }: MethodOptions): FormedGroup {
  if (people.exact.length === 0)
    throw new Failure("usage", "exact: method exact needs at least one column to agree on");
  const columns = Object.fromEntries(people.exact.map((column) => [column.name, exactCodes(column)]));
  const { strata } = jointStrata(Object.values(columns), people.numRows);
  const described = {
    codes: strata,
    score: null,
    exact: columns,
    options: { exact: Object.keys(columns) },
    models: [],
  };
  return compareInStrata(people, described, targetEstimand(plan));
}
