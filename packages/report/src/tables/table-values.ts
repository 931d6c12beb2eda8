import {
  type Cell,
  type ContractIndicator,
  formOfTable,
  indicatorOfDefinition,
  isWithheld,
  type Table,
  type TableForm,
} from "@likewise/schema";
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

/** What a contract asks for, by the unit of its indicator; people and pounds are the count itself. */
const delivered: Readonly<Record<ContractIndicator["unit"], TableValue>> = {
  people: { head: "Number", format: formatMeasured },
  pounds: { head: "Number", counted: "Pounds", format: formatMeasured },
  share: { ...per100, counted: "With what is asked" },
  days: { ...days, counted: "Arrived at all" },
};

/** A change in per cent beside what was promised and whether it is kept, which is of the same numbers. */
const promised: TableValue = {
  head: "Change",
  format: (value, { asked, value: change }) => {
    // Limits of the interval are written by themselves.
    if (asked === undefined || value !== change) return formatPercent(value);
    const target = asked.most ?? asked.least;
    const verdict = isWithheld(asked.verdict) ? undefined : verdictWords[asked.verdict];
    return `${formatPercent(value)}${target === null ? "" : `, target ${formatPercent(target)}`}${verdict === undefined ? "" : ` ${verdict}`}`;
  },
};

const verdictWords: Readonly<Record<string, string>> = {
  met: "met",
  "met-within-chance": "met, within chance",
  missed: "not met",
  "missed-within-chance": "not met, within chance",
};

const points: TableValue = { head: "Points", format: formatMeasured };
const measured: TableValue = { head: "Value", format: formatMeasured };
const mean: TableValue = { head: "Mean", format: formatMeasured };
const aPersonYear: TableValue = { ...perYear, counted: withEvent };
const aPerson: TableValue = { ...perPerson, counted: withEvent };

/** Tables whose value is no share, and those where it says more of a share than that it is one. */
const values: Readonly<Partial<Record<TableForm, TableValue>>> = {
  "waiting-*-median": { ...days, counted: "Arrived at all" },
  "support-length": { ...days, head: "Days", counted: "Ended" },
  "waiting-*-within": { ...per100, counted: "Arrived at all" },
  "reoffending-*-first": { ...days, counted: withEvent, always: true },
  "reoffending-*-events": mixed,
  "blocks-selection-alone": { ...per100, limits: "95% limits, or ends of a range" },
  "blocks-horizon-differences": { ...per100, counted: withEvent },
  "landmark-*": { ...per100, counted: withEvent },
  "reach-ratio-*": { ...ratio, counted: "Selected" },
  "blocks-change": { ...ratio, counted: "Fewest behind it" },
  "blocks-rate": aPersonYear,
  "blocks-rate-all-time": aPersonYear,
  "exposure-*": aPersonYear,
  "blocks-mean": aPerson,
  "blocks-*-mean": aPerson,
  "blocks-*-median": aPerson,
  "blocks-*-trimmed": aPerson,
  "run-chart-rate": { head: "A person-month", counted: withEvent, format: (value) => formatNumber(value, 3) },
  "indicator-change-*": { ...indicatorValue, counted: "With a contact" },
  "measure-means-*": points,
  "measure-change-*": points,
  "measure-model-*": points,
  "measure-difference-*": points,
  "measure-tipping-*": points,
  "measure-self-change-*": points,
  "measure-leavers-*": points,
  "measure-responders-*": responded,
  "measure-effects-*": measured,
  "measure-alpha-*": measured,
  dose: mean,
  "dose-*": mean,
  "access-calls": { ...measured, counted: "Searches" },
  "access-shares": { ...per100, counted: "Calls or services" },
  "access-hours": { head: "Hours a week", counted: "Test calls", format: formatMeasured },
  spend: { head: "Pounds", format: formatMeasured },
  "target-progress": promised,
  "selection-agreement": mixed,
  "selection-scores": mixed,
  "support-offer": mixed,
  "linked-support": mixed,
};

/** The value of a table: by its form, else a share where its counts say so. */
export function tableValue(table: Table): TableValue {
  const { cells, definition } = table;
  const indicator = indicatorOfDefinition(definition);
  if (indicator !== null) return delivered[indicator.unit];
  const form = formOfTable(table);
  const value = form === null ? undefined : values[form];
  if (value !== undefined) return value;
  const known = cells.filter(({ value }) => published(value) !== null);
  return known.every((cell) => published(cell.numerator) === null || isShare(cell)) ? per100 : mixed;
}

function isShare({ numerator, denominator, value }: Cell): boolean {
  const [part, whole, share] = [numerator, denominator, value].map(published);
  return part != null && whole != null && share != null && whole > 0 && Math.abs(share - part / whole) < 1e-9;
}
