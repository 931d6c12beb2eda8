import type { OutcomeRows } from "./outcome-rows.ts";

/**
 * Whether somebody without the event was last seen before it came to somebody else, so that the share of people with the event
 * is a risk over no one length of time. A window takes care of that; only an outcome without one is looked at.
 */
export function followedUnequally({ declaration, window, value, usable, time, timeUsable }: OutcomeRows): boolean {
  if (declaration.kind !== "binary" || window !== null || time === null) return false;
  let lastEvent = Number.NEGATIVE_INFINITY;
  let firstEnd = Number.POSITIVE_INFINITY;
  for (let row = 0; row < value.length; row++) {
    if (usable[row] === 0 || timeUsable[row] === 0) continue;
    if (value[row] === 1) lastEvent = Math.max(lastEvent, time[row]!);
    else firstEnd = Math.min(firstEnd, time[row]!);
  }
  return firstEnd < lastEvent;
}
