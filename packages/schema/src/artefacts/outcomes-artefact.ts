import { categoryColumn, numberColumn } from "../columns/column-constructors.ts";
import type { NumberColumn } from "../columns/columns.ts";
import { columnsOf } from "../columns/columns-of.ts";
import { stackColumns } from "../columns/stack-columns.ts";
import { takeRows } from "../columns/take-rows.ts";
import type { ArtefactHeader, OutcomeStatus, Outcomes, UnitColumns } from "./artefacts.ts";
import { isMissingReason, missingReasons } from "./missing-reasons.ts";

/** One outcome of every unit: entry i of each vector is about row i of `units`. */
export interface OutcomeRows extends Partial<Omit<ArtefactHeader, "version">> {
  /** Each unit once, ordered by unit; further columns are left out. */
  readonly units: UnitColumns;
  readonly outcome: string;
  /** Window id; null where the outcome has none. */
  readonly window: string | null;
  readonly value: NumberColumn;
  readonly time?: NumberColumn | null;
  readonly exposureYears?: NumberColumn | null;
  readonly status: readonly OutcomeStatus[];
  /** One of `missingReasons`; null where the status is not `missing`. */
  readonly missingReason: readonly (string | null)[];
}

/**
 * The artefact of one outcome.
 *
 * Missing rule: a value is missing exactly where the status is `missing`, and then there is a reason; nothing else
 * could be told apart from an event that did not happen.
 *
 * @throws RangeError when lengths differ, value, status and reason contradict each other, or a reason is not a known one
 */
export function outcomesArtefact(rows: OutcomeRows): Outcomes {
  const { units, outcome, window, value, status, missingReason } = rows;
  status.forEach((one, row) => {
    const missing = one === "missing";
    if ((value.valid?.[row] === 0) === missing && (missingReason[row] != null) === missing) return;
    throw new RangeError(
      `outcomesArtefact: value must be absent, with a reason, exactly where status is missing, got ${one} in row ${row} of ${outcome}`,
    );
  });
  const unknown = missingReason.find((reason) => reason !== null && !isMissingReason(reason));
  if (unknown !== undefined) {
    throw new RangeError(`outcomesArtefact: missingReason must be one of ${missingReasons.join(", ")}, got ${unknown}`);
  }
  const none = numberColumn(status.map(() => null));
  return {
    kind: "likewise/outcomes",
    version: 1,
    unitKind: rows.unitKind ?? "person",
    options: rows.options ?? {},
    seed: rows.seed ?? null,
    madeFrom: rows.madeFrom ?? [],
    imputation: rows.imputation ?? 0,
    table: columnsOf({
      unit: units.unit,
      id: units.id,
      cluster: units.cluster,
      role: units.role,
      outcome: categoryColumn(status.map(() => outcome)),
      window: categoryColumn(status.map(() => window)),
      value,
      time: rows.time ?? none,
      exposureYears: rows.exposureYears ?? none,
      status: categoryColumn(status, ["observed", "censored", "missing"]),
      missingReason: categoryColumn(missingReason),
    }),
  };
}

/**
 * Several outcomes artefacts as one, ordered by unit and, for one unit, in the order given.
 *
 * @param parts at least one; about the same kind of unit and the same imputation. Options are those of the first
 * @throws RangeError when there is none, or they are about different kinds of unit or imputations
 */
export function stackOutcomes(parts: readonly Outcomes[]): Outcomes {
  const first = parts[0];
  if (first === undefined) throw new RangeError("stackOutcomes: parts must be at least one, got none");
  for (const { unitKind, imputation } of parts) {
    if (unitKind !== first.unitKind || imputation !== first.imputation) {
      throw new RangeError(
        `stackOutcomes: parts must be about one kind of unit and one imputation (${first.unitKind}, ${first.imputation}), got ${unitKind}, ${imputation}`,
      );
    }
  }
  const table = parts.length === 1 ? first.table : stackColumns(parts.map((part) => part.table));
  const units = table.columns.unit.values;
  if (units.every((unit, row) => row === 0 || units[row - 1]! <= unit))
    return { ...first, madeFrom: madeFrom(parts), table };
  // Sorting row numbers is stable, so the order given survives within a unit.
  const order = Array.from(units.keys()).sort((a, b) => units[a]! - units[b]!);
  return {
    ...first,
    madeFrom: madeFrom(parts),
    table: takeRows(table, Int32Array.from(order)),
  };
}

function madeFrom(parts: readonly Outcomes[]): string[] {
  return [...new Set(parts.flatMap((part) => part.madeFrom))];
}
