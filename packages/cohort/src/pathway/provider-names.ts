import type { StudyPlan } from "@likewise/schema";

/**
 * A provider's present name, whichever name a row has it under. Capitals and spaces around or between words do not make
 * another provider; a name the plan does not know stays as it is.
 *
 * @param plan `cohort.providers`: name now, to the names it has had
 */
export function providerNames({ cohort }: { readonly cohort: StudyPlan["cohort"] }): (name: string) => string {
  const canonical = new Map<string, string>();
  for (const [name, aliases] of Object.entries(cohort.providers ?? {})) {
    for (const alias of [name, ...aliases]) canonical.set(folded(alias), name);
  }
  return (name) => canonical.get(folded(name)) ?? name;
}

function folded(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
