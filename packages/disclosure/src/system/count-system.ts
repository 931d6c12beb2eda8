export type Need = 0 | 1 | 2 | 3;

/** A count, printed in one or more places, or one that nobody prints but anyone can work out by subtraction. */
export interface Count {
  readonly id: string;
  readonly value: number;
  /** Keys of the results where it is printed; empty for a count that can only be worked out. */
  readonly printedAt: readonly string[];
  /** Whether a small value says something about somebody. */
  readonly sensitive: boolean;
  /** How much a reader needs it: 0 detail, 1 ordinary, 2 what a page stands on, 3 its verdict; withheld in that order. */
  readonly need: Need;
  /** A count printed before, or known to everyone, cannot be withheld. */
  readonly known: boolean;
  /** Whether others hold an edition in which it is withheld: it is withheld again. */
  readonly again?: boolean;
  /** The group it is a part of, where "none" and "all" would speak of each member. */
  readonly of: string | null;
}

/** A total and the parts that make it up; anyone who knows all but one knows the last. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts and how they hang together: what an attacker with a pencil works on. */
export interface CountSystem {
  readonly counts: readonly Count[];
  readonly sums: readonly Sum[];
}
