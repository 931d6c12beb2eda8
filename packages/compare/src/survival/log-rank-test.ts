import type { Test } from "@likewise/schema";
import { logRank } from "@likewise/stats";
import type { AnalysisSet } from "../outcomes/analysis-set.ts";

/** Log-rank test between the arms; null when no event happens while both are at risk, or people are not independent. */
export function logRankTest(people: AnalysisSet, outcome: string, strata: Int32Array | null): Test | null {
  const { treated, value, time, rows } = people;
  if (people.clusters !== null || people.weights !== null || time === null) return null;
  const lastOf = (arm: number) => time.reduce((last, t, row) => (treated[row] === arm ? Math.max(last, t) : last), -1);
  const bothUntil = Math.min(lastOf(1), lastOf(0));
  if (!time.some((t, row) => value[row] === 1 && t <= bothUntil)) return null;
  const within = strata === null ? {} : { strata: Int32Array.from(rows, (row) => strata[row]!) };
  const { statistic, df, pValue } = logRank({ time, event: value, group: treated, ...within });
  if (!Number.isFinite(pValue)) return null;
  return { outcome, test: strata === null ? "log-rank" : "stratified log-rank", statistic, df, pValue };
}
