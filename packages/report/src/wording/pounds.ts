import { type Format, formatNumber } from "./formats.ts";

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

/**
 * Pounds as they are, to the pound: in a table whose columns add up.
 *
 * @example
 * formatWholePounds(-2365000); // "−£2,365,000"
 */
export function formatWholePounds(value: number): string {
  const digits = formatNumber(Math.abs(value), 0);
  return `${value < 0 && digits !== "0" ? "−" : ""}£${digits}`;
}

/** A unit for a column or an axis of pounds, in which the largest has a few digits before the point. */
export interface PoundsUnit {
  readonly name: string;
  readonly pounds: number;
  /** An amount in the unit, without its name; amounts below ten keep a digit after the point. */
  readonly write: (pounds: number) => string;
}

/** Pounds, thousands or millions, by the largest of these amounts. */
export function poundsUnit(amounts: readonly number[]): PoundsUnit {
  const largest = Math.max(0, ...amounts.map(Math.abs));
  const [name, pounds] =
    largest >= 10_000_000
      ? (["£ million", 1_000_000] as const)
      : largest >= 10_000
        ? (["£ thousand", 1000] as const)
        : (["£", 1] as const);
  const write = (amount: number) => {
    const scaled = amount / pounds;
    return formatNumber(scaled, pounds > 1 && Math.abs(scaled) < 9.95 && scaled !== 0 ? 1 : 0);
  };
  return { name, pounds, write };
}

/** Formats of amounts, by the name a template uses. */
export const moneyFormats: Readonly<Record<string, Format>> = {
  pounds: formatPounds,
  poundsSize: (value) => formatPounds(Math.abs(value)),
};
