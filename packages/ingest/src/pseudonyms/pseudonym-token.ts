import { createHmac } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const length = 16;

/**
 * The token an id is replaced by: the first 16 letters of base 32 (80 bits) of HMAC-SHA-256 over `kind:id`. The same id
 * has the same token whichever field of whichever study holds it, and nobody without the key can tell or test one.
 *
 * @param kind what the id names: `person` whatever the role, a worker too, else the field
 * @param id   as received, without spaces around it
 * @source HMAC: RFC 2104; letters of base 32: RFC 4648, section 6
 */
export function pseudonymToken(key: Uint8Array, kind: string, id: string): string {
  const digest = createHmac("sha256", key).update(`${kind}:${id}`, "utf8").digest();
  let token = "";
  for (let place = 0; place < length; place++) {
    const bit = place * 5;
    const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!;
    token += letters[(pair >> (11 - (bit & 7))) & 31];
  }
  return token;
}
