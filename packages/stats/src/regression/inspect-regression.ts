import { finiteVector } from "../linear-algebra/finite-vector.ts";
import { householderQr, solveQr } from "../linear-algebra/householder-qr.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { checkedTerms } from "./checked-design.ts";
import { type ColumnScaling, columnScaling, scaledColumns } from "./column-scaling.ts";
import type { Family } from "./family.ts";
import type { GeneralisedLinearInput } from "./fit-generalised-linear.ts";
import { independentColumns } from "./independent-columns.ts";
import type { RegressionProblem, RegressionTerm } from "./regression-problem.ts";
import { rowWeights } from "./row-weights.ts";
import { type Separation, separationOf } from "./separation.ts";

export interface InspectRegressionInput extends Omit<GeneralisedLinearInput, "names" | "offset"> {
  /** one per column of the design, in its order */
  readonly terms: readonly RegressionTerm[];
  /** a level is sparse with fewer people than this with the event, or without; default 5 */
  readonly fewest?: number;
}

/**
 * What would spoil a regression, found before it is fitted and named by column
 * and level: an outcome that is the same for everybody, constant columns,
 * columns that repeat others, separation, and levels with hardly any events.
 *
 * Constant and collinear columns get no coefficient and the rest can be
 * fitted; a sparse level is a warning. A constant outcome or separation means
 * that there is no finite answer: merge levels, leave the column out, or use
 * `fitFirthLogistic`. Separation is decided exactly, not by looking for large
 * coefficients. Levels are columns of 0 and 1 that have a `level`; their
 * reference level is examined too.
 *
 * @param family one of `families`
 * @param input  design n by k with a constant column first, if any; outcome, weights and frequencies of length n
 * @returns problems, the gravest first, then in the order of columns; people are counted by frequency
 * @throws RangeError when lengths differ, a value is missing, or an outcome is outside the family's range
 * @source Albert and Anderson (1984), doi:10.1093/biomet/71.1.1; Peduzzi et al. (1996), doi:10.1016/S0895-4356(96)00236-3
 * @example
 * const design = designMatrix([[0, 0, 0, 0, 1, 1, 1, 1]]);
 * const terms = [{ column: "(Intercept)", level: null }, { column: "site", level: "b", reference: "a" }];
 * const [problem] = inspectRegression(families[0], { design, outcome: [0, 1, 1, 0, 0, 0, 0, 0], terms });
 * problem.kind; // "separation"
 * problem.terms; // [{ column: "site", level: "b" }]
 */
export function inspectRegression(family: Family, input: InspectRegressionInput): RegressionProblem[] {
  const caller = "inspectRegression";
  const { design, terms, fewest = 5 } = input;
  const n = design.rows;
  checkedTerms(
    caller,
    design,
    terms.map(({ column }) => column),
  );
  const outcome = finiteVector(caller, "outcome", input.outcome, n);
  for (let i = 0; i < n; i++) {
    if (!family.allows(outcome[i]!)) {
      throw new RangeError(`${caller}: outcome must be ${family.outcomeRule}, row ${i} (from 0) is not`);
    }
  }
  const { weights, frequencies, rows } = rowWeights(caller, input, n);
  const people = Float64Array.from({ length: n }, (_, i) => (weights[i]! > 0 ? (frequencies?.[i] ?? 1) : 0));

  const scaling = columnScaling(design, weights);
  const columns = independentColumns(design, scaling, weights);
  const named = (j: number) => ({ column: terms[j]!.column, level: terms[j]!.level });
  const problems: RegressionProblem[] = [];
  if (isConstant(outcome, weights) && family.sideOf(outcome[weights.findIndex((w) => w > 0)]!) !== 0) {
    problems.push({ kind: "constant-outcome", people: rows });
  } else {
    const separation = separationOf(family, design, scaling, columns, outcome, weights);
    if (separation !== null) problems.push(separationProblem(separation, outcome, people, terms));
  }
  for (let j = 0; j < design.columns; j++) {
    if (columns.includes(j)) continue;
    if (scaling.inverseScales[j] === 0) problems.push({ kind: "constant", ...named(j) });
    else
      problems.push({
        kind: "collinear",
        ...named(j),
        with: repeated(design, scaling, columns, weights, j).map(named),
      });
  }
  return [...problems, ...sparseLevels(design, terms, outcome, people, fewest)];
}

function separationProblem(
  separation: Separation,
  outcome: Float64Array,
  people: Float64Array,
  terms: readonly RegressionTerm[],
): RegressionProblem {
  let count = 0;
  let events = 0;
  for (const i of separation.rows) {
    count += people[i]!;
    if (outcome[i]! > 0) events += people[i]!;
  }
  return {
    kind: "separation",
    terms: referenceOr(separation.columns, terms),
    people: count,
    outcome: events === 0 ? "no event" : events === count ? "event" : null,
  };
}

/** The columns in words. The intercept and every level of one factor move together when it is the reference that separates. */
function referenceOr(columns: readonly number[], terms: readonly RegressionTerm[]) {
  const [lead, ...rest] = columns;
  const factor = rest[0] === undefined ? undefined : terms[rest[0]]!;
  const levels = terms.flatMap(({ column, level }, j) => (level !== null && column === factor?.column ? [j] : []));
  if (lead === 0 && factor?.reference && rest.length === levels.length && rest.every((j) => levels.includes(j))) {
    return [{ column: factor.column, level: factor.reference }];
  }
  // A threshold needs the intercept, and nobody wants to read about it.
  const told = lead === 0 && rest.length > 0 ? rest : columns;
  return told.map((j) => ({ column: terms[j]!.column, level: terms[j]!.level }));
}

/** The independent columns of which column j is a combination. */
function repeated(
  design: Matrix,
  scaling: ColumnScaling,
  columns: readonly number[],
  weights: Float64Array,
  j: number,
): number[] {
  const roots = weights.map(Math.sqrt);
  const qr = householderQr(scaledColumns(design, scaling, columns, roots));
  const solution = solveQr(qr, scaledColumns(design, scaling, [j], roots).values);
  return qr.kept.flatMap((c, at) => (Math.abs(solution[at]!) > 1e-6 ? [columns[c]!] : []));
}

function sparseLevels(
  design: Matrix,
  terms: readonly RegressionTerm[],
  outcome: Float64Array,
  people: Float64Array,
  fewest: number,
): RegressionProblem[] {
  const problems: RegressionProblem[] = [];
  const examine = (column: string, level: string, inLevel: (i: number) => boolean) => {
    let count = 0;
    let events = 0;
    for (let i = 0; i < people.length; i++) {
      if (!inLevel(i)) continue;
      count += people[i]!;
      if (outcome[i]! > 0) events += people[i]!;
    }
    if (events < fewest || count - events < fewest) {
      problems.push({ kind: "sparse", column, level, people: count, events, fewest });
    }
  };
  const at = (j: number, i: number) => design.values[j * design.rows + i]!;
  const factors = new Map<string, number[]>();
  terms.forEach(({ column, level }, j) => {
    if (level !== null) factors.set(column, [...(factors.get(column) ?? []), j]);
  });
  for (const [column, levels] of factors) {
    const reference = terms[levels[0]!]!.reference ?? null;
    if (reference !== null) examine(column, reference, (i) => levels.every((j) => at(j, i) === 0));
    for (const j of levels) examine(column, terms[j]!.level!, (i) => at(j, i) === 1);
  }
  return problems;
}

function isConstant(outcome: Float64Array, weights: Float64Array): boolean {
  const first = outcome[weights.findIndex((w) => w > 0)];
  return outcome.every((y, i) => !(weights[i]! > 0) || y === first);
}
