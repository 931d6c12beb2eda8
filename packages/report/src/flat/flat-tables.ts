import type {
  Block,
  Cell,
  Comparison,
  Coverage,
  Estimate,
  FunnelStep,
  Interval,
  Results,
  SafetyItem,
  Table,
} from "@likewise/schema";
import { type FlatColumn, type FlatTable, flatTable } from "./flat-table.ts";

/** Dimensions a table may have: the columns of `tables` are the same whatever a study brings. */
const dimensions = 5;

/**
 * Results as flat tables, one row a record under column names that never change, for a tool that draws its own charts.
 *
 * Every kind is there, with no rows where a study has none. A number withheld is blank and named under `withheld`, a limit
 * that does not exist is blank and named under `unbounded`; blank under neither is not available.
 *
 * @param results of either edition; the published one for anything that leaves the team
 * @throws RangeError for a table of more than five dimensions
 */
export function flatTables(results: Results): readonly FlatTable[] {
  const estimates = results.comparisons.flatMap((comparison) =>
    comparison.estimates.map((estimate) => ({ comparison, estimate })),
  );
  const cells = results.tables.flatMap((table) => table.cells.map((cell) => ({ table: checked(table), cell })));
  return [
    flatTable("blocks", results.blocks, blockColumns),
    flatTable("coverage", results.coverage, coverageColumns),
    flatTable("estimates", estimates, estimateColumns),
    flatTable("funnel", results.funnel, funnelColumns),
    flatTable("safety", results.safety, safetyColumns),
    flatTable("tables", cells, tableColumns),
  ];
}

function checked(table: Table): Table {
  if (table.dimensions.length <= dimensions) return table;
  throw new RangeError(
    `flatTables: a table must have ${dimensions} dimensions or fewer, got ${table.dimensions.length} in ${table.id}`,
  );
}

const blockColumns: readonly FlatColumn<Block>[] = [
  { name: "outcome", of: ({ outcome }) => outcome },
  { name: "group", of: ({ group }) => group },
  { name: "block", of: ({ block }) => block },
  { name: "window", of: ({ window }) => window },
  { name: "at_risk", of: ({ atRisk }) => atRisk },
  { name: "with_event", of: ({ withEvent }) => withEvent },
  { name: "share", of: ({ share }) => share },
  ...limits<Block>(({ interval }) => interval),
  { name: "events", of: ({ events }) => events },
  { name: "person_years", of: ({ personYears }) => personYears },
  { name: "rate_per_year", of: ({ ratePerYear }) => ratePerYear },
];

const coverageColumns: readonly FlatColumn<Coverage>[] = [
  { name: "outcome", of: ({ outcome }) => outcome },
  { name: "arm", of: ({ arm }) => arm },
  { name: "people", of: ({ people }) => people },
  { name: "searched_and_found", of: ({ searchedAndFound }) => searchedAndFound },
  { name: "observed_to_end", of: ({ observedToEnd }) => observedToEnd },
];

type EstimateRow = { readonly comparison: Comparison; readonly estimate: Estimate };

const estimateColumns: readonly FlatColumn<EstimateRow>[] = [
  { name: "comparison", of: ({ comparison }) => comparison.id },
  { name: "estimate_id", of: ({ estimate }) => estimate.id },
  { name: "outcome", of: ({ estimate }) => estimate.outcome },
  { name: "definition", of: ({ estimate }) => estimate.definition },
  { name: "window", of: ({ estimate }) => estimate.window },
  { name: "subgroup", of: ({ estimate }) => estimate.subgroup },
  { name: "primary", of: ({ estimate }) => estimate.primary },
  { name: "measure", of: ({ estimate }) => estimate.measure },
  { name: "estimand", of: ({ estimate }) => estimate.estimand },
  { name: "estimator", of: ({ estimate }) => estimate.estimator },
  { name: "adjustment", of: ({ estimate }) => estimate.adjustment },
  { name: "estimate", of: ({ estimate }) => estimate.estimate },
  ...limits<EstimateRow>(({ estimate }) => estimate.interval),
  { name: "level", of: ({ estimate }) => estimate.level },
  { name: "p_value", of: ({ estimate }) => estimate.pValue },
  { name: "treated_people", of: ({ estimate }) => estimate.treated.n },
  { name: "treated_value", of: ({ estimate }) => estimate.treated.value },
  { name: "comparison_people", of: ({ estimate }) => estimate.comparison.n },
  { name: "comparison_value", of: ({ estimate }) => estimate.comparison.value },
];

const funnelColumns: readonly FlatColumn<FunnelStep>[] = [
  { name: "step", of: ({ step }) => step },
  { name: "label", of: ({ label }) => label },
  { name: "count", of: ({ count }) => count },
  { name: "open", of: ({ open }) => open },
  { name: "of_previous", of: ({ denominators }) => denominators.previous },
  { name: "share_of_previous", of: ({ shareOfPrevious }) => shareOfPrevious },
  ...limits<FunnelStep>(({ interval }) => interval),
  { name: "of_referrals", of: ({ denominators }) => denominators.referrals },
  { name: "share_of_referrals", of: ({ shareOfReferrals }) => shareOfReferrals },
  { name: "median_days", of: ({ medianDays }) => medianDays },
];

const safetyColumns: readonly FlatColumn<SafetyItem>[] = [
  { name: "item", of: ({ id }) => id },
  { name: "question", of: ({ question }) => question },
  { name: "who", of: ({ who }) => who },
  { name: "reporter", of: ({ reporter }) => reporter },
  { name: "status", of: ({ status }) => status },
  { name: "definition", of: ({ definition }) => definition },
  { name: "window", of: ({ window }) => window },
  { name: "numerator", of: ({ numerator }) => numerator },
  { name: "denominator", of: ({ denominator }) => denominator },
  { name: "value", of: ({ value }) => value },
  ...limits<SafetyItem>(({ interval }) => interval),
  { name: "unknown", of: ({ unknown }) => unknown },
  { name: "before_numerator", of: ({ before }) => before?.numerator },
  { name: "before_denominator", of: ({ before }) => before?.denominator },
  { name: "before_value", of: ({ before }) => before?.value },
];

type CellRow = { readonly table: Table; readonly cell: Cell };

const tableColumns: readonly FlatColumn<CellRow>[] = [
  { name: "table", of: ({ table }) => table.id },
  { name: "title", of: ({ table }) => table.title },
  { name: "unit", of: ({ table }) => table.unit },
  { name: "definition", of: ({ table }) => table.definition },
  { name: "window", of: ({ table }) => table.window },
  ...Array.from({ length: dimensions }, (_, at) => dimensionColumns(at)).flat(),
  { name: "is_total", of: ({ table, cell }) => table.dimensions.some(({ id, total }) => cell.at[id] === total) },
  { name: "numerator", of: ({ cell }) => cell.numerator },
  { name: "denominator", of: ({ cell }) => cell.denominator },
  { name: "value", of: ({ cell }) => cell.value },
  ...limits<CellRow>(({ cell }) => cell.interval),
];

/** What a table is broken down by at one place: the dimension, the level of the cell and its label. */
function dimensionColumns(at: number): readonly FlatColumn<CellRow>[] {
  const labelOf = ({ table, cell }: CellRow) => {
    const dimension = table.dimensions[at];
    return dimension?.levels.find(({ id }) => id === cell.at[dimension.id])?.label;
  };
  return [
    { name: `dimension_${at + 1}`, of: ({ table }) => table.dimensions[at]?.id },
    { name: `level_${at + 1}`, of: ({ table, cell }) => cell.at[table.dimensions[at]?.id ?? ""] },
    { name: `label_${at + 1}`, of: labelOf },
  ];
}

function limits<Row>(of: (row: Row) => Interval | null): readonly FlatColumn<Row>[] {
  return [
    { name: "lower", of: (row) => of(row)?.[0] },
    { name: "upper", of: (row) => of(row)?.[1] },
  ];
}
