/**
 * Whether a text is what a spreadsheet shows where a formula failed (`#N/A`, `#REF!`, `Err:508`), or what we read where
 * its result was never stored. It is no value and no missing code, unless the plan lists it under `missing`.
 */
export function isSpreadsheetError(trimmed: string): boolean {
  return /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|UNCALCULATED!)|Err:\d{3})$/.test(
    trimmed,
  );
}
