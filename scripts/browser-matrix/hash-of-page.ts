import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** SHA-256 of a page as it stands, in hexadecimal. */
export function hashOfPage(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
