import type { ShippedDependency } from "./shipped-dependencies.ts";

/**
 * Licences that may come with an installation: none asks anything of what is built with them but to be named.
 *
 * MPL-2.0 asks it of changes to its own files, and we change none: resvg is used as it is published. OFL-1.1 is that of
 * a font: it may travel with software and be drawn with, and only not be sold by itself.
 */
export const allowedLicences: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
];

/** What each direct dependency is there for. */
const purposes: Readonly<Record<string, string>> = {
  "@expo-google-fonts/arimo": "the font of pictures in Word, of the widths of Arial",
  "@resvg/resvg-js": "pictures in Word: SVG to PNG",
  docx: "writes the Word document",
  fflate: "zips the spreadsheets, and the Word document anew without times",
  "@duckdb/node-api": "the embedded database: events in windows, bulk files, Parquet",
  "@e965/xlsx": "reads the older binary workbooks: XLS, XLSB",
  arquero: "tables handed to and taken from notebooks",
  papaparse: "splits delimited text",
  "pure-rand": "the generator behind seeded random numbers",
  "simple-statistics": "plain descriptive statistics",
  "sql.js": "reads SQLite files",
  vega: "draws the charts",
  "vega-interpreter": "draws them without evaluating text as code",
  "vega-lite": "the form in which charts are written down",
  yaml: "reads and writes study.yaml",
  yargs: "the words of the command line",
};

/** The page `docs/licences.md`. */
export function licenceList(dependencies: readonly ShippedDependency[]): string {
  const direct = dependencies.filter(isDirect);
  const other = dependencies.filter((each) => !isDirect(each));
  return [
    "# Licences of what is installed with Likewise",
    "",
    "Likewise itself is under the MIT licence. This page is made by `pnpm run licences` from the package files as installed; a test",
    `keeps it up to date and holds every licence to the list in \`scripts/licences/licence-list.ts\`: ${allowedLicences.join(", ")}.`,
    "",
    "## What we ask for",
    "",
    "| Package | Version | Licence | For | Asked for by |",
    "| --- | --- | --- | --- | --- |",
    ...direct.map((each) =>
      row(each.name, each.version, each.licence, purposeOf(each.name), each.askedBy.filter(isOurs).join(", ")),
    ),
    "",
    "## What those ask for",
    "",
    "| Package | Version | Licence | Asked for by |",
    "| --- | --- | --- | --- |",
    ...other.map((each) => row(each.name, each.version, each.licence, each.askedBy.join(", "))),
    "",
  ].join("\n");
}

function isDirect({ askedBy }: ShippedDependency): boolean {
  return askedBy.some(isOurs);
}

function isOurs(name: string): boolean {
  return name === "likewise" || name.startsWith("@likewise/");
}

function purposeOf(name: string): string {
  const purpose = purposes[name];
  if (purpose === undefined) throw new Error(`say in scripts/licences/licence-list.ts what ${name} is for`);
  return purpose;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
