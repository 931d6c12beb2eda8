import type { ArmCheck } from "@likewise/schema";
import { share } from "./apart.ts";

/** Of our own choosing: nearly all of an arm is nine in ten, hardly anybody one in ten. */
export const nearlyAll = 0.9;
export const hardlyAny = 0.1;

/**
 * The treated are followed from the end of the programme and the comparison is not.
 *
 * @param check `index-on-completion`, where the study allows it
 */
export function oneArmFromTheEnd(check: ArmCheck | undefined): boolean {
  return check !== undefined && share(check.treated) >= nearlyAll && share(check.comparison) <= hardlyAny;
}
