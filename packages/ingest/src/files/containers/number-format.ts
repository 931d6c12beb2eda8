/** What the number format of a cell says about the number in it. */
export interface NumberFormat {
  /** `elapsed` counts hours past 24, `zeros` pads a whole number to `digits`. */
  readonly shows: "number" | "date" | "time" | "elapsed" | "percent" | "zeros";
  /** Of `zeros`: how many digits are shown at least. */
  readonly digits: number;
  /** Of `date`: no day is shown, so that the day stored may be nobody's. */
  readonly monthOnly: boolean;
}

const plain: NumberFormat = { shows: "number", digits: 0, monthOnly: false };

/**
 * Reads a number format as a spreadsheet writes it: `dd/mm/yyyy`, `[h]:mm`, `0.0%`, `00000`.
 *
 * Only what changes the meaning of the number is read: colours, currency signs, literal text and every section but the
 * first are left out.
 *
 * @source ECMA-376 part 1, 18.8.31 (numFmts)
 */
export function numberFormat(code: string): NumberFormat {
  const section = firstSection(code);
  if (/^general$/i.test(section.trim())) return plain;
  if (/\[(h+|m+|s+)\]/i.test(section)) return { ...plain, shows: "elapsed" };
  const bare = section.replace(/\[[^\]]*\]/g, "").replace(/am\/pm|a\/p/gi, "h");
  const date = /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  if (date) return { ...plain, shows: "date", monthOnly: !/d|h|s/i.test(bare) };
  if (/[hs]/i.test(bare)) return { ...plain, shows: "time" };
  if (bare.includes("%")) return { ...plain, shows: "percent" };
  if (/^0{2,}$/.test(bare.trim())) return { ...plain, shows: "zeros", digits: bare.trim().length };
  return plain;
}

/** Up to the first semicolon, without quoted text, escaped characters, padding and fillers. */
function firstSection(code: string): string {
  return code.replace(/"[^"]*"?|[\\_*][\s\S]/g, "").split(";")[0]!;
}
