import type { CompareInput } from "./compare-input.ts";

/** Ids of the outcomes declared primary. */
export function declaredPrimary({ declarations }: CompareInput): ReadonlySet<string> {
  return new Set(declarations.filter(({ primary }) => primary === true).map(({ id }) => id));
}
