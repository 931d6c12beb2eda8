import { type Columns, calendarDate, cell, parseIsoDate, type StudyPlan } from "@likewise/schema";
import { wilsonInterval } from "@likewise/stats";
import { textAt } from "../people/fields.ts";

/** The share a group has of those selected, against its share of the population of the area. */
export interface AreaShare {
  readonly year: number;
  /** People of the group living there, of those in known groups. */
  readonly population: number;
  readonly populationTotal: number;
  /** Share of those selected over share of the population; null where a share is of nobody. */
  readonly ratio: number | null;
  /** 95 %, the population taken as known. */
  readonly interval: readonly [number, number] | null;
}

/**
 * The area’s population by the groups of one characteristic: the areas the plan names (all when it names none), in the
 * year it names (else the last up to the extract date). Shares are among the groups compared, on both sides.
 *
 * @returns null when the population table does not count every group compared
 */
export function areaBaseline(
  plan: StudyPlan,
  population: Columns | undefined,
  field: string,
  levels: readonly string[],
): ((level: string, selected: number, selectedTotal: number) => AreaShare) | null {
  if (population === undefined) return null;
  const { area, year, group, people } = population.columns;
  if (group === undefined || people === undefined) return null;
  const areas = plan.cohort.reach?.area;
  const wanted = yearOf(plan, population);
  const counts = new Map(levels.map((level) => [level, null as number | null]));
  for (let row = 0; row < population.numRows; row++) {
    const level = textAt(group, row)?.slice(field.length + 1) ?? "";
    const number = cell(people, row);
    if (textAt(group, row) !== `${field}:${level}` || !counts.has(level) || typeof number !== "number") continue;
    if (textAt(year, row) !== String(wanted)) continue;
    if (areas !== undefined && !areas.includes(textAt(area, row) ?? "")) continue;
    counts.set(level, (counts.get(level) ?? 0) + number);
  }
  const found = [...counts.values()];
  if (wanted === null || found.length === 0 || found.includes(null)) return null;
  const populationTotal = found.reduce<number>((sum, number) => sum + number!, 0);
  return (level, selected, selectedTotal) => {
    const living = counts.get(level)!;
    const base = { year: wanted, population: living, populationTotal };
    if (living === 0 || selectedTotal === 0) return { ...base, ratio: null, interval: null };
    const share = living / populationTotal;
    const { proportion, lower, upper } = wilsonInterval({ events: selected, total: selectedTotal });
    return { ...base, ratio: proportion / share, interval: [lower / share, upper / share] };
  };
}

function yearOf({ cohort, data }: StudyPlan, { columns, numRows }: Columns): number | null {
  if (cohort.reach?.year !== undefined) return cohort.reach.year;
  const day = data.asAt === undefined ? null : parseIsoDate(data.asAt);
  const last = day === null ? Number.POSITIVE_INFINITY : calendarDate(day).year;
  const years = Array.from({ length: numRows }, (_, row) => Number(textAt(columns.year, row)));
  const upTo = years.filter((year) => year <= last);
  return upTo.length === 0 ? null : upTo.reduce((a, b) => Math.max(a, b));
}
