import { formatNumber } from "./formats.ts";

/**
 * Pounds to three significant digits, millions in words: more digits than anyone knows would mislead.
 *
 * @example
 * formatPounds(-1131000); // "−£1.13 million"
 * formatPounds(27140); // "£27,100"
 */
export function formatPounds(value: number): string {
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? "−" : "";
  if (size >= 1_000_000) return `${sign}£${formatNumber(size / 1_000_000, size >= 100_000_000 ? 0 : 2)} million`;
  return `${sign}£${formatNumber(size, size < 10 && size !== Math.round(size) ? 2 : 0)}`;
}
