import type { EconomicsResult, Results } from "@likewise/schema";
import { moneyFacts } from "./money-facts.ts";
import { type MoneyRule, moneyRules } from "./rules/money-rules.ts";

/**
 * Costs and benefits with what may and may not be said of them, as data.
 *
 * Money says no more than the claims of the outcomes its values rest on. Where one of them has no verdict, or a difference that may not
 * be called caused, it is a scenario whatever the level: no label of value for money then stands beside it.
 *
 * @param results after disclosure: a sentence that would quote a withheld number is not made
 * @returns null without costs and benefits
 */
export function claimMoney(results: Results): EconomicsResult | null {
  const { economics } = results;
  if (economics === null) return null;
  const facts = moneyFacts(results, economics);
  const scenario = facts.stand === "scenario";
  const sentences = (wanted: MoneyRule["place"]) =>
    moneyRules
      .filter(({ place }) => place === wanted)
      .flatMap((rule) => rule.find(facts).map((filling) => ({ rule: rule.id, ...filling, text: null })));
  return {
    ...economics,
    scenario,
    appraisal:
      economics.appraisal === null || !scenario ? economics.appraisal : { ...economics.appraisal, label: null },
    claims: { can: sentences("can"), cannot: sentences("cannot") },
  };
}
