import type { Profile } from "../profiles.ts";
import { Attack } from "./attack.ts";
import type { CountSystem } from "./count-system.ts";

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
 * @param inVain  asked about the counts that stay exposed: true where the system will be another because of them, so that
 *   nothing needs to come back
 * @returns withheld counts by id; ids that stay exposed because everything around them is already known
 * @example
 * const plain = { sensitive: true, need: 1, known: false, of: null };
 * const counts = [["all", 60], ["men", 57], ["women", 3]].map(([id, value]) => ({ ...plain, id, value, printedAt: [id] }));
 * const { withheld } = suppress({ counts, sums: [{ total: "all", parts: ["men", "women"] }] }, profileOf("default"));
 * [...withheld]; // [["men", "secondary"], ["women", "primary"]]
 * @source cheapest patterns by linear programming: Kelly, Golden and Assad (1992), Networks 22, 397-417
 */
export function suppress(
  system: CountSystem,
  profile: Profile,
  inVain: (unprotected: readonly string[]) => boolean = () => false,
): Suppression {
  const attack = new Attack(system, profile);
  const exposed = protectAll(attack);
  const unprotected = [...exposed].map((index) => system.counts[index]!.id);
  if (!inVain(unprotected)) for (const index of attack.secondary()) attack.publishUnlessNeeded(index, exposed);
  return { withheld: attack.labels(), unprotected };
}

/** Withholds until everything that matters is open; returns what nothing opens. */
function protectAll(attack: Attack): Set<number> {
  const exposed = protectNear(attack);
  if (exposed.size === 0 || exposed.size > few) return exposed;
  attack.look("far");
  const closed = [...exposed].filter((target) => !protect(attack, target));
  attack.look("near");
  // What went for them has to be protected in turn.
  return protectNear(attack, closed);
}

/** Of how many exposed counts it is worth while to look further: with more, tables are too fine. */
const few = 3;

function protectNear(attack: Attack, given: readonly number[] = []): Set<number> {
  const exposed = new Set(given);
  for (;;) {
    const waiting = attack.indices((index) => attack.matters(index) && !exposed.has(index) && !attack.isOpen(index));
    if (waiting.length === 0) return exposed;
    for (const target of waiting) if (!protect(attack, target)) exposed.add(target);
  }
}

/** Withholds the cheapest pattern of published counts that opens the target; false when nothing can. */
function protect(attack: Attack, target: number): boolean {
  // One label at a time as far as that may do, then more: of hundreds of small counts none gives way by itself.
  let labels = 1 / 2;
  while (!attack.isOpen(target)) {
    const ways = ([1, -1] as const).flatMap((direction) => {
      const way = attack.wayOf(target, direction, attack.opening, true);
      return way === null ? [] : [way];
    });
    const far = ways.filter(({ moved }) => moved > attack.opening - 1e-6);
    const [best] = (far.length > 0 ? far : ways).sort((a, b) => a.cost - b.cost);
    if (best !== undefined) attack.take(best);
    else if (attack.blurNear(target, Math.max(1, labels))) labels *= 2;
    else return false;
  }
  return true;
}
