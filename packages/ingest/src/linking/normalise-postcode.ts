/**
 * A full postcode without its space; null where it is none. ZZ99 codes stand for no fixed abode or an unknown address,
 * which many share, so they are none.
 *
 * @example
 * normalisePostcode("ls1 4ap"); // "LS14AP"
 */
export function normalisePostcode(text: string): string | null {
  const bare = text.replace(/\s/g, "").toUpperCase();
  if (!/^(?:GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2})$/.test(bare)) return null;
  return bare.startsWith("ZZ99") ? null : bare;
}

/**
 * The district of a normalised postcode: all but its last three letters.
 *
 * @example
 * postcodeDistrict("LS14AP"); // "LS1"
 */
export function postcodeDistrict(postcode: string): string {
  return postcode.slice(0, -3);
}
