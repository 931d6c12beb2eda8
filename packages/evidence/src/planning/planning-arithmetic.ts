/** What a plan is worked out with, handed in by the command: packages of one layer know nothing of each other. */
export interface PlanningArithmetic {
  /** Power to find a difference of two independent shares; numbers need not be whole. Null with too few to test. */
  readonly twoGroupPower: (groups: {
    readonly base: number;
    readonly effect: number;
    readonly first: number;
    readonly second: number;
  }) => number | null;
  /** Power of areas that start one after the other. */
  readonly steppedWedgePower: (wedge: {
    readonly base: number;
    readonly effect: number;
    readonly areas: number;
    readonly steps: number;
    readonly people: number;
    readonly icc: number;
  }) => number;
  /** How many times as many people where those of a cluster are alike. */
  readonly designEffect: (clusters: { readonly icc: number; readonly meanSize: number }) => number;
  /** How many times as many people at a cut-off, with this share of those scored on the treated side. */
  readonly discontinuityInflation: (treatedShare: number) => number;
  /** 95 % interval of a share. */
  readonly interval: (events: number, total: number) => { readonly lower: number; readonly upper: number };
}
