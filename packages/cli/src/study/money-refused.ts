import { spendByYear } from "@likewise/cohort";
import { economicsRefusals, type PlacedRefusal } from "@likewise/economics";
import type { Ingested } from "@likewise/ingest";
import type { StudyPlan } from "@likewise/schema";
import { readYaml } from "./read-yaml.ts";
import { rejectedSpend } from "./rejected-spend.ts";

/**
 * What a run will refuse of costs and benefits, from plan and spend alone, as messages with the line each is of.
 *
 * @param text the plan as written
 */
export function moneyRefused(
  plan: StudyPlan,
  ingested: Pick<Ingested, "tables" | "accounts" | "issues">,
  text: string,
): { readonly refusals: readonly PlacedRefusal[]; readonly text: string } {
  const refusals = economicsRefusals(plan, spendByYear(ingested.tables.costs).spent, rejectedSpend(plan, ingested));
  const problems = refusals.map(({ path, why, unlocks }) => ({
    path,
    message: `costs and benefits are refused: expected ${unlocks}, found: ${why}`,
  }));
  return { refusals, text: readYaml(text, "study.yaml").problemsText(problems) };
}
