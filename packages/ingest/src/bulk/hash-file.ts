import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

const pieceBytes = 2 ** 20;

/** SHA-256 of a file, 64 hexadecimal digits; the calling thread does nothing else meanwhile. */
export function hashFile(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const piece = Buffer.alloc(pieceBytes);
    for (;;) {
      const bytesRead = readSync(file, piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    closeSync(file);
  }
}
