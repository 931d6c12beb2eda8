import { chmod, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Makes a folder that only its owner can enter, before anything is written into it. */
export async function makePrivate(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

/** Files below a folder become readable by their owner alone (0600), folders open to their owner alone (0700). */
export async function closePrivate(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closePrivate(path);
    else if (entry.isFile()) await chmod(path, 0o600);
  }
}
