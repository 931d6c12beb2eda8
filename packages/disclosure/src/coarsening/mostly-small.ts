import { isWithheld, type Table } from "@likewise/schema";
import { isAboutPeople } from "../about-people.ts";
import type { Profile } from "../profiles.ts";

/** Whether more than half of the counts of people inside tables, zeros left aside, would be withheld as small. */
export function mostlySmall(tables: readonly Table[], profile: Profile): boolean {
  return smallShare(tables, profile) > 1 / 2;
}

/** Share of the counts of people inside tables, zeros and totals left aside, that are small; 0 when there are none. */
export function smallShare(tables: readonly Table[], { threshold }: Profile): number {
  let small = 0;
  let all = 0;
  for (const { dimensions, cells } of tables.filter(isAboutPeople))
    for (const { at, numerator } of cells) {
      if (isWithheld(numerator) || numerator === 0) continue;
      if (dimensions.some(({ id, total }) => total !== null && at[id] === total)) continue;
      all++;
      if (numerator < threshold) small++;
    }
  return all === 0 ? 0 : small / all;
}
