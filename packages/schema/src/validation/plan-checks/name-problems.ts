import type { PlanProblem } from "../check-shape.ts";
import { closest } from "../closest.ts";

/** A problem for a name that is not among those known, with what it may have meant. */
export function unknownName(path: string, what: string, name: string, known: readonly string[]): PlanProblem[] {
  if (known.includes(name)) return [];
  const meant = closest(name, known);
  if (meant !== null) return [{ path, message: `expected ${what}, found "${name}"; did you mean "${meant}"?` }];
  const list = known.length === 0 ? "the plan has none" : known.join(", ");
  return [{ path, message: `expected ${what} (${list}), found "${name}"` }];
}

/** As `unknownName`, for each entry of a list that may be left out. */
export function unknownNames(
  path: string,
  what: string,
  names: readonly string[] | undefined,
  known: readonly string[],
): PlanProblem[] {
  return (names ?? []).flatMap((name, index) => unknownName(`${path}[${index}]`, what, name, known));
}

/** A problem for each id that was used before. */
export function repeatedIds(list: string, ids: readonly string[]): PlanProblem[] {
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    return [{ path: `${list}[${index}].id`, message: `expected an id of its own, found "${id}" a second time` }];
  });
}
