import { cell, type Outcome, type Outcomes, rowsWhere, type Table, tableId } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import { editionLabel, type HarmEdition } from "./harm-weights.ts";

/** Each class holds harm above the one before it, up to this: harm is so skewed that only powers of ten show it. */
const classes = [
  { upTo: 0, label: "none" },
  { upTo: 10, label: "up to 10" },
  { upTo: 100, label: "over 10, up to 100" },
  { upTo: 1000, label: "over 100, up to 1,000" },
  { upTo: Number.POSITIVE_INFINITY, label: "over 1,000" },
] as const;

/**
 * How harm is spread over people: those of each arm by the harm of their events, as a table to publish.
 *
 * A mean of harm is made by a few people. Who has none, and who has very much, is what a mean hides. People not observed
 * over the whole window are left out.
 *
 * @param groups  units by arm
 * @param outcome of harm, with rows in `outcomes`
 * @returns people by class and arm, each share with its 95 % Wilson interval; null where nobody was observed
 */
export function harmDistributionTable({
  outcomes,
  outcome,
  groups,
  weights,
}: {
  readonly outcomes: Outcomes;
  readonly outcome: Outcome;
  readonly groups: readonly { readonly id: string; readonly units: Int32Array }[];
  readonly weights: HarmEdition;
}): Table | null {
  const { columns } = outcomes.table;
  const seen = rowsWhere(
    outcomes.table,
    (row) => cell(columns.outcome, row) === outcome.id && cell(columns.status, row) === "observed",
  );
  const harmOf = new Map(Array.from(seen, (row) => [cell(columns.unit, row), cell(columns.value, row) as number]));
  const found = groups.map(({ id, units }) => ({
    id,
    harms: Array.from(units).flatMap((unit) => (harmOf.has(unit) ? [harmOf.get(unit)!] : [])),
  }));
  if (found.every(({ harms }) => harms.length === 0)) return null;
  return {
    id: tableId("harm-distribution-*", outcome.id),
    title: `People by harm in the window (${outcome.label}): ${editionLabel(weights)}`,
    unit: "person",
    definition: `harm-distribution-${weights.scheme}-${weights.sha256.slice(0, 12)}`,
    window: outcome.window ?? null,
    dimensions: [
      {
        id: "harm",
        label: `Harm (${weights.unit})`,
        levels: classes.map(({ label }, at) => ({ id: String(at), label })),
        total: null,
      },
      { id: "arm", label: "Group", levels: found.map(({ id }) => ({ id, label: id })), total: null },
    ],
    cells: classes.flatMap(({ upTo }, at) =>
      found.map(({ id, harms }) => ({
        at: { harm: String(at), arm: id },
        ...shareOf(
          harms.filter((harm) => harm <= upTo && (at === 0 || harm > classes[at - 1]!.upTo)).length,
          harms.length,
        ),
      })),
    ),
    linked: [],
  };
}
