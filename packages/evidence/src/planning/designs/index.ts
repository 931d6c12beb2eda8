import type { PlannedDesign } from "../planned-design.ts";
import { beforeAfter } from "./before-after.ts";
import { matchedAfterOnly } from "./matched-after-only.ts";
import { matchedElsewhere } from "./matched-elsewhere.ts";
import { nationalRate } from "./national-rate.ts";
import { randomisedOffer } from "./randomised-offer.ts";
import { randomisedOrder } from "./randomised-order.ts";
import { refusedForCapacity } from "./refused-for-capacity.ts";
import { scoreCutoff } from "./score-cutoff.ts";
import { stagedRollout } from "./staged-rollout.ts";

/** Designs a programme may plan, the most telling first. */
export const plannedDesigns: readonly PlannedDesign[] = [
  randomisedOffer,
  randomisedOrder,
  scoreCutoff,
  stagedRollout,
  refusedForCapacity,
  matchedElsewhere,
  matchedAfterOnly,
  beforeAfter,
  nationalRate,
];
