import { designEffect, powerOfTest, wilsonInterval } from "@likewise/stats";
import { discontinuityInflation } from "./discontinuity-inflation.ts";
import { steppedWedgePower } from "./stepped-wedge-power.ts";

/** What a plan is worked out with; the planner of another package is handed it. Null where there is no answer. */
export const planningArithmetic = {
  /**
   * Two independent shares; numbers may be what people are worth after a design effect.
   *
   * @example
   * planningArithmetic.twoGroupPower({ base: 0.4, effect: -0.12, first: 200, second: 200 })?.toFixed(4); // "0.7183"
   */
  twoGroupPower: (groups: {
    readonly base: number;
    readonly effect: number;
    readonly first: number;
    readonly second: number;
  }): number | null => {
    const { base, effect, first, second } = groups;
    const power = powerOfTest({ outcome: { kind: "proportion", base }, second }, { effect, first });
    return typeof power === "number" ? power : null;
  },
  steppedWedgePower,
  designEffect,
  discontinuityInflation,
  /** Wilson's, 95 %. */
  interval: (events: number, total: number): { readonly lower: number; readonly upper: number } => {
    const { lower, upper } = wilsonInterval({ events, total });
    return { lower, upper };
  },
} as const;
