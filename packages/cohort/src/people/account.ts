import { naturalOrder, type ReasonCount } from "@likewise/schema";

/** How often each reason occurs, in natural order of the reasons; null is no reason. */
export function countReasons(reasons: Iterable<string | null>): ReasonCount[] {
  const counts = new Map<string, number>();
  for (const reason of reasons) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts.keys()].sort(naturalOrder).map((code) => ({ code, rows: counts.get(code)! }));
}
