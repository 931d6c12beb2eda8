import { type Comparison, resultKey } from "@likewise/schema";
import type { Groups } from "./balance.ts";
import type { Behind } from "./outcomes.ts";
import type { CountId, Reader } from "./readings.ts";

/**
 * Models are functions of the covariates: from the two terms of a propensity score with one yes-or-no covariate, its
 * counts follow exactly. So the propensity score and the caliper go with any count behind a covariate, as do the terms of
 * an outcome model other than the treatment; those of an outcome go with its counts too. What stays is rounded.
 */
export function readModels(
  comparison: Comparison,
  { before: [treated, other] }: Groups,
  covariates: readonly CountId[],
  behind: ReadonlyMap<string, Behind>,
  read: Reader,
): void {
  const at = (part: string) => `comparisons/${resultKey(comparison.id)}/${part}`;
  const names = new Set(comparison.balance.map(({ covariate }) => covariate));
  const ofCovariates = (term: string) => term === "(Intercept)" || names.has(term.split("=")[0]!);
  for (const [index, model] of comparison.models.entries()) {
    const ofOutcome = model.outcome === null ? [] : (behind.get(model.outcome)?.counts ?? []);
    for (const [place, { term }] of model.terms.entries()) {
      const from = [...ofOutcome, ...(model.outcome === null || ofCovariates(term) ? covariates : [])];
      const keys = ["estimate", "standardError"].map((part) => at(`models/${index}/terms/${place}/${part}`));
      for (const people of [treated, other]) read.derive(keys, from, { people });
    }
    if (model.concordance === undefined) continue;
    const keys = ["value", "standardError"].map((part) => at(`models/${index}/concordance/${part}`));
    for (const people of [treated, other]) read.derive(keys, [...ofOutcome, ...covariates], { people });
  }
  for (const people of [treated, other]) read.derive([at("design/caliper/width")], covariates, { people, as: "blank" });
}
