/**
 * The district of a UK postcode: its outward code, in capitals. The rest of it, which points at a street, is left out.
 *
 * @returns null when the text is neither a postcode nor an outward code
 * @source Royal Mail, Programmers' Guide to the Postcode Address File: A9, A99, AA9, AA99, A9A and AA9A, then 9AA
 * @example
 * readDistrict("sw1a1aa"); // "SW1A"
 */
export function readDistrict(text: string): string | null {
  const capitals = text.toUpperCase().replace(/\s+/g, " ").trim();
  return postcode.exec(capitals)?.[1] ?? (outward.test(capitals) ? capitals : null);
}

const district = "[A-Z]{1,2}\\d[A-Z\\d]?|GIR";
const postcode = new RegExp(`^(${district}) ?\\d[A-Z]{2}$`);
const outward = new RegExp(`^(?:${district})$`);
