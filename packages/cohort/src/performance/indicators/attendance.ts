import { contractIndicator } from "@likewise/schema";
import { studentTQuantile } from "@likewise/stats";
import { sessionsByUnit } from "../../dose/session-data.ts";
import type { PerformanceIndicator } from "./indicator.ts";
import { shareCounted } from "./people-counted.ts";

/** Of sessions planned, those attended; the interval counts people, not sessions, as what is drawn by chance. */
export const attendance: PerformanceIndicator = {
  declared: contractIndicator("attendance"),
  missing: ({ tables }) => {
    if (tables.sessions === undefined) return "sessions";
    const field = ["session_date", "attended"].find((name) => tables.sessions!.columns[name] === undefined);
    return field === undefined ? null : `sessions.${field}`;
  },
  measure: ({ tables, cases, asAt }, _, { from, to }) => {
    const own = [...sessionsByUnit(tables.sessions, cases.people, asAt)!.values()].flatMap((sessions) => {
      const inside = sessions.filter(({ day }) => day !== null && day >= from && day <= to);
      const count = (came: boolean | null) => inside.filter(({ attended }) => attended === came).length;
      return inside.length === 0 ? [] : [{ planned: inside.length, attended: count(true), unknown: count(null) }];
    });
    const total = (part: "planned" | "attended" | "unknown") => own.reduce((sum, one) => sum + one[part], 0);
    return {
      ...shareCounted(total("attended"), total("planned"), total("unknown"), true),
      interval: intervalByPerson(own),
    };
  },
};

/**
 * Limits of a ratio of two totals, people drawn whole: variance of the ratio by linearisation, limits on the scale of log
 * odds with Student's t of people less one, so that they stay between 0 and 1.
 *
 * @returns null for fewer than two people, or where all or no sessions were attended
 * @source Cochran (1977), Sampling Techniques, 3rd ed., section 3.12: proportions of elements in clusters
 */
function intervalByPerson(people: readonly { planned: number; attended: number }[]): [number, number] | null {
  const planned = people.reduce((sum, one) => sum + one.planned, 0);
  const share = people.reduce((sum, one) => sum + one.attended, 0) / planned;
  if (people.length < 2 || share === 0 || share === 1) return null;
  const squares = people.reduce((sum, one) => sum + (one.attended - share * one.planned) ** 2, 0);
  const standardError = Math.sqrt(((people.length / (people.length - 1)) * squares) / planned ** 2);
  const reach = (studentTQuantile(0.975, people.length - 1) * standardError) / (share * (1 - share));
  const at = (sign: 1 | -1) => 1 / (1 + ((1 - share) / share) * Math.exp(-sign * reach));
  return [at(-1), at(1)];
}
