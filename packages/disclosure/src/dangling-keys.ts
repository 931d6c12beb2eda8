import { type Results, resultKey } from "@likewise/schema";

/**
 * Keys in results that lead to tables which are not there.
 *
 * @example
 * const refusals = [{ id: "a", what: "", why: "tables/reach/cells/0", unlocks: "" }];
 * danglingKeys({ tables: [], refusals }); // ["tables/reach/cells/0"]
 */
export function danglingKeys(results: Pick<Results, "tables"> & { readonly [part: string]: unknown }): string[] {
  const shown = new Set(results.tables.map(({ id }) => resultKey(id)));
  return textsOf(results).filter((text) => /^tables\/[^/\s]+(\/|$)/.test(text) && !shown.has(text.split("/")[1]!));
}

function textsOf(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return typeof node !== "object" || node === null ? [] : Object.values(node).flatMap(textsOf);
}
