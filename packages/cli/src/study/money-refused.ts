import { spendByYear } from "@likewise/cohort";
import { economicsRefusals, type PlacedRefusal } from "@likewise/economics";
import type { Columns, StudyPlan } from "@likewise/schema";
import { readYaml } from "./read-yaml.ts";

/**
 * What a run will refuse of costs and benefits, from plan and spend alone, as messages with the line each is of.
 *
 * @param text the plan as written
 */
export function moneyRefused(
  plan: StudyPlan,
  costs: Columns | undefined,
  text: string,
): { readonly refusals: readonly PlacedRefusal[]; readonly text: string } {
  const refusals = economicsRefusals(plan, spendByYear(costs).spent);
  const problems = refusals.map(({ path, why, unlocks }) => ({
    path,
    message: `costs and benefits are refused: expected ${unlocks}, found: ${why}`,
  }));
  return { refusals, text: readYaml(text, "study.yaml").problemsText(problems) };
}
