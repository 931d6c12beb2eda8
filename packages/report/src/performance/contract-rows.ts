import {
  type Asked,
  type Cell,
  type Contract,
  type ContractIndicator,
  type ContractTarget,
  contractDefinition,
  contractIndicator,
  isWithheld,
  type Results,
  type Table,
} from "@likewise/schema";
import { cellText, intervalText } from "../figures.ts";
import { formatCount, formatMeasured, formatNumber, formatPer100 } from "../wording/formats.ts";
import { verdictWords } from "./verdict-words.ts";

/** One target with its periods as they are published: quarters, or longer where quarters would be mostly withheld. */
export interface ContractTable {
  readonly target: ContractTarget;
  readonly label: string;
  readonly indicator: ContractIndicator;
  /** "Quarter", "Half-year" or "Year". */
  readonly length: string;
  readonly rows: readonly ContractRow[];
}

/** One period of one target, in words. */
export interface ContractRow {
  readonly period: string;
  readonly cell: Cell;
  readonly asked: Asked;
  readonly delivered: string;
  readonly of: string;
  readonly interval: string;
  readonly askedFor: string;
  readonly verdict: string;
  /** All complete periods together. */
  readonly together: boolean;
}

/** The contract of a study as its plan has it; null without one. */
export function contractOf({ study }: Results): Contract | null {
  const contract = study.programme?.contract as Contract | undefined;
  return contract === undefined || !Array.isArray(contract.targets) ? null : contract;
}

/** Every target of which the results hold a table, in the order of the contract. */
export function contractTables(results: Results): ContractTable[] {
  return (contractOf(results)?.targets ?? []).flatMap((target) => {
    const table = tableOf(target, results);
    if (table === undefined) return [];
    const indicator = contractIndicator(target.indicator);
    const [dimension] = table.dimensions;
    const rows = table.cells.flatMap((cell) => {
      const period = dimension!.levels.find(({ id }) => id === cell.at.period)!;
      return cell.asked === undefined ? [] : [rowOf(cell, cell.asked, period, indicator)];
    });
    return [{ target, label: target.label ?? indicator.label, indicator, length: dimension!.label, rows }];
  });
}

/** Working results hold longer periods too: the shortest are shown. */
function tableOf(target: ContractTarget, { tables }: Results): Table | undefined {
  const own = tables.filter(({ definition }) => definition === contractDefinition(target));
  return own.find((table) => !own.some(({ coarser }) => coarser === table.id));
}

function rowOf(
  cell: Cell,
  asked: Asked,
  period: { id: string; label: string },
  indicator: ContractIndicator,
): ContractRow {
  const format = formatOf(indicator);
  const isOf = cell.denominator !== null;
  return {
    period: period.label,
    cell,
    asked,
    delivered: cellText(isOf ? cell.value : cell.numerator, format),
    of: isOf ? `${cellText(cell.numerator, formatCount)} of ${cellText(cell.denominator, formatCount)}` : "[z]",
    interval:
      indicator.unit === "pounds"
        ? "[z]"
        : intervalText(cell.interval, indicator.unit === "people" ? formatMeasured : format),
    askedFor: askedWords(asked, format),
    verdict: isWithheld(asked.verdict) ? "[c]" : verdictWords[asked.verdict],
    together: period.id === "complete",
  };
}

/** How the numbers of an indicator are written. */
export function formatOf({ unit }: ContractIndicator): (value: number) => string {
  const whole = (value: number) => (Number.isInteger(value) ? formatCount(value) : formatNumber(value, 1));
  return { people: whole, days: whole, share: formatPer100, pounds: formatCount }[unit];
}

function askedWords({ least, most, proRata }: Asked, format: (value: number) => string): string {
  if (least === null && most === null) return "[z]";
  const limits =
    least === null
      ? `at most ${format(most!)}`
      : most === null
        ? `at least ${format(least)}`
        : `${format(least)} to ${format(most)}`;
  return proRata ? `${limits}, by days` : limits;
}

/** A target with its unit, where a number alone would not tell it. */
export function namedWithUnit(label: string, { unit }: ContractIndicator): string {
  if (unit === "share") return `${label}, in every 100`;
  return unit === "pounds" ? `${label}, pounds` : label;
}
