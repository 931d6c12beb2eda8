import type { DraftTable } from "../draft-study.ts";
import type { Questions } from "../questions.ts";

/** @returns names of covariates that are left out, as nobody knows that they were so before the index date */
export function askBeforeIndex({ ask }: Questions, people: DraftTable): ReadonlySet<string> {
  const covariates = people.columns.filter(({ isCovariate }) => isCovariate);
  if (covariates.length === 0) return new Set();
  const chosen = ask({
    id: "before-index",
    question: `Do ${covariates.map(({ column }) => `"${column.header}"`).join(" and ")} describe the person before the index date?`,
    evidence: "the file does not say when they were recorded",
    choices: ["they do, in both arms", "they do not, or nobody knows: they are left out"],
  });
  return chosen === 0 ? new Set() : new Set(covariates.map(({ name }) => name));
}
