import { attributionsOf, type CostParameter, parameterSets, priceIndices, reprice } from "@likewise/economics";
import { toCsv } from "@likewise/report";
import { Failure } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import { didYouMean } from "../terminal/did-you-mean.ts";
import type { Command } from "./command.ts";

interface Options {
  readonly id?: string;
  readonly search?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly recalled?: boolean;
  readonly prices?: string;
}

/** Published unit values: listed, searched, exported; those written from memory only when asked for. */
export const parameters: Command<Options> = {
  name: "parameters",
  command: "parameters [id]",
  describe: "Published unit values: source, prices, what each is per and holds, and what it is today",
  builder: (parser) =>
    parser
      .positional("id", { type: "string", describe: "ho-da-victim-police …; without one, the list" })
      .option("search", { type: "string", describe: "words that all stand in id, label, agency or unit" })
      .option("prices", { type: "string", describe: "financial year to price them in; without it the last outturn" })
      .option("recalled", { type: "boolean", describe: "those written from memory too: never for a headline" })
      .option("json", { type: "boolean", describe: "one JSON object and nothing else" })
      .option("csv", { type: "boolean", describe: "a table of all fields" }),
  run: async ({ id, search, json, csv, recalled = false, prices = lastOutturn() }, console) => {
    const all = parameterSets
      .flatMap((set) => set.parameters)
      .filter(({ status }) => recalled || status !== "RECALLED");
    const found = id === undefined ? all.filter((one) => holds(one, search ?? "")) : all.filter((one) => one.id === id);
    if (id !== undefined && found.length === 0) throw new Failure("usage", unknown(id, all));
    const rows = found.map((one) => ({ ...one, priceYear: prices, priced: priced(one, prices) }));
    const attributions = attributionsOf(found.map((one) => one.id));
    if (json) console.out(jsonText({ kind: "likewise/parameters", version: 1, attributions, parameters: rows }));
    else if (csv) console.out(csvOf(rows));
    else if (id === undefined) console.out([...rows.map(line), statusesSaid, ...attributions, ""].join("\n"));
    else console.out([...page(rows[0]!), statusesSaid, ...attributions, ""].join("\n"));
    return 0;
  },
};

type Row = CostParameter & { readonly priceYear: string; readonly priced: number };

function lastOutturn(): string {
  return priceIndices[0]!.years.filter(({ kind }) => kind === "outturn").at(-1)!.year;
}

function priced({ pounds, priceBase }: CostParameter, year: string): number {
  try {
    return pounds * reprice(priceBase, year).factor;
  } catch (error) {
    if (error instanceof RangeError) throw new Failure("usage", `parameters --prices: ${error.message}`);
    throw error;
  }
}

function holds({ id, label, agency, per, domain }: CostParameter, search: string): boolean {
  const text = [id, label, agency, per, domain].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function unknown(id: string, all: readonly CostParameter[]): string {
  const ids = all.map((one) => one.id);
  const shipped = parameterSets.flatMap((set) => set.parameters).find((one) => one.id === id);
  return shipped === undefined
    ? `parameters ${id} is not known${didYouMean(id, ids)}`
    : `parameters ${id} was written from memory and not seen in its source: ask for it with --recalled`;
}

function pounds(amount: number): string {
  return `£${(Math.abs(amount) < 100 ? amount.toFixed(2) : amount.toFixed(0)).replace(/\B(?=(\d{3})+(?!\d))/g, ",")}`;
}

/** What the last word of a line says of it. */
const statusesSaid =
  "VERIFIED: read in its source; DERIVED: worked out from values read there; RECALLED: written from memory, shown by --recalled alone and never in a headline";

function line({ id, label, kind, pounds: value, priceBase, per, status, priced: today, priceYear }: Row): string {
  return `${id.padEnd(52)} ${label} (${kind}): ${pounds(value)} (${priceBase}), ${pounds(today)} (${priceYear}) for one ${per}; ${status}`;
}

function page(row: Row): string[] {
  return [
    `${row.label} (${row.id})`,
    `${pounds(row.pounds)} in prices of ${row.priceBase}, ${pounds(row.priced)} in prices of ${row.priceYear}`,
    `For one ${row.per}, ${row.place}; falls to: ${row.agency} (${row.kind})`,
    `Holds: ${row.covers.join(", ")}; do not add a value that holds one of these for the same thing`,
    ...(row.multiplier === null ? [] : [`Actual events for each recorded one, published with it: ${row.multiplier}`]),
    `Status: ${row.status}`,
    `Source: ${row.source}`,
    ...(row.link === "" ? [] : [row.link]),
  ];
}

const fields = [
  "id",
  "label",
  "pounds",
  "priceBase",
  "priced",
  "priceYear",
  "per",
  "domain",
  "item",
  "covers",
  "kind",
  "agency",
  "place",
  "multiplier",
  "status",
  "source",
  "link",
  "attribution",
] as const;

/** Each row carries what the licence of its set asks to be said. */
function csvOf(rows: readonly Row[]): string {
  return toCsv(
    [...fields],
    rows.map((row) =>
      fields.map((field) => {
        if (field === "attribution") return attributionsOf([row.id]).join("; ");
        const value = row[field];
        return value === null ? "" : Array.isArray(value) ? value.join(" ") : String(value);
      }),
    ),
  );
}
