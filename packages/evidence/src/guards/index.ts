import { accountGuards } from "./account-guards.ts";
import { allocationGuards } from "./allocation-guards.ts";
import { analysisGuards } from "./analysis-guards.ts";
import { clockGuards } from "./clock-guards.ts";
import { groupGuards } from "./group-guards.ts";
import type { Guard } from "./guard.ts";
import { peopleGuards } from "./people-guards.ts";
import { recordGuards } from "./record-guards.ts";

/** Every guard, in the order in which findings are shown: whom, from when, by which records, by whose account, who is left, what is told. */
export const guards: readonly Guard[] = [
  ...groupGuards,
  ...clockGuards,
  ...recordGuards,
  ...accountGuards,
  ...allocationGuards,
  ...peopleGuards,
  ...analysisGuards,
];
