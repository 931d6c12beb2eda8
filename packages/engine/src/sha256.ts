import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/**
 * SHA-256 of a file's bytes, read in pieces.
 *
 * @returns 64 hexadecimal digits, lower case
 * @throws the file system's error when the file cannot be read
 * @example
 * await writeFile(`${folder}/abc.txt`, "abc");
 * (await sha256File(`${folder}/abc.txt`)).slice(0, 8); // "ba7816bf"
 */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}

/**
 * SHA-256 of text as UTF-8.
 *
 * @returns 64 hexadecimal digits, lower case
 * @example
 * sha256Text("abc").slice(0, 8); // "ba7816bf"
 */
export function sha256Text(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/**
 * SHA-256 of bytes already read, so that the hash is of what was used and not of what the file holds by now.
 *
 * @returns 64 hexadecimal digits, lower case
 * @example
 * sha256Bytes(new Uint8Array([97, 98, 99])).slice(0, 8); // "ba7816bf"
 */
export function sha256Bytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
