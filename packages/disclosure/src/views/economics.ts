import { countName, type Results } from "@likewise/schema";
import type { Reader } from "./readings.ts";

const peopleOf = { referral: "referred", start: "started", completer: "completed" } as const;

/** Results of money hold no count of people; a cost for each person gives the number of people away, and goes with it. */
export function readEconomics({ economics }: Results, read: Reader): void {
  if (economics?.appraisal == null) return;
  for (const [per, step] of Object.entries(peopleOf)) {
    const people = read.named(countName(`step ${step}`));
    read.derive([`economics/appraisal/costPer/${per}`], [people], { people, as: "blank" });
  }
}
