/** Seven significant digits: the terminal is where researchers check numbers. */
export function precise(value: number): string {
  return String(Number(value.toPrecision(7)));
}

/** A p-value in four significant digits. */
export function preciseP(value: number): string {
  return value < 0.0001 ? "<0.0001" : String(Number(value.toPrecision(4)));
}
