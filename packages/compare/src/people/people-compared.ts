import {
  type Baseline,
  type ColumnData,
  type ComparisonPlan,
  type Exclusion,
  Failure,
  isPresent,
} from "@likewise/schema";
import { columnNamed, readCovariate } from "../covariates/read-covariates.ts";
import { type CovariateWithGaps, readWithGaps } from "../missing/covariate-with-gaps.ts";
import { withIndicators } from "../missing/with-indicators.ts";
import type { People } from "./people.ts";

/** Columns of the baseline a comparison uses, and what becomes of people who lack a covariate. */
export interface ColumnUses {
  readonly covariates: readonly string[];
  readonly exact: readonly string[];
  readonly antiExact?: readonly string[];
  readonly cluster: string | null;
  readonly samplingWeights?: string | undefined;
  /** Default "drop". */
  readonly missing?: ComparisonPlan["missing"];
}

/**
 * The people of a baseline who can be compared: everybody with an arm and every column used. Who is left out is
 * counted once, under the first thing they lack. Unless they are to be dropped, people who lack no more than covariates stay:
 * with a marker, or (`impute`) with stand-ins and `gaps` that says where they are.
 *
 * @param baseline rows in any order; they are taken in order of `unit`
 * @param uses     names of the baseline columns used as covariates, for exact and anti-exact matching, as clusters and as
 *                 sampling weights
 * @throws Failure usage when a name is not a column of the baseline; Failure data when a sampling weight is not above 0 or a
 *         covariate is known of nobody; RangeError when a unit repeats
 */
export function peopleCompared(
  baseline: Baseline,
  uses: ColumnUses,
): { people: People; excluded: Exclusion[]; gaps: readonly CovariateWithGaps[] } {
  const { columns } = baseline.table;
  const named = (name: string, use: string) => columnNamed(columns, name, use, baseline.covariates);
  const used = new Map<string, ColumnData>([["arm", columns.arm]]);
  const { missing = "drop", samplingWeights } = uses;
  const covariateOf = new Map(uses.covariates.map((name) => [name, named(name, "covariate")]));
  if (missing === "drop") for (const [name, column] of covariateOf) used.set(name, column);
  for (const name of uses.exact) used.set(name, named(name, "exact"));
  for (const name of uses.antiExact ?? []) used.set(name, named(name, "antiExact"));
  if (uses.cluster !== null)
    used.set(uses.cluster, columns[uses.cluster] ?? declaredClusters(baseline, named, uses.cluster));

  if (samplingWeights !== undefined) used.set(samplingWeights, named(samplingWeights, "samplingWeights"));

  const excluded = new Map([...used.keys()].map((name) => [name, 0]));
  const rows = rowsByUnit(columns.unit.values).filter((row) => {
    for (const [name, column] of used) {
      if (isPresent(column, row)) continue;
      excluded.set(name, excluded.get(name)! + 1);
      return false;
    }
    return true;
  });
  const gaps = uses.covariates.map((name) => readWithGaps(name, covariateOf.get(name)!, rows));
  return {
    people: {
      numRows: rows.length,
      units: Int32Array.from(rows, (row) => columns.unit.values[row]!),
      ids: Array.from(rows, (row) => columns.id.values[row]!),
      treated: Uint8Array.from(rows, (row) => columns.arm.values[row]!),
      covariates: missing === "indicator" ? withIndicators(gaps) : gaps.map(({ covariate }) => covariate),
      exact: uses.exact.map((name) => readCovariate(name, used.get(name)!, rows)),
      ...(uses.antiExact === undefined
        ? {}
        : { antiExact: uses.antiExact.map((name) => readCovariate(name, used.get(name)!, rows)) }),
      ...(samplingWeights === undefined
        ? {}
        : { samplingWeights: weightsOf(samplingWeights, used.get(samplingWeights)!, rows) }),
      clusters: uses.cluster === null ? null : clusterCodes(used.get(uses.cluster)!, rows),
    },
    excluded: [...excluded]
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({ reason: `${name} missing`, rows: count })),
    gaps: gaps.filter(({ known }) => known !== null).length === 0 ? [] : gaps,
  };
}

function weightsOf(name: string, column: ColumnData, rows: Int32Array): Float64Array {
  const covariate = readCovariate(name, column, rows);
  if (covariate.kind === "number" && covariate.values.every((value) => value > 0)) return covariate.values;
  const found =
    covariate.kind === "number" ? `${covariate.values.filter((value) => value <= 0).length} that are not` : "words";
  throw new Failure("data", `samplingWeights "${name}": every weight must be a number above 0, found ${found}`);
}

/** A cluster that is no covariate stands in the baseline's own cluster column; one nobody has was never read. */
function declaredClusters(
  { table }: Baseline,
  named: (name: string, use: string) => ColumnData,
  name: string,
): ColumnData {
  const { cluster } = table.columns;
  const anybody = cluster.valid === null || cluster.valid.includes(1);
  return anybody ? cluster : named(name, "cluster");
}

function rowsByUnit(units: Int32Array): Int32Array {
  const rows = Int32Array.from(units, (_, row) => row).sort((a, b) => units[a]! - units[b]!);
  rows.forEach((row, place) => {
    if (place > 0 && units[row] === units[rows[place - 1]!]) {
      throw new RangeError(`peopleCompared: a unit must have one baseline row, got more for unit ${units[row]}`);
    }
  });
  return rows;
}

/** Clusters numbered in the order in which they first appear, people being in order of their ids. */
function clusterCodes(column: ColumnData, rows: Int32Array): Int32Array {
  const codes = new Map<string | number, number>();
  return Int32Array.from(rows, (row) => {
    const value = column.values[row]!;
    const code = codes.get(value) ?? codes.size;
    codes.set(value, code);
    return code;
  });
}
