/** How a value is written in a sentence. One place, so that a page never rounds the same number in two ways. */
export type Format = (value: number, words: Readonly<Record<string, string>>) => string;

/**
 * A whole number with thousands separated by commas.
 *
 * @example
 * formatCount(26018); // "26,018"
 */
export function formatCount(value: number): string {
  return formatNumber(value, 0);
}

/**
 * A number at a fixed number of decimals, thousands separated, a true minus sign, never "−0.0".
 *
 * Halves go away from zero, by the decimal digits a reader would see (0.015 becomes 0.02, though its binary form lies
 * a little below).
 *
 * @param decimals digits after the point
 * @example
 * formatNumber(-1571.7445, 1); // "−1,571.7"
 */
export function formatNumber(value: number, decimals: number): string {
  const [whole, fraction] = rounded(Math.abs(value), decimals).split(".") as [string, string | undefined];
  const digits = `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
  const isZero = /^[0.,]+$/.test(digits);
  return `${value < 0 && !isZero ? "−" : ""}${digits}`;
}

/** Fourteen digits are more than any page shows and fewer than a double holds, so noise in the last bits is dropped. */
function rounded(size: number, decimals: number): string {
  const [digits, exponent] = size.toExponential(13).split("e") as [string, string];
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  return Number(`${shifted}e${-decimals}`).toFixed(decimals);
}

/**
 * Out of every 100 people, to one decimal; more where one would read as nothing though it is not.
 *
 * @param share 0 to 1
 * @example
 * formatPer100(-0.00015); // "−0.02"
 */
export function formatPer100(share: number): string {
  const size = Math.abs(100 * share);
  const decimals = size >= 0.05 ? 1 : [2, 3, 4].find((count) => Number(rounded(size, count)) > 0);
  return formatNumber(100 * share, decimals ?? 1);
}

/**
 * A p-value: two decimals, "less than 0.01" below that, four where two would hide which side of 0.05 it lies.
 *
 * @example
 * formatP(0.0501161174090057); // "0.0501"
 */
export function formatP(value: number): string {
  if (value < 0.01) return "less than 0.01";
  if (value >= 0.045 && value < 0.055) return formatNumber(value, 4);
  return formatNumber(value, 2);
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

/**
 * A ratio to two decimals; more where two would hide which side of 1 it lies.
 *
 * @example
 * formatRatio(1.000317); // "1.0003"
 */
export function formatRatio(value: number): string {
  const decimals = [2, 3, 4].find((count) => value === 1 || Number(rounded(value, count)) !== 1);
  return formatNumber(value, decimals ?? 2);
}

/**
 * A share of people as a percentage to one decimal.
 *
 * @example
 * formatPercent(48 / 216); // "22.2%"
 */
export function formatPercent(share: number): string {
  return `${formatPer100(share)}%`;
}

/** A difference in shares with its direction in a word. */
export function fewerOrMore(share: number): string {
  return `${formatPer100(Math.abs(share))} ${share < 0 ? "fewer" : "more"}`;
}

/** A difference on any other scale with its direction in a word. */
export function lowerOrHigher(value: number): string {
  return `${formatMeasured(Math.abs(value))} ${value < 0 ? "lower" : "higher"}`;
}

/** Formats by the name a template uses. Those of an effect follow the form and the measure that the claim names. */
export const formats: Readonly<Record<string, Format>> = {
  count: formatCount,
  whole: formatCount,
  percent: formatPercent,
  p: (value) => (value < 0.01 ? "p below 0.01" : `p = ${formatP(value)}`),
  measured: formatMeasured,
  ratio: formatRatio,
  per100: formatPer100,
  size100: (value) => formatPer100(Math.abs(value)),
  size: (value) => formatMeasured(Math.abs(value)),
  fewerOrMore,
  lowerOrHigher,
  limit: (value, { form }) => {
    if (form === "share") return fewerOrMore(value);
    return form === "ratio" ? formatRatio(value) : formatMeasured(value);
  },
  effect: (value, { form, measure }) => {
    if (form === "share") return `${fewerOrMore(value)} in every 100 people`;
    return `${measure} ${form === "ratio" ? formatRatio(value) : formatMeasured(value)}`;
  },
  quantity: (value, { form }) =>
    form === "share" ? `${formatPer100(value)} in every 100 people` : formatMeasured(value),
};
