import { appendFile, stat, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { AllocationList, AllocationPlace } from "@likewise/compare";
import { readReferenceFile } from "@likewise/ingest";
import { rawCsv } from "@likewise/report";
import { Failure } from "@likewise/schema";

/** One person allocated: a row of the table `allocations`. */
export interface Allocated {
  readonly person: string;
  readonly allocated_on: string;
  readonly arm: string;
  readonly stratum: string;
}

const header = ["person", "allocated_on", "arm", "stratum"] as const;

/**
 * Everybody allocated so far, checked against the list: whoever came k-th in a stratum must stand in the arm of its k-th
 * place, and nobody twice.
 *
 * @returns none when the file is not there yet
 * @throws Failure usage: another header; data: a person twice, or an arm that is not the list's
 */
export async function readAllocations(file: string, list: AllocationList): Promise<Allocated[]> {
  const there = await stat(file).catch(() => null);
  if (there === null) return [];
  const { rows } = await readReferenceFile({ path: resolve(file), shown: file, columns: [...header] });
  const allocated = rows.map(({ cells }) => {
    const [person, allocated_on, arm, stratum] = cells.map((cell) => cell ?? "") as [string, string, string, string];
    return { person, allocated_on, arm, stratum };
  });
  allocated.forEach(
    (one, at) => void requireAsListed(one, allocated.slice(0, at), list, `${file} row ${rows[at]!.row}`),
  );
  return allocated;
}

function requireAsListed(one: Allocated, before: readonly Allocated[], list: AllocationList, where: string): void {
  if (before.some(({ person }) => person === one.person))
    throw new Failure("data", `${where}: expected a person not allocated before, found one again`);
  const place = nextPlace(one.stratum, before, list);
  if (place.arm !== one.arm)
    throw new Failure(
      "data",
      `${where}: expected the arm of place ${place.place} of ${one.stratum} in the list, found another`,
    );
}

/**
 * The next place of a stratum.
 *
 * @throws Failure usage: no such stratum, or no place left in it
 */
export function nextPlace(stratum: string, allocated: readonly Allocated[], list: AllocationList): AllocationPlace {
  const places = list.places.filter((place) => place.stratum === stratum);
  if (places.length === 0) {
    const known = list.options.strata.map(({ id }) => id).join(", ");
    throw new Failure("usage", `--stratum: expected one of ${known}, found ${stratum || "nothing"}`);
  }
  const taken = allocated.filter((one) => one.stratum === stratum).length;
  const place = places[taken];
  if (place === undefined)
    throw new Failure("usage", `no place is left in ${stratum}: all ${places.length} are taken; draw a further list`);
  return place;
}

/** Adds one person to the file, making it where it is not there yet. */
export async function appendAllocation(file: string, one: Allocated, isFirst: boolean): Promise<void> {
  const row = rawCsv([header.map((name) => one[name])]);
  if (isFirst) await writeFile(file, rawCsv([[...header]]) + row, { mode: 0o600 });
  else await appendFile(file, row);
}
