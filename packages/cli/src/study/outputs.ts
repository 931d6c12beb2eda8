import { sha256Bytes, sha256Text } from "@likewise/engine";
import { roCrate } from "@likewise/report";
import type { Results } from "@likewise/schema";
import { jsonText } from "./json-text.ts";
import type { Pages } from "./render.ts";

/** Published files with the list of them that other tools read: `ro-crate-metadata.json`. */
export function withCrate(published: Results, files: Pages): Pages {
  const listed = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.byteLength(content),
    sha256: sha256Of(content),
  }));
  return { ...files, "ro-crate-metadata.json": jsonText(roCrate(published, listed)) };
}

/** Files with their hashes, as the manifest lists them. */
export function outputsOf(files: Pages): { readonly file: string; readonly sha256: string }[] {
  return Object.entries(files).map(([file, content]) => ({ file, sha256: sha256Of(content) }));
}

function sha256Of(content: string | Uint8Array): string {
  return typeof content === "string" ? sha256Text(content) : sha256Bytes(content);
}
