import { formatMeasured, formatNumber, formatP, formatPer100, formatRatio } from "@likewise/report";
import { type Results, resultLeaves } from "@likewise/schema";
import { numbersOf } from "./page-numbers.ts";

/** Keys by how a number under them is written in each of several documents of results that differ in every number. */
export function numberIndex(documents: readonly Results[]): Map<string, string> {
  const index = new Map<string, string>();
  const add = (tuple: readonly string[], key: string) => {
    const joined = tuple.join(" ");
    if (!index.has(joined)) index.set(joined, key);
  };
  const leaves = documents.map((document) => resultLeaves(document));
  leaves[0]!.forEach(({ key, value }, place) => {
    const values = leaves.map((list) => list[place]!.value);
    if (typeof value === "number")
      for (const form of forms)
        add(
          values.map((one) => form(one as number)),
          key,
        );
    else if (typeof value === "string") {
      const tokens = values.map((text) => numbersOf(text as string));
      tokens[0]!.forEach((_, nth) =>
        add(
          tokens.map((list) => list[nth] ?? ""),
          key,
        ),
      );
    }
    const names = leaves.map((list) => numbersOf(list[place]!.key));
    names[0]!.forEach((_, nth) =>
      add(
        names.map((list) => list[nth] ?? ""),
        key,
      ),
    );
  });
  return index;
}

/** Ways in which pages write a number: as it is or in every 100. */
const plainForms: readonly ((value: number) => string)[] = [
  ...[0, 1, 2, 3, 4].map((decimals) => (value: number) => formatNumber(value, decimals)),
  formatMeasured,
  formatP,
  formatRatio,
  formatPer100,
  String,
  (value) => String(Number(value.toPrecision(6))),
  (value) => formatNumber(100 * value, 0),
  (value) => String(Number((100 * value).toPrecision(12))),
  poundsOf,
];

const forms = plainForms.map((form) => (value: number) => numbersOf(form(Math.abs(value)))[0] ?? "");

function poundsOf(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded >= 1e6) return formatNumber(rounded / 1e6, rounded >= 1e8 ? 0 : 2);
  return formatNumber(rounded, rounded < 10 && rounded !== Math.round(rounded) ? 2 : 0);
}
