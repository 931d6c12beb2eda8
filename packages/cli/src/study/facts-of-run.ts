import type { Facts } from "@likewise/schema";

/**
 * The facts a grade may rest on: those declared, but for what the data show to be otherwise; each of those is named.
 *
 * @param declared `evidence` of the plan
 * @param seen     the same facts with what the data show against them
 */
export function factsOfRun(declared: Facts, seen: Facts): { readonly facts: Facts; readonly notes: readonly string[] } {
  const names = (Object.keys(seen) as (keyof Facts)[]).filter(
    (name) => declared[name] !== undefined && declared[name] !== seen[name],
  );
  return {
    facts: seen,
    notes: names.map((name) => `the plan declares ${name} otherwise than the data show: ${whyOf(seen[name])}`),
  };
}

function whyOf(fact: Facts[keyof Facts]): string {
  return fact !== null && typeof fact === "object" && "why" in fact && typeof fact.why === "string"
    ? fact.why
    : "what the data show stands";
}
