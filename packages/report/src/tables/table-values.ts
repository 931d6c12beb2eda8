import { type Cell, type ContractIndicator, indicatorOfDefinition, type Table } from "@likewise/schema";
import { published } from "../figures.ts";
import { formatMeasured, formatNumber, formatPer100, formatPercent, formatRatio } from "../wording/formats.ts";

/** What the value of a table is, and how it is written. */
export interface TableValue {
  readonly head: string;
  /** What the numerator counts, where the value is not a share of it; units when left out. */
  readonly counted?: string;
  /** What stands beside the value; a 95% interval when left out. */
  readonly limits?: string;
  /** A table without a single value still has the column: that there is none is what it says. */
  readonly always?: true;
  format(value: number, cell: Cell): string;
}

interface ValueRule {
  readonly of: RegExp;
  readonly value: TableValue;
}

const per100: TableValue = { head: "In every 100", format: formatPer100 };
const ratio: TableValue = { head: "Ratio", format: formatRatio };
const days: TableValue = { head: "Median days", format: formatMeasured };
const perYear: TableValue = { head: "A person-year", format: (value) => formatNumber(value, 2) };
const perPerson: TableValue = { head: "A person", format: (value) => formatNumber(value, 2) };

const withEvent = "With an event";

/** A table of several measures: shares are told from other numbers by their counts. */
const mixed: TableValue = {
  head: "Value",
  format: (value, cell) => (isShare(cell) ? formatPercent(value) : formatMeasured(value)),
};

/** Of three measures in one table: contacts a person, severity a contact, and the share at an earlier stage. */
const indicatorValue: TableValue = {
  head: "Value",
  format: (value, { at }) => (at.measure === "early" ? formatPercent(value) : formatMeasured(value)),
};

/** Differences in shares, a ratio, and numbers of people in one table. */
const responded: TableValue = {
  head: "Value",
  format: (value, { at: { amount = "" } }) =>
    amount === "odds-ratio"
      ? formatRatio(value)
      : /^(number|least)-/.test(amount)
        ? formatMeasured(value)
        : formatPer100(value),
};

/** Differences in shares, a ratio, and numbers of people in one table. */
const responded: TableValue = {
  head: "Value",
  format: (value, { at: { amount = "" } }) =>
    amount === "odds-ratio"
      ? formatRatio(value)
      : /^(number|least)-/.test(amount)
        ? formatMeasured(value)
        : formatPer100(value),
};

/** What a contract asks for, by the unit of its indicator; people and pounds are the count itself. */
const delivered: Readonly<Record<ContractIndicator["unit"], TableValue>> = {
  people: { head: "Number", format: formatMeasured },
  pounds: { head: "Number", counted: "Pounds", format: formatMeasured },
  share: { ...per100, counted: "With what is asked" },
  days: { ...days, counted: "Arrived at all" },
};

const rules: readonly ValueRule[] = [
  { of: /^waiting-.*-median/, value: { ...days, counted: "Arrived at all" } },
  { of: /^waiting-.*-within/, value: { ...per100, counted: "Arrived at all" } },
  { of: /-first$/, value: { ...days, counted: withEvent, always: true } },
  { of: /^blocks-selection-alone$/, value: { ...per100, limits: "95% limits, or ends of a range" } },
  { of: /^blocks-horizon-difference|^landmark-/, value: { ...per100, counted: withEvent } },
  { of: /^reach-ratio-/, value: { ...ratio, counted: "Selected" } },
  { of: /^blocks-change$/, value: { ...ratio, counted: "Fewest behind it" } },
  { of: /^blocks-rate|^exposure-/, value: { ...perYear, counted: withEvent } },
  { of: /^blocks-.*(mean|median|trimmed)$/, value: { ...perPerson, counted: withEvent } },
  {
    of: /^run-chart-rate$/,
    value: { head: "A person-month", counted: withEvent, format: (value) => formatNumber(value, 3) },
  },
  { of: /^indicator-change-/, value: { ...indicatorValue, counted: "With a contact" } },
  {
    of: /^measure-(means|change|model|difference|tipping|self-change|leavers)-/,
    value: { head: "Points", format: formatMeasured },
  },
  { of: /^measure-responders-/, value: responded },
  { of: /^measure-responders-/, value: responded },
  { of: /^measure-(effects|alpha)-/, value: { head: "Value", format: formatMeasured } },
  { of: /^dose/, value: { head: "Mean", format: formatMeasured } },
  { of: /^spend/, value: { head: "Pounds", format: formatMeasured } },
  { of: /^(selection-agreement|selection-scores|support-offer|linked-support)|-events$/, value: mixed },
];

/** The value of a table: by its id, else a share where its counts say so. */
export function tableValue({ id, cells, definition }: Table): TableValue {
  const indicator = indicatorOfDefinition(definition);
  if (indicator !== null) return delivered[indicator.unit];
  const rule = rules.find(({ of }) => of.test(id));
  if (rule !== undefined) return rule.value;
  const known = cells.filter(({ value }) => published(value) !== null);
  return known.every((cell) => published(cell.numerator) === null || isShare(cell)) ? per100 : mixed;
}

function isShare({ numerator, denominator, value }: Cell): boolean {
  const [part, whole, share] = [numerator, denominator, value].map(published);
  return part != null && whole != null && share != null && whole > 0 && Math.abs(share - part / whole) < 1e-9;
}
