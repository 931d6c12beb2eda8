import type { Profile } from "../profiles.ts";
import { Attack } from "./attack.ts";
import type { CountSystem } from "./count-system.ts";
import { maximise } from "./maximise.ts";

export type Withholding = "primary" | "secondary";

/** Which counts to withhold, and any that cannot be protected because what gives them away is already known. */
export interface Suppression {
  readonly withheld: ReadonlyMap<string, Withholding>;
  readonly unprotected: readonly string[];
}

/**
 * Which counts of a system to withhold so that none of them can be worked out.
 *
 * Primary: small counts, and "none" or "all" of a group where the profile says so. Secondary: for each withheld count
 * that still has too few values that fit everything published (and for each small count that could be had by
 * subtraction), the cheapest pattern of further counts that lets it move. What readers need least, parts rather than
 * totals, and small rather than large counts are cheap. At the end, counts that turn out not to be needed are published
 * again, dearest first.
 *
 * An outsider is taken to know the rule and its labels: a primary count lies below the threshold, a secondary one at or
 * above it. Where the labels alone say too much (three counts of one and more in a total below five), a small count is
 * labelled secondary, which then only says that it is withheld.
 *
 * @param system counts and sums; sums must hold exactly
 * @param profile what counts as small, and how many values must stay open
 * @returns withheld counts by id; ids that stay exposed because everything around them is already known
 * @example
 * const plain = { sensitive: true, need: 1, known: false, of: null };
 * const counts = [["all", 60], ["men", 57], ["women", 3]].map(([id, value]) => ({ ...plain, id, value, printedAt: [id] }));
 * const { withheld } = suppress({ counts, sums: [{ total: "all", parts: ["men", "women"] }] }, profileOf("default"));
 * [...withheld]; // [["men", "secondary"], ["women", "primary"]]
 * @source cheapest patterns by linear programming: Kelly, Golden and Assad (1992), Networks 22, 397-417
 */
export function suppress(system: CountSystem, profile: Profile): Suppression {
  const attack = new Attack(system, profile);
  const exposed = new Set<number>();
  for (;;) {
    const target = attack.unsafe().find((index) => !exposed.has(index));
    if (target === undefined) break;
    const pattern = cheapestPattern(attack, target);
    for (const index of pattern) attack.withhold(index);
    if (pattern.length === 0 && !attack.blurNear(target)) exposed.add(target);
  }
  publishWhatIsNotNeeded(attack, exposed);
  return { withheld: attack.labels(), unprotected: [...exposed].map((index) => system.counts[index]!.id) };
}

/** Letting the target move is worth more than any pattern costs. */
const worth = 1e5;

/** Published counts whose withholding lets the target move up, or else down, at least cost. */
function cheapestPattern(attack: Attack, target: number): number[] {
  for (const direction of [1, -1] as const) {
    const { system, counts } = attack.movable(target);
    const goal = counts.findIndex((each) => each.index === target);
    const reach = Math.min(2, direction > 0 ? system.upper[goal]! : -system.lower[goal]!);
    const bounds = {
      rows: system.rows,
      lower: system.lower.map((each, j) => (j === goal ? (direction > 0 ? 0 : -reach) : each)),
      upper: system.upper.map((each, j) => (j === goal ? (direction > 0 ? reach : 0) : each)),
    };
    const moved = maximise(
      bounds,
      counts.map((each, j) => (j === goal ? direction * worth : -each.cost)),
    );
    if (moved === null || Math.abs(moved[goal]!) < 1e-6) continue;
    const pattern = counts.filter((each, j) => each.cost > 0 && Math.abs(moved[j]!) > 1e-6).map((each) => each.index);
    if (pattern.length > 0) return [...new Set(pattern)];
  }
  return [];
}

function publishWhatIsNotNeeded(attack: Attack, exposed: ReadonlySet<number>): void {
  for (const index of attack.secondary()) {
    attack.publish(index);
    if (attack.unsafe().some((each) => !exposed.has(each))) attack.withhold(index);
  }
}
