import { type Baseline, type CategoryColumn, naturalOrder, withColumns } from "@likewise/schema";
import type { Profile } from "./profiles.ts";

/** What several rare levels are together called. */
export const rareLevel = "other (rarer values)";

/** A baseline whose levels are safe to name, and what was done for that. */
export interface PooledBaseline {
  readonly baseline: Baseline;
  /** One sentence for each covariate with pooled levels; it names no level. */
  readonly notes: readonly string[];
}

/**
 * Pools the levels of each covariate that fewer people than the profile's threshold have.
 *
 * The names of levels are printed wherever a covariate is: in tables of balance, models, reasons. A level that one
 * person has says something about that person, however well its count is withheld, and may be their name by mistake.
 * Pooled before the analysis, so that every part names the same levels.
 *
 * Missing rule: missing values stay missing.
 *
 * @returns the baseline as it is where no level is rare
 */
export function poolRareLevels(baseline: Baseline, profile: Profile): PooledBaseline {
  const pooled: Record<string, CategoryColumn> = {};
  for (const name of baseline.covariates) {
    const column = baseline.table.columns[name];
    if (column?.type !== "category") continue;
    const rare = rareLevelsOf(column, profile.threshold);
    if (rare.size > 0) pooled[name] = withoutLevels(column, rare);
  }
  const names = Object.keys(pooled);
  if (names.length === 0) return { baseline, notes: [] };
  return {
    baseline: { ...baseline, table: withColumns(baseline.table, pooled) },
    notes: names.map(
      (name) =>
        `values of ${name} that fewer than ${profile.threshold} people have are one value, "${rareLevel}", so that no page names what one person is`,
    ),
  };
}

function rareLevelsOf({ values, levels, valid }: CategoryColumn, threshold: number): ReadonlySet<number> {
  const people = new Int32Array(levels.length);
  for (let row = 0; row < values.length; row++) if (valid === null || valid[row] === 1) people[values[row]!]!++;
  return new Set([...levels.keys()].filter((level) => people[level]! > 0 && people[level]! < threshold));
}

function withoutLevels({ values, levels, valid }: CategoryColumn, rare: ReadonlySet<number>): CategoryColumn {
  const kept = [...levels.filter((_, level) => !rare.has(level)), rareLevel].sort(naturalOrder);
  const levelAt = new Map(kept.map((level, index) => [level, index]));
  const moved = levels.map((level, index) => levelAt.get(rare.has(index) ? rareLevel : level)!);
  return { type: "category", values: Int32Array.from(values, (value) => moved[value]!), levels: kept, valid };
}
