import { type ContractTarget, contractIndicator } from "@likewise/schema";
import { dayReached } from "../../pathway/cases.ts";
import { completionByRule, type PersonCompletion } from "../../pathway/completion.ts";
import { type CompletionRule, completionRulesOf } from "../../pathway/completion-rules.ts";
import type { DeliveryData, PerformanceIndicator } from "./indicator.ts";
import { peopleCounted, shareCounted } from "./people-counted.ts";

/** People who completed by a rule, by the day of it. */
export const completions: PerformanceIndicator = {
  declared: contractIndicator("completions"),
  missing: missingForRule,
  measure: (data, target, span) => peopleCounted(completionDays(data, target), span),
  everyone: (data, target) => ({
    people: completionDays(data, target).length,
    step: ruleOf(data, target).leastShare === null ? "completed" : null,
  }),
};

/** Of those who started, those who completed. While a case is open the share is not final. */
export const completionShare: PerformanceIndicator = {
  declared: contractIndicator("completion-share"),
  missing: (data, target) => (data.cases.reached.has("started") ? missingForRule(data, target) : "the stage started"),
  measure: (data, target, { from, to }) => {
    const people = peopleOf(data, target).filter(({ unit }) => {
      const day = dayReached(data.cases, "started", unit) ?? null;
      return day !== null && day >= from && day <= to && day <= data.asAt;
    });
    const count = (status: PersonCompletion["status"]) => people.filter((one) => one.status === status).length;
    return shareCounted(count("completed"), people.length, count("unknown"), count("open") === 0);
  },
};

function missingForRule(data: DeliveryData, target: ContractTarget): string | null {
  const rule = ruleOf(data, target);
  if (rule.leastShare !== null) return data.tables.sessions === undefined ? "sessions" : null;
  return data.cases.reached.has("completed") ? null : "the stage completed";
}

function ruleOf({ plan }: DeliveryData, { completion }: ContractTarget): CompletionRule {
  const rules = completionRulesOf(plan);
  return rules.find(({ id }) => id === completion) ?? rules[0]!;
}

function peopleOf(data: DeliveryData, target: ContractTarget): readonly PersonCompletion[] {
  return completionByRule({ ...data, rule: ruleOf(data, target) }).people;
}

/** The day recorded as completed, or else the day the case ended. */
function completionDays(data: DeliveryData, target: ContractTarget): (number | null)[] {
  return peopleOf(data, target)
    .filter(({ status }) => status === "completed")
    .map(({ unit }) => dayReached(data.cases, "completed", unit) ?? data.cases.departure(unit)?.day ?? null)
    .map((day) => (day !== null && day <= data.asAt ? day : null));
}
