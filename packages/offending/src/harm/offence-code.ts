/**
 * The normal form of a Home Office offence code: five digits, three of the class and two of the offence in it.
 *
 * `008/67`, `8/67`, `00867` and `HO 008-67` are one code. A class of the counting rules (`8N`, `105A`) is a code of its
 * own and keeps its letter. Fewer than five digits without a separator are not read: 806 may be 008/06 whose zeros a
 * spreadsheet took, or class 806.
 *
 * @param leadingZerosLost declared by somebody who has looked: bare digits lost zeros in front, so 806 is 00806
 * @returns the normal form, or null where the text is not a code
 * @example
 * normaliseOffenceCode("8/6"); // "00806"
 * normaliseOffenceCode("806"); // null
 * normaliseOffenceCode("806", { leadingZerosLost: true }); // "00806"
 */
export function normaliseOffenceCode(
  text: string,
  { leadingZerosLost = false }: { readonly leadingZerosLost?: boolean } = {},
): string | null {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim()
    .replace(/^HO(?:ME OFFICE)?(?:\s+CODE)?[\s:]*(?=\d)/, "");
  const parts = /^(\d{1,3})\s*(?:[/\\-]|\s)\s*(\d{1,2})$/.exec(code) ?? /^(\d{1,3})\.(\d\d)$/.exec(code);
  if (parts) return parts[1]!.padStart(3, "0") + parts[2]!.padStart(2, "0");
  if (/^\d{5}$/.test(code)) return code;
  if (/^\d{3,4}$/.test(code)) return leadingZerosLost ? code.padStart(5, "0") : null;
  const lettered = /^0*([1-9]\d{0,2})\s*([A-Z])$/.exec(code);
  return lettered ? `${lettered[1]}${lettered[2]}` : null;
}
