import type { CheckedShare } from "@likewise/schema";
import type { Member } from "./check-data.ts";

/** Members for whom something holds, of those it can hold for. */
export function shareOfMembers(
  members: readonly Member[],
  holds: (member: Member) => boolean,
  counts: (member: Member) => boolean = () => true,
): CheckedShare {
  const asked = members.filter(counts);
  return { numerator: asked.filter(holds).length, denominator: asked.length };
}
