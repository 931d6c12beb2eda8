import type { Results, StudyPlan } from "@likewise/schema";

/** What the pages say of a study before any result: its question, its programme, and what its outcomes are. */
export function studySummary(plan: StudyPlan, branding?: Results["study"]["branding"]): Results["study"] {
  return {
    id: plan.id ?? slug(plan.title),
    title: plan.title,
    synthetic: plan.synthetic ?? false,
    programme: plan.programme ? { ...plan.programme } : null,
    question: plan.question ?? null,
    asAt: plan.data.asAt ?? null,
    audience: plan.report?.audience ?? null,
    ...(branding === undefined ? {} : { branding }),
    outcomes: plan.outcomes.map((outcome) => ({
      id: outcome.id,
      label: outcome.label,
      unit: outcome.unit ?? plan.cohort.unit ?? "person",
      basis: outcome.basis,
      reporter: outcome.reporter,
      definition: outcome.definition,
      window: outcome.window ?? null,
      direction: outcome.direction,
      kind: outcome.kind,
      primary: outcome.primary ?? false,
      smallestEffect: outcome.smallestEffect ?? null,
    })),
  };
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
