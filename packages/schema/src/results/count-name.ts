/**
 * The name of a count, by whom it counts: everyone of a kind, or those at some levels of some dimensions. Two counts of
 * one name are the same people, and are published or withheld together.
 *
 * @param who a kind of people, the same words wherever they are counted: "referrals", "step started"
 * @param at dimension to level; their order does not matter, and a level left undefined narrows nothing
 * @example
 * countName("referrals"); // "referrals"
 * countName("step started", { source: "police", area: "north" }); // "step started; area=north; source=police"
 */
export function countName(who: string, at: Readonly<Record<string, string | undefined>> = {}): string {
  const levels = Object.entries(at).flatMap(([dimension, level]) =>
    level === undefined ? [] : [`${dimension}=${level}`],
  );
  return [who, ...levels.sort()].join("; ");
}
