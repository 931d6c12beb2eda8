/** How a value is written in a sentence. One place, so that a page never rounds the same number in two ways. */
export type Format = (value: number, words: Readonly<Record<string, string>>) => string;

/**
 * A whole number with thousands separated by commas.
 *
 * @example
 * formatCount(26018); // "26,018"
 */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/**
 * A number at a fixed number of decimals, thousands separated, a true minus sign, never "-0.0".
 *
 * @param decimals digits after the point
 * @example
 * formatNumber(-1571.7445, 1); // "−1,571.7"
 */
export function formatNumber(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".") as [string, string | undefined];
  const digits = `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
  const isZero = /^[0.,]+$/.test(digits);
  return `${value < 0 && !isZero ? "−" : ""}${digits}`;
}

/**
 * Out of every 100 people, to one decimal; a second where the first would read as nothing though it is not.
 *
 * @param share 0 to 1
 * @example
 * formatPer100(-0.00015); // "−0.02"
 */
export function formatPer100(share: number): string {
  const value = 100 * share;
  return Math.abs(value) > 0 && Math.abs(value) < 0.05 ? formatNumber(value, 2) : formatNumber(value, 1);
}

/**
 * A p-value: two decimals, "less than 0.01" below that, four where two would hide which side of 0.05 it lies.
 *
 * @example
 * formatP(0.0501161174090057); // "0.0501"
 */
export function formatP(value: number): string {
  if (value < 0.01) return "less than 0.01";
  if (value >= 0.045 && value < 0.055) return value.toFixed(4);
  return value.toFixed(2);
}

/**
 * A number on no fixed scale: decimals follow its size, about three significant digits.
 *
 * @example
 * formatMeasured(0.68426); // "0.684"
 */
export function formatMeasured(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return formatNumber(value, 0);
  if (size >= 10) return formatNumber(value, 1);
  if (size >= 1) return formatNumber(value, 2);
  return formatNumber(value, 3);
}

/** Formats by the name a template uses; `value` follows the form the claim names. */
export const formats: Readonly<Record<string, Format>> = {
  count: formatCount,
  per100: formatPer100,
  size100: (value) => formatPer100(Math.abs(value)),
  percent: (value) => `${formatNumber(100 * value, 1)}%`,
  p: formatP,
  measured: formatMeasured,
  size: (value) => formatMeasured(Math.abs(value)),
  value: (value, words) => (words.form === "share" ? `${formatPer100(value)} in every 100` : formatMeasured(value)),
  plain: (value, words) => (words.form === "share" ? formatPer100(value) : formatMeasured(value)),
  whole: (value) => formatNumber(value, 0),
  ratio: (value) => formatNumber(value, 2),
};
