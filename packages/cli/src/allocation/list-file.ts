import { readFile, writeFile } from "node:fs/promises";
import { type AllocationList, type AllocationOptions, allocationList } from "@likewise/compare";
import { hasCode, sha256Text } from "@likewise/engine";
import { canonicalJson, Failure } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";

/** A list as kept: drawn from its options, with its hash, which may be told to anybody. */
export interface SealedList {
  readonly list: AllocationList;
  readonly sha256: string;
}

/**
 * Draws a list and writes it to a file of its own that only its owner can read, never over another.
 *
 * @throws Failure usage: options that no list can be drawn from, a file that is there, a folder that cannot be written
 */
export async function writeList(file: string, options: AllocationOptions): Promise<SealedList> {
  const list = drawn(options);
  const sealed = { ...list, sha256: sha256Text(canonicalJson(list)) };
  await writeFile(file, jsonText(sealed), { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (hasCode(error, "EEXIST"))
      throw new Failure(
        "usage",
        `there is a file at ${file}; a list that is written over cannot be shown to have been kept`,
      );
    throw new Failure("usage", `${file} cannot be written: expected a folder that is there and can be written`);
  });
  return { list, sha256: sealed.sha256 };
}

/**
 * Reads a list and draws it again from its options: what was drawn must be what stands there.
 *
 * @throws Failure usage: no such file, no list, or a list that was changed
 */
export async function readList(file: string): Promise<SealedList> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Failure("usage", `there is no allocation list at ${file}; draw one with --new`);
  });
  const { sha256, ...list } = parsed(text, file);
  const again = canonicalJson(drawn(list.options));
  if (canonicalJson(list) !== again || sha256Text(again) !== sha256)
    throw new Failure("usage", `${file}: the list was changed after it was drawn; allocate from the list as it was`);
  return { list, sha256 };
}

function drawn(options: AllocationOptions): AllocationList {
  try {
    return allocationList(options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure("usage", error.message.replace(/^allocationList: /, ""));
  }
}

function parsed(text: string, file: string): AllocationList & { readonly sha256: string } {
  const refused = new Failure("usage", `${file} is not an allocation list`);
  try {
    const data = JSON.parse(text);
    if (data?.kind === "likewise/allocation-list") return data;
  } catch {
    throw refused;
  }
  throw refused;
}
