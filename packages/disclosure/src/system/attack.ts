import type { Profile } from "../profiles.ts";
import type { Count, CountSystem } from "./count-system.ts";
import { feasibleRange } from "./feasible-range.ts";
import type { Departures } from "./maximise.ts";

/** A count as it enters a search for what to withhold: a published one enters twice, once for each way it could move. */
export interface Movable {
  readonly index: number;
  /** 0 for a count that is unknown already. */
  readonly cost: number;
}

/** The system as an outsider meets it: what is withheld so far, and what can be worked out from the rest. */
export class Attack {
  readonly #counts: readonly Count[];
  readonly #profile: Profile;
  readonly #sums: readonly (readonly { readonly index: number; readonly sign: 1 | -1 }[])[];
  readonly #sumsOf: number[][];
  readonly #isTotal: boolean[];
  readonly #primary: boolean[];
  readonly #withheld: boolean[];
  /** Small counts labelled as secondary, so that the label does not bound them. */
  readonly #blurred: boolean[];
  /** Whether each unknown is safe, by the unknowns it is tied to: most steps leave most ties as they were. */
  readonly #safety = new Map<string, boolean>();
  /** Relations and bounds of unknowns tied together: the same for each of them, until something is withheld or not. */
  readonly #tiedSystems = new Map<string, Departures>();

  constructor({ counts, sums }: CountSystem, profile: Profile) {
    this.#counts = counts;
    this.#profile = profile;
    const place = new Map(counts.map((count, index) => [count.id, index]));
    this.#sums = sums.map(({ total, parts }) => [
      { index: place.get(total)!, sign: 1 as const },
      ...parts.map((part) => ({ index: place.get(part)!, sign: -1 as const })),
    ]);
    this.#sumsOf = counts.map(() => []);
    this.#isTotal = counts.map(() => false);
    for (const [sum, members] of this.#sums.entries())
      for (const { index, sign } of members) {
        this.#sumsOf[index]!.push(sum);
        if (sign > 0) this.#isTotal[index] = true;
      }
    this.#primary = counts.map((count) => isPrimary(count, counts[place.get(count.of ?? "") ?? -1], profile));
    // What nobody prints is unknown until it is worked out.
    this.#blurred = counts.map(() => false);
    this.#withheld = counts.map((count, index) => count.printedAt.length === 0 || this.#primary[index]!);
  }

  withhold(index: number): void {
    this.#withheld[index] = true;
    this.#tiedSystems.clear();
  }

  publish(index: number): void {
    this.#withheld[index] = false;
    this.#tiedSystems.clear();
  }

  /**
   * Takes the primary label off a count that nothing else can protect: its own first, then the largest tied to it.
   * @returns false when there is no such label left
   */
  blurNear(target: number): boolean {
    const { tied } = this.#tiedTo(target, (index) => this.#withheld[index]!);
    const labelled = tied.filter((index) => this.#primary[index]! && !this.#blurred[index]!);
    const next = labelled.includes(target)
      ? target
      : labelled.sort((a, b) => this.#counts[b]!.value - this.#counts[a]!.value || a - b)[0];
    if (next === undefined) return false;
    this.#blurred[next] = true;
    this.#safety.clear();
    this.#tiedSystems.clear();
    return true;
  }

  /** Printed counts that are withheld to protect others, the dearest first. */
  secondary(): number[] {
    const printed = (index: number) => this.#withheld[index]! && !this.#primary[index]! && this.#isPrinted(index);
    return this.#indices(printed).sort((a, b) => this.#cost(b) - this.#cost(a) || a - b);
  }

  labels(): Map<string, "primary" | "secondary"> {
    const withheld = this.#indices((index) => this.#withheld[index]! && this.#isPrinted(index));
    return new Map(
      withheld.map((index) => [
        this.#counts[index]!.id,
        this.#primary[index]! && !this.#blurred[index]! ? "primary" : "secondary",
      ]),
    );
  }

  /** Unknowns that must be protected and are not: everything withheld, and small counts to be had by subtraction. */
  unsafe(): number[] {
    const matters = (index: number) => this.#isPrinted(index) || isSmall(this.#counts[index]!, this.#profile);
    return this.#indices((index) => this.#withheld[index]! && matters(index) && !this.#isSafe(index));
  }

  /** Everything tied to a count by sums, as it could move if published counts were withheld, each at its cost. */
  movable(target: number): { readonly system: Departures; readonly counts: readonly Movable[] } {
    const { tied, sums } = this.#tiedTo(target, (index) => !this.#counts[index]!.known);
    const counts: Movable[] = [];
    const bounds: [number, number][] = [];
    for (const index of tied) {
      const [down, up] = this.#bounds(index);
      if (this.#withheld[index]) {
        counts.push({ index, cost: 0 });
        bounds.push([down, up]);
      } else {
        counts.push({ index, cost: this.#cost(index) }, { index, cost: this.#cost(index) });
        // The second entry is the same count turned round, so that moving either way costs.
        bounds.push([0, up], [0, -down]);
      }
    }
    const turned = counts.map(({ index }, j) => j > 0 && counts[j - 1]!.index === index);
    const rows = sums.map((sum) => {
      const sign = new Map(this.#sums[sum]!.map((member) => [member.index, member.sign]));
      return counts.map(({ index }, j) => (sign.get(index) ?? 0) * (turned[j] ? -1 : 1));
    });
    return { counts, system: { rows, lower: bounds.map(([down]) => down), upper: bounds.map(([, up]) => up) } };
  }

  #isSafe(index: number): boolean {
    const { tied, sums } = this.#tiedTo(index, (each) => this.#withheld[each]!);
    const ties = tied.join();
    const key = `${index}:${ties}`;
    const seen = this.#safety.get(key);
    if (seen !== undefined) return seen;
    const system = this.#tiedSystems.get(ties) ?? this.#systemOf(tied, sums);
    this.#tiedSystems.set(ties, system);
    const [down, up] = feasibleRange(system, tied.indexOf(index));
    const values = Math.floor(up + rounding) + Math.floor(-down + rounding) + 1;
    const safe = values >= Math.min(this.#profile.feasibleValues, Math.max(1, this.#profile.threshold - 1));
    this.#safety.set(key, safe);
    return safe;
  }

  #systemOf(tied: readonly number[], sums: readonly number[]): Departures {
    const rows = sums.map((sum) => {
      const sign = new Map(this.#sums[sum]!.map((member) => [member.index, member.sign]));
      return tied.map((each) => sign.get(each) ?? 0);
    });
    const bounds = tied.map((each) => this.#bounds(each));
    return { rows, lower: bounds.map(([down]) => down), upper: bounds.map(([, up]) => up) };
  }

  /** What is reached from one count by sums, through counts that may move alone, and those sums. */
  #tiedTo(start: number, mayMove: (index: number) => boolean): { tied: number[]; sums: number[] } {
    const tied = new Set([start]);
    const sums = new Set<number>();
    for (const index of tied)
      for (const sum of this.#sumsOf[index]!) {
        if (sums.has(sum)) continue;
        sums.add(sum);
        for (const member of this.#sums[sum]!) if (mayMove(member.index)) tied.add(member.index);
      }
    return { tied: [...tied].sort((a, b) => a - b), sums: [...sums].sort((a, b) => a - b) };
  }

  /** How far a count could lie from its value for someone who knows the rule and the label it has or would get. */
  #bounds(index: number): [number, number] {
    const { value } = this.#counts[index]!;
    const { threshold } = this.#profile;
    if (this.#blurred[index]!) return [-value, Number.POSITIVE_INFINITY];
    if (this.#primary[index]! && value < threshold) return [Math.min(0, 1 - value), threshold - 1 - value];
    const least = this.#primary[index]! || !this.#isPrinted(index) || value < threshold ? 0 : threshold;
    return [least - value, Number.POSITIVE_INFINITY];
  }

  /** Details before what pages stand on, parts before totals, small before large, anything before a zero. */
  #cost(index: number): number {
    const { need, value } = this.#counts[index]!;
    return [1, 5, 50][need]! * (this.#isTotal[index] ? 3 : 1) * (value === 0 ? 3 : 1) + Math.min(0.9, value / 10_000);
  }

  #isPrinted(index: number): boolean {
    return this.#counts[index]!.printedAt.length > 0;
  }

  #indices(where: (index: number) => boolean): number[] {
    return this.#counts.map((_, index) => index).filter(where);
  }
}

/** Bounds are found in floating point; a range of 2.999999999 holds three whole numbers. */
const rounding = 1e-6;

function isSmall({ value, sensitive }: Count, { threshold }: Profile): boolean {
  return sensitive && value > 0 && value < threshold;
}

function isPrimary(count: Count, group: Count | undefined, profile: Profile): boolean {
  if (count.known || count.printedAt.length === 0) return false;
  if (isSmall(count, profile)) return true;
  if (!count.sensitive || group === undefined || profile.allOrNone === "never") return false;
  const everyoneOrNobody = group.value > 0 && (count.value === 0 || count.value === group.value);
  return everyoneOrNobody && (profile.allOrNone === "always" || group.value < profile.minimumDenominator);
}
