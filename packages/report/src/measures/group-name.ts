import type { Results } from "@likewise/schema";
import { headlineComparison } from "../headline.ts";
import { capital } from "../wording/sentence-case.ts";

/** A group of a measure's tables as pages call it. */
export function groupName(group: string | null, results: Results): string {
  const labels = headlineComparison(results)?.arms.labels;
  if (group === "treated") return capital(labels?.treated ?? "the programme");
  if (group === "comparison") return capital(labels?.comparison ?? "the comparison group");
  return "Everybody";
}
