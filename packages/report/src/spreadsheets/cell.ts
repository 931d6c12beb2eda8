/** A cell: a number with the digits it is shown with, or text. Never a formula. */
export type Cell = string | NumberCell | LinkCell;

export interface NumberCell {
  readonly value: number;
  /** Digits after the point. */
  readonly decimals: number;
  readonly percent: boolean;
}

/** Text that leads to another worksheet of the same file. */
export interface LinkCell {
  readonly text: string;
  readonly sheet: string;
}

/**
 * What stands in a table of a page as a cell: a plain number as a number of the same digits, anything else as text; an
 * empty cell says that it does not apply, as no cell may be blank.
 *
 * @example
 * cellOf("−1,234.50"); // { "value": -1234.5, "decimals": 2, "percent": false }
 */
export function cellOf(text: string): Cell {
  if (text.trim() === "") return "[z]";
  const match = /^([−-]?)(\d{1,3}(?:,\d{3})+|[1-9]\d{0,14}|0)(\.(\d{1,12}))?(%?)$/.exec(text);
  if (match === null) return text;
  const [, sign, whole, fraction = "", digits = "", percent] = match;
  const shown = Number(`${sign === "" ? "" : "-"}${whole!.replaceAll(",", "")}${fraction}`);
  return percent === "%"
    ? { value: Number(`${shown}e-2`), decimals: digits.length, percent: true }
    : { value: shown, decimals: digits.length, percent: false };
}

/**
 * A number cell as a person reads it.
 *
 * @example
 * shownNumber({ value: -1234.5, decimals: 2, percent: false }); // "-1,234.50"
 */
export function shownNumber({ value, decimals, percent }: NumberCell): string {
  const [whole, fraction] = Number(percent ? `${value}e2` : value)
    .toFixed(decimals)
    .split(".") as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}${fraction === undefined ? "" : `.${fraction}`}${percent ? "%" : ""}`;
}
