import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

/**
 * What identifies the files of a study at one moment: name, size and time of change of each. Hidden files, and the folders
 * a run writes, are left out.
 *
 * @param folder the study folder
 * @param apart  folders that are no part of the study
 */
export async function studyState(folder: string, apart: readonly string[]): Promise<string> {
  const without = new Set(apart.map((one) => resolve(one)));
  const lines: string[] = [];
  const visit = async (below: string): Promise<void> => {
    // A file may go while it is looked at: it is then not there.
    for (const entry of await readdir(below, { withFileTypes: true }).catch(() => [])) {
      const path = join(below, entry.name);
      if (entry.name.startsWith(".") || without.has(resolve(path))) continue;
      if (entry.isDirectory()) await visit(path);
      else {
        const found = await stat(path).catch(() => null);
        if (found !== null) lines.push(`${path} ${found.size} ${found.mtimeMs}`);
      }
    }
  };
  await visit(folder);
  return lines.sort().join("\n");
}
