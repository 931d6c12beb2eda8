import type { Figure, Limit, Unbounded, Withheld } from "../generated/types.ts";

/**
 * Whether disclosure control withheld a number.
 *
 * @example
 * isWithheld({ withheld: "primary" }); // true
 */
export function isWithheld(value: unknown): value is Withheld {
  return typeof value === "object" && value !== null && "withheld" in value;
}

/**
 * Whether the limit of an interval does not exist on its side.
 *
 * @example
 * isUnbounded({ unbounded: "above" }); // true
 */
export function isUnbounded(value: unknown): value is Unbounded {
  return typeof value === "object" && value !== null && "unbounded" in value;
}

/**
 * The number itself, where it must still be exact (before disclosure).
 *
 * @throws TypeError when the figure is withheld
 * @example
 * exact(3); // 3
 */
export function exact(figure: Figure): number {
  if (isWithheld(figure)) throw new TypeError("exact: figure must not be withheld, got a withheld figure");
  return figure;
}

/**
 * A limit as a number; an unbounded limit is plus or minus Infinity, for comparison only.
 *
 * @throws TypeError when the limit is withheld
 * @example
 * exactLimit({ unbounded: "above" }) > 1e300; // true
 */
export function exactLimit(limit: Limit): number {
  if (typeof limit === "number") return limit;
  if (isWithheld(limit)) throw new TypeError("exactLimit: limit must not be withheld, got a withheld limit");
  return limit.unbounded === "above" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
