import type { Refusal } from "@likewise/schema";

/** Each refusal once: several analyses of one table are refused for one reason. */
export function distinctRefusals(refusals: readonly Refusal[]): Refusal[] {
  const byText = new Map(refusals.map((refusal) => [JSON.stringify([refusal.id, refusal.what, refusal.why]), refusal]));
  return [...byText.values()];
}
