import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Every file below a folder, by its path with "/", sorted. */
export async function filesBelow(folder: string, below = ""): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, path)));
    else files.push(path);
  }
  return files.sort();
}
