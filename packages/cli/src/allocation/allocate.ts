import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { AllocationOptions } from "@likewise/compare";
import { whileLocked } from "@likewise/engine";
import { Failure } from "@likewise/schema";
import { wholeNumber } from "../terminal/whole-number.ts";
import { appendAllocation, nextPlace, readAllocations } from "./allocations-file.ts";
import { readList, writeList } from "./list-file.ts";

/** What `--new` says of the list. */
interface ListOptions {
  readonly list: string;
  readonly arms?: string;
  readonly ratio?: string;
  readonly strata?: string;
  readonly blocks?: string;
  readonly seed?: string;
}

/** Draws a list and says its hash: told to somebody else today, it shows later that nobody changed the list. */
export async function drawList(options: ListOptions): Promise<string> {
  const { list, sha256 } = await writeList(options.list, allocationOptions(options));
  return `List       ${options.list}: ${list.places.length} places, for whoever does not enrol people\nHash       ${sha256}\n`;
}

/**
 * Gives a person the next place of their stratum and writes it down before it is said. Two people enrolled at the same
 * moment must not be told the same place, so the file is held from reading to writing.
 */
export async function takePlace(
  options: { readonly list: string; readonly person: string; readonly stratum?: string; readonly to?: string },
  now: number,
): Promise<string> {
  requireNoName(options.person);
  const { list } = await readList(options.list);
  const file = options.to ?? "allocations.csv";
  const { strata } = list.options;
  const stratum = options.stratum ?? (strata.length === 1 ? strata[0]!.id : "");
  await requireFolderOf(file);
  return whileLocked(file, async () => {
    const allocated = await readAllocations(file, list);
    if (allocated.some(({ person }) => person === options.person))
      throw new Failure(
        "usage",
        "--person: expected somebody not allocated before, found one who is; an allocation stands",
      );
    const { arm } = nextPlace(stratum, allocated, list);
    const one = { person: options.person, allocated_on: new Date(now).toISOString().slice(0, 10), arm, stratum };
    await appendAllocation(file, one, allocated.length === 0);
    return `${options.person}  ${arm}\n`;
  });
}

/** Ids stand in files that others read: what reads as a name or an address is not taken for one, and not repeated. */
function requireNoName(person: string): void {
  const isName = /^\p{Lu}[\p{L}'’-]*(?:[\s,]+\p{Lu}[\p{L}'’.-]*)+$/u.test(person.trim());
  if (isName || person.includes("@"))
    throw new Failure("usage", "--person: expected an id, found what reads as a name or an address");
}

/** The file is made when it is not there yet, its folder is not: a mistyped path would begin a second table. */
async function requireFolderOf(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => null);
  if (folder?.isDirectory() !== true)
    throw new Failure("usage", `--to: there is no folder for ${file}; make it first, or name a folder that is there`);
}

/** How many places of each stratum are taken, by arm; what is to come is not said. */
export async function allocationStatus(options: { readonly list: string; readonly to?: string }): Promise<string> {
  const { list, sha256 } = await readList(options.list);
  const allocated = await readAllocations(options.to ?? "allocations.csv", list);
  const lines = list.options.strata.map(({ id }) => {
    const own = allocated.filter(({ stratum }) => stratum === id);
    const places = list.places.filter(({ stratum }) => stratum === id).length;
    const arms = list.options.arms.map((arm) => `${arm.id} ${own.filter((one) => one.arm === arm.id).length}`);
    return `${id}: ${own.length} of ${places} places taken (${arms.join(", ")})\n`;
  });
  return `${lines.join("")}Hash       ${sha256}: the list is as it was drawn\n`;
}

function allocationOptions({ arms, ratio, strata, blocks, seed }: ListOptions): AllocationOptions {
  const ids = listed("arms", arms);
  const shares =
    ratio === undefined ? ids.map(() => 1) : listed("ratio", ratio).map((text) => wholeNumber("ratio", text, 1));
  if (shares.length !== ids.length)
    throw new Failure("usage", `--ratio: expected a number for each of ${ids.length} arms, found ${shares.length}`);
  const sum = shares.reduce((a, b) => a + b, 0);
  if (seed === undefined)
    throw new Failure(
      "usage",
      "--seed: expected a number or a word, so that the list can be drawn again, found nothing",
    );
  return {
    seed,
    arms: ids.map((id, at) => ({ id, share: shares[at]! })),
    strata: listed("strata", strata).map((text) => {
      const [id = "", places] = text.split("=");
      return { id, places: wholeNumber("strata", places, 0) };
    }),
    blocks:
      blocks === undefined
        ? [2 * sum, 3 * sum]
        : listed("blocks", blocks).map((text) => wholeNumber("blocks", text, 1)),
  };
}

function listed(name: string, text: string | undefined): string[] {
  const items = (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  if (items.length === 0) throw new Failure("usage", `--${name}: expected a list, comma-separated, found nothing`);
  return items;
}
