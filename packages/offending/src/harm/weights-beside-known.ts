import type { HarmWeightRow, HarmWeights } from "./harm-weights.ts";
import { type KnownWeight, knownWeights } from "./known-weights.ts";

/** A row of a study's table that differs from a published weight. */
export interface WeightDifference {
  readonly row: HarmWeightRow;
  readonly known: KnownWeight;
  /** How to read it: a verified weight is likely right, a recalled one may itself be wrong. */
  readonly certain: boolean;
}

/**
 * Rows of a weight table that differ from what is published of its scheme and edition, for somebody to look at: a column
 * mapped wrongly shows here. Nothing is changed.
 *
 * @returns differences in the order of the table; none where nothing is published of the edition
 * @example
 * const declared = { id: "cchi", scheme: "cchi", edition: "2026" };
 * const { weights } = readHarmWeights(declared, [{ code: "00101", text: "Murder", weight: 15 }]);
 * weightsBesideKnown(weights).map(({ known }) => known.max); // [5475]
 */
export function weightsBesideKnown({ scheme, edition, rows }: HarmWeights): WeightDifference[] {
  const published = knownWeights.filter((known) => known.scheme === scheme && edition.startsWith(known.edition));
  return rows.flatMap((row) =>
    published
      .filter(({ code, min, max }) => code !== null && code === row.code && (row.weight < min || row.weight > max))
      .map((known) => ({ row, known, certain: known.status === "verified" || known.status === "verified-secondary" })),
  );
}
