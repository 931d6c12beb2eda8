import { cell, type Outcome, type Outcomes, rowsWhere, type Table } from "@likewise/schema";
import { shareOf } from "@likewise/stats";
import { editionLabel, type HarmEdition } from "./harm-weights.ts";

/** Each class holds harm above the one before it, up to this: harm is so skewed that only powers of ten show it. */
const upTo = [0, 10, 100, 1000, Number.POSITIVE_INFINITY] as const;

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
    id: `harm-distribution-${outcome.id}`,
    title: `People by harm in the window (${outcome.label}): ${editionLabel(weights)}`,
    unit: "person",
    definition: `harm-distribution-${weights.scheme}-${weights.sha256.slice(0, 12)}`,
    window: outcome.window ?? null,
    dimensions: [
      {
        id: "harm",
        label: `Harm (${weights.unit})`,
        levels: upTo.map((_, at) => ({ id: String(at), label: className(at) })),
        total: null,
      },
      { id: "arm", label: "Group", levels: found.map(({ id }) => ({ id, label: id })), total: null },
    ],
    cells: upTo.flatMap((high, at) =>
      found.map(({ id, harms }) => ({
        at: { harm: String(at), arm: id },
        ...shareOf(harms.filter((harm) => harm <= high && (at === 0 || harm > upTo[at - 1]!)).length, harms.length),
      })),
    ),
    linked: [],
  };
}

function className(at: number): string {
  const high = upTo[at]!;
  if (high === 0) return "none";
  if (at === 1) return `up to ${high}`;
  const over = `over ${upTo[at - 1]}`;
  return high === Number.POSITIVE_INFINITY ? over : `${over}, up to ${high}`;
}
