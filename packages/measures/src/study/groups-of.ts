import type { Level } from "./cells.ts";

const groups = [
  { id: "treated", label: "Treated" },
  { id: "comparison", label: "Comparison" },
] as const satisfies readonly Level[];

/** Arms that somebody is in, those treated first; nobody's answers stand for an arm they are not in. */
export function groupsOf(arms: readonly ("treated" | "comparison" | null)[]): (typeof groups)[number][] {
  return groups.filter(({ id }) => arms.includes(id));
}
