import { strToU8, type Zippable, zipSync } from "fflate";

/** Parts of a package by their path, in the order given. */
export type PackageParts = Readonly<Record<string, string | Uint8Array>>;

/**
 * A zip of the same bytes for the same parts: in the order given, each with the first time that a zip can hold.
 *
 * @param stored paths of parts that are not compressed
 */
export function zipPackage(parts: PackageParts, stored: readonly string[] = []): Uint8Array {
  const files: Zippable = {};
  for (const [path, part] of Object.entries(parts)) {
    // Pictures are compressed already.
    const level = stored.includes(path) || path.endsWith(".png") ? 0 : 6;
    files[path] = [typeof part === "string" ? strToU8(part) : part, { level }];
  }
  // Without a zone, as a zip holds local time: the same digits wherever it is made.
  return zipSync(files, { mtime: "1980-01-01T00:00:00" });
}
