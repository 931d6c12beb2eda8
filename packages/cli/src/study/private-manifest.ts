import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256File } from "@likewise/engine";
import { filesBelow } from "./files-below.ts";
import { jsonText } from "./json-text.ts";

/**
 * Writes the hash of every file below `private/` into it. They are not in `manifest.json`, which is published: whoever
 * guesses the content of a small file could confirm the guess by its hash.
 */
export async function writePrivateManifest(folder: string): Promise<void> {
  const outputs: { file: string; sha256: string }[] = [];
  for (const file of await filesBelow(folder)) outputs.push({ file, sha256: await sha256File(join(folder, file)) });
  const manifest = { kind: "likewise/private-manifest", version: 1, outputs };
  await writeFile(join(folder, "manifest.json"), jsonText(manifest));
}
