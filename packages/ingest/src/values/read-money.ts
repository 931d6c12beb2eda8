import { readNumber } from "./read-number.ts";

/**
 * An amount in pounds: £ before or behind the sign, commas in threes, brackets for a negative amount.
 *
 * @returns pounds; null when the text is not an amount in pounds
 * @example
 * readMoney("(£1,234.50)"); // -1234.5
 */
export function readMoney(text: string): number | null {
  const bracketed = /^\((.*)\)$/.exec(text);
  const signed = /^(-|−|\+)?\s*(?:£|GBP)?\s*(-|−|\+)?\s*(\d[\d,]*(?:\.\d*)?|\.\d+)$/.exec(
    (bracketed?.[1] ?? text).trim(),
  );
  if (signed === null) return null;
  const signs = [signed[1], signed[2]].filter((sign) => sign !== undefined);
  if (signs.length > 1 || (bracketed !== null && signs.length > 0)) return null;
  const amount = readNumber(signed[3]!);
  if (amount === null) return null;
  return bracketed !== null || signs[0] === "-" || signs[0] === "−" ? -amount : amount;
}
