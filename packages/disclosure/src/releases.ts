import { isWithheld, listKeys, type Results, resultAt, resultKey, type Table } from "@likewise/schema";
import { placeOf } from "./place.ts";
import type { Count, CountSystem, Sum } from "./system/count-system.ts";

/**
 * Adds what earlier releases told: a count that moved by one or two people since then gives those people away, so the
 * old count, which everyone knows, and the change are made part of the system. Also where nothing has changed: an outsider
 * who knows that people are only ever added knows a withheld count to be no less than it was. What a release withheld to
 * protect others is withheld again: shown now, and hardly moved, it would tell what was hidden.
 *
 * @param results the edition about to be published
 * @param system its counts and sums
 * @param releases editions published before
 */
export function againstReleases(results: Results, system: CountSystem, releases: readonly Results[]): CountSystem {
  if (releases.length === 0) return system;
  const nameOf = stableKeys(results);
  const counts: Count[] = [];
  const sums: Sum[] = [...system.sums];
  const editions = releases.map((release) => ({ release, cells: cellsOf(release) }));
  for (const count of system.counts) {
    const figures = editions.map(({ release, cells }) => figuresBefore(count, release, nameOf, cells));
    counts.push(figures.some(isHidden) ? { ...count, again: true } : count);
    for (const [number, before] of figures.entries()) addChange({ counts, sums }, count, before, number);
  }
  return { counts, sums };
}

/** Whether a release withheld a count for the sake of others, wherever it printed it. */
function isHidden(figures: readonly unknown[]): boolean {
  return amountOf(figures) === null && figures.some((figure) => isWithheld(figure) && figure.withheld === "secondary");
}

function addChange(
  { counts, sums }: { readonly counts: Count[]; readonly sums: Sum[] },
  count: Count,
  figures: readonly unknown[],
  number: number,
): void {
  const before = count.sensitive ? amountOf(figures) : null;
  if (before === null) return;
  const old = `${count.id} in release ${number}`;
  const change = `${count.id} since release ${number}`;
  const plain = { need: 0, sensitive: true, of: null } as const;
  counts.push({ ...plain, id: old, value: before, printedAt: [old], known: true });
  counts.push({ ...plain, id: change, value: Math.abs(count.value - before), printedAt: [], known: false });
  const [total, part] = count.value >= before ? [count.id, old] : [old, count.id];
  sums.push({ total, parts: [part, change] });
}

function amountOf(figures: readonly unknown[]): number | null {
  const counts = figures.filter((figure) => typeof figure === "number" && Number.isInteger(figure) && figure >= 0);
  return (counts[0] as number | undefined) ?? null;
}

/** What a release printed of a count, wherever it stood. */
function figuresBefore(
  { printedAt }: Count,
  release: Results,
  nameOf: (key: string) => string,
  cells: ReadonlyMap<string, unknown>,
): unknown[] {
  return printedAt.map(nameOf).map((name) => (name.startsWith(ofCell) ? cells.get(name) : valueAt(release, name)));
}

/** Keys by what identifies an entry rather than by its position, which may differ between releases. */
function stableKeys(results: Results): (key: string) => string {
  const names = new Map<unknown, string>();
  for (const key of listKeys(results)) {
    if (!key.includes("/")) continue;
    const parent = key.slice(0, key.lastIndexOf("/"));
    const holder = resultAt(results, parent);
    if (!names.has(holder)) names.set(holder, parent);
  }
  for (const table of results.tables) for (const cell of table.cells) names.set(cell, cellName(table, cell.at));
  return (key) => {
    const place = placeOf(results, key);
    const parent = names.get(place?.holder);
    return place === null || parent === undefined ? key : `${parent}/${resultKey(place.name)}`;
  };
}

const ofCell = "cell of ";

/** A cell by its table and the levels it is narrowed to: it stays the same when the table loses a dimension. */
function cellName({ id, dimensions }: Table, at: Readonly<Record<string, string>>): string {
  const narrowed = dimensions.filter((one) => at[one.id] !== one.total).map((one) => [one.id, at[one.id]]);
  return `${ofCell}${JSON.stringify([id, narrowed.sort()])}`;
}

function cellsOf({ tables }: Results): Map<string, unknown> {
  return new Map(
    tables.flatMap((table) =>
      table.cells.flatMap((cell) =>
        (["numerator", "denominator"] as const).map((part): [string, unknown] => [
          `${cellName(table, cell.at)}/${part}`,
          cell[part],
        ]),
      ),
    ),
  );
}

function valueAt(release: Results, key: string): unknown {
  const place = placeOf(release, key);
  return place?.holder[place.name];
}
