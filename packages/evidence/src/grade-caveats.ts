import type { Reason } from "@likewise/schema";
import type { Design } from "./design.ts";
import { contradictions } from "./tables/contradictions.ts";
import type { DesignRow } from "./tables/design-rows.ts";

/** What a grade says beside its level: covariates one would wish for, facts that contradict each other or stand on nothing. */
export function gradeCaveats(design: Design, row: DesignRow): Reason[] {
  const caveat = (rule: string, text: string): Reason => ({ rule, text, drop: null });
  const scored = row.id !== "not-scoreable";
  const missing = (row.usesCovariates ? design.essentials.desirableMissing : null) ?? [];
  return [
    ...missing.map((role) => caveat(`desirable-${role.id}`, `the analysis does not take account of ${role.label}`)),
    ...contradictions.filter(({ applies }) => applies(design)).map(({ id, text }) => caveat(id, text)),
    ...design.contradictions.map((text) => caveat("contradicted-by-data", text)),
    ...design.unjustified.map((name) =>
      caveat("unjustified", `${name} is stated without a justification, so it counts as not met`),
    ),
    ...(design.indexDateRule === "different" && scored
      ? [caveat("index-date-rule", "follow-up starts by a different rule in the two groups")]
      : []),
  ];
}
