import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { sha256Bytes } from "../../packages/engine/src/index.ts";

interface Manifest {
  readonly outputs: readonly { readonly file: string; readonly sha256: string }[];
}

/**
 * What is wrong with an `out/` folder: files whose bytes are not those of its two manifests, files that are missing and
 * files that neither manifest knows. An empty list says that it is one whole run.
 */
export function faultsOfRun(out: string): string[] {
  const manifests = ["manifest.json", "private/manifest.json"].filter((name) => existsSync(join(out, name)));
  if (manifests.length < 2) return [`${2 - manifests.length} of 2 manifests missing`];
  const expected = new Map<string, string>();
  for (const name of manifests) {
    const { outputs } = JSON.parse(readFileSync(join(out, name), "utf8")) as Manifest;
    for (const { file, sha256 } of outputs) expected.set(join(name, "..", file), sha256);
  }
  const found = filesBelow(out).filter((name) => !manifests.includes(name));
  return [
    ...found.filter((name) => !expected.has(name)).map((name) => `${name} is in no manifest`),
    ...[...expected.keys()].filter((name) => !found.includes(name)).map((name) => `${name} is missing`),
    ...found
      .filter((name) => expected.has(name) && sha256Bytes(readFileSync(join(out, name))) !== expected.get(name))
      .map((name) => `${name} has other bytes than its manifest says`),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
