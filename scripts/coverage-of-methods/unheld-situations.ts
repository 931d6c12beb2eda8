import type { CoverageRow } from "./row-of-cell.ts";

export interface UnheldSituation {
  /** Number of the situation, as in the ids of rows. */
  readonly situation: string;
  readonly methods: readonly string[];
}

/** Situations in which every method run (the default and others) fails or is mostly refused. */
export function unheldSituations(rows: readonly CoverageRow[]): UnheldSituation[] {
  const bySituation = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const situation = row.id.split("-").at(-1)!;
    bySituation.set(situation, [...(bySituation.get(situation) ?? []), row]);
  }
  return [...bySituation]
    .filter(([, of]) => of.length > 1 && of.every(({ verdict }) => verdict === "fails" || verdict === "refused"))
    .map(([situation, of]) => ({ situation, methods: of.map(({ method }) => method) }));
}
