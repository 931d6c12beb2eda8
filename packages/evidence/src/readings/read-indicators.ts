import {
  type Cohort,
  type Interval,
  isUnbounded,
  isWithheld,
  type Reading,
  type Results,
  resultAt,
  resultKey,
  type Sentence,
  type Table,
  tableId,
} from "@likewise/schema";
import type { ReadingRuleId } from "./reading-rules.ts";

type Indicator = NonNullable<Cohort["indicators"]>[number];
type Way = "rise" | "fall" | "unclear" | null;

/**
 * How the change of each indicator reads in the direction the plan declares: what it is consistent with, and what would
 * show that reading wrong. Nobody is compared with these people, so no reading speaks of a cause.
 *
 * A rise in what the plan calls better when higher is consistent with disclosure only where severity a contact falls and
 * the share at an earlier stage does not; where severity rises, or contacts come later, it is consistent with more harm.
 * The same rise in what is better when lower is a change for the worse. A change whose interval holds none is no clear
 * change; one from or to nothing, which has no ratio, is read by the sign test of the people who changed.
 *
 * @param indicators `cohort.indicators` of the plan
 * @param tables     with `indicator-change-…`, exact; an indicator without one was refused
 */
export function readIndicators(indicators: readonly Indicator[], tables: readonly Table[]): Reading[] {
  return indicators.flatMap((indicator) => {
    const table = tables.find(({ id }) => id === tableId("indicator-change-*", indicator.id));
    return table === undefined ? [] : [readingOf(indicator, table)];
  });
}

/**
 * Readings after disclosure: one that rests on a withheld number, or on a table that is not shown, says that it cannot be told.
 *
 * @param results published, with withheld numbers marked as such
 */
export function withholdReadings(readings: readonly Reading[], results: Results): Reading[] {
  return readings.map((reading) =>
    restsOnWithheld(reading, results)
      ? {
          ...reading,
          verdict: "cannot-say",
          sentences: [{ rule: "reading-withheld", slots: {}, words: { label: reading.label }, text: null }],
        }
      : reading,
  );
}

function restsOnWithheld({ table: of, sentences }: Reading, results: Results): boolean {
  const table = results.tables.find(({ id }) => id === of);
  // A table that nothing less protects is not published at all.
  if (table === undefined || signIsWithheld(table)) return true;
  return sentences.some(({ slots }) => Object.values(slots).some((key) => isWithheld(resultAt(results, key))));
}

/** No sentence quotes the sign test, and a reading may rest on it all the same. */
function signIsWithheld({ cells }: Table): boolean {
  return cells.some(({ at, value }) => at.measure === "difference" && isWithheld(value));
}

function readingOf(indicator: Indicator, table: Table): Reading {
  const ways = {
    contacts: wayOf(table, "contacts", 1) ?? signedWay(table),
    severity: wayOf(table, "severity", 0),
    early: wayOf(table, "early", 0),
  };
  const { verdict, rules } = decided(indicator, ways);
  const words = { label: indicator.label, months: String(indicator.months ?? 12) };
  const seen = (["contacts", "severity", "early"] as const).flatMap((measure) => {
    const sentence = seenSentence(table, measure, words);
    return sentence === null ? [] : [sentence];
  });
  return {
    id: indicator.id,
    label: indicator.label,
    direction: indicator.direction,
    verdict,
    table: table.id,
    sentences: [...seen, ...rules.map((rule): Sentence => ({ rule, slots: {}, words, text: null }))],
  };
}

/** What a change is consistent with, and the sentences that say so; each that reads a change names what would show it wrong. */
function decided(
  { direction }: Indicator,
  { contacts, severity, early }: Readonly<Record<"contacts" | "severity" | "early", Way>>,
): { readonly verdict: Reading["verdict"]; readonly rules: readonly ReadingRuleId[] } {
  if (contacts === null) return { verdict: "cannot-say", rules: ["reading-no-change-known"] };
  if (contacts === "unclear") return { verdict: "no-clear-change", rules: ["reading-no-clear-change"] };
  if (direction === "neither") return { verdict: "cannot-say", rules: ["reading-no-direction"] };
  if (contacts === "fall")
    return direction === "lower-is-better"
      ? { verdict: "direction-better", rules: ["reading-fall-better", "reading-falsified-fall"] }
      : { verdict: "direction-worse", rules: ["reading-fall-worse"] };
  if (direction === "lower-is-better") return { verdict: "direction-worse", rules: ["reading-rise-worse"] };
  if (severity === "rise" || early === "fall")
    return { verdict: "consistent-with-harm", rules: ["reading-consistent-with-harm"] };
  if (severity === "fall")
    return {
      verdict: "consistent-with-disclosure",
      rules: ["reading-consistent-with-disclosure", "reading-falsified-disclosure"],
    };
  return {
    verdict: "cannot-say",
    rules: [severity === null ? "reading-severity-unknown" : "reading-severity-unclear"],
  };
}

function cellIndex({ cells }: Table, measure: string, period: string): number {
  return cells.findIndex(({ at }) => at.measure === measure && at.period === period);
}

/** Which way a change goes, once its interval leaves out no change; null where there is none. */
function wayOf(table: Table, measure: string, none: number): Way {
  const cell = table.cells[cellIndex(table, measure, "change")];
  if (cell === undefined || typeof cell.value !== "number") return null;
  const [low, high] = limitsOf(cell.interval);
  if (low === null || high === null) return null;
  return low > none ? "rise" : high < none ? "fall" : "unclear";
}

/** Where no ratio can be had, or none with an interval: which way people went, once the sign test of them leaves out chance. */
function signedWay(table: Table): Way {
  const [change, sign] = ["change", "sign"].map((period) => table.cells[cellIndex(table, "difference", period)]?.value);
  if (typeof change !== "number" || typeof sign !== "number") return null;
  if (sign > 0.05 || change === 0) return "unclear";
  return change > 0 ? "rise" : "fall";
}

function limitsOf(interval: Interval | null): readonly [number | null, number | null] {
  if (interval === null || isWithheld(interval)) return [null, null];
  const [low, high] = interval;
  const number = (limit: unknown) => (typeof limit === "number" && !isUnbounded(limit) ? limit : null);
  return [number(low), number(high)];
}

function seenSentence(
  table: Table,
  measure: "contacts" | "severity" | "early",
  words: Sentence["words"],
): Sentence | null {
  const [before, after, change] = (["before", "after", "change"] as const).map((period) =>
    cellIndex(table, measure, period),
  ) as [number, number, number];
  if (change < 0 || [before, after].some((index) => table.cells[index]!.value === null)) return null;
  const key = (index: number, ...rest: readonly (string | number)[]) =>
    resultKey("tables", table.id, "cells", String(index), ...rest);
  const values = { before: key(before, "value"), after: key(after, "value") };
  const { value, interval } = table.cells[change]!;
  if (value === null || interval === null)
    return { rule: `reading-${measure}-plain`, slots: values, words, text: null };
  const slots = {
    ...values,
    change: key(change, "value"),
    low: key(change, "interval", 0),
    high: key(change, "interval", 1),
  };
  return { rule: `reading-${measure}`, slots, words, text: null };
}
