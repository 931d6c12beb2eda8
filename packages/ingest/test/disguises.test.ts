import { readFileSync } from "node:fs";
import { ingestStudy, readFlatFile } from "@likewise/ingest";
import type { ColumnPlan, Failure, TableSource } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, withFolder } from "./study-folder.ts";

type Meaning = "id" | "category" | "text" | "integer" | "number" | "date";

interface Extract {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly repeat?: { readonly times: number };
}

interface Disguise {
  readonly id: string;
  readonly note: string;
  readonly files: readonly Extract[];
  readonly mappedAs: Readonly<Record<string, Meaning>>;
  readonly identifying: readonly string[];
  readonly expect: "stopped" | "row-rejected";
  readonly rowsWithIt?: readonly number[];
}

interface Innocent {
  readonly id: string;
  readonly note: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly mappedAs: Readonly<Record<string, Meaning>>;
}

const { disguises, innocent } = JSON.parse(
  readFileSync(new URL("disguises/disguises.json", import.meta.url), "utf8"),
) as { disguises: readonly Disguise[]; innocent: readonly Innocent[] };

/** Columns of an address or a date that are harmless alone, and may be stopped with the one that is not. */
const mayGoWithIt: Readonly<Record<string, readonly string[]>> = {
  "postcode-split-over-two-columns": ["Area 1"],
  "address-over-three-columns": ["L1", "L3"],
};

function rowsOf({ rows, repeat }: Extract): readonly (readonly string[])[] {
  if (repeat === undefined) return rows;
  const [repeated, last] = [rows.slice(0, -5), rows.slice(-5)];
  return [...Array.from({ length: repeat.times }, () => repeated).flat(), ...last];
}

function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}

/** The columns a message names as stopped, and the rows rejected for what they hold. */
interface Ending {
  readonly message: string;
  readonly stopped: readonly string[];
  readonly rejected: readonly number[];
}

function stoppedBy(failure: Failure, header: readonly string[]): Ending {
  expect(failure.kind).toBe("usage");
  const { message } = failure;
  return { message, stopped: header.filter((name) => message.includes(`column "${name}"`)), rejected: [] };
}

const reasons = ["identifier_in_cell", "free_text"];

/** Reads every column of an extract, as `compare` does without a plan. */
function readAll(header: readonly string[], rows: readonly (readonly string[])[], id: string | undefined) {
  return withFolder({ "x.csv": csvOf(header, rows) }, (folder) =>
    readFlatFile({ file: `${folder}/x.csv`, columns: header, id }).then(
      ({ issues }): Ending => ({
        message: "",
        stopped: [],
        rejected: issues.filter(({ code }) => reasons.includes(code)).map(({ row }) => row!),
      }),
      (failure: Failure) => stoppedBy(failure, header),
    ),
  );
}

/** Reads every column of an extract as the analyst of the fixture declared it: people and their covariates. */
function readAsDeclared(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  mappedAs: Readonly<Record<string, Meaning>>,
) {
  const person = header.find((name) => mappedAs[name] === "id");
  const covariates = header
    .filter((name) => name !== person)
    .map((name, index): [string, ColumnPlan] => {
      const meaning = mappedAs[name]!;
      // The order of an innocent date is another test's; here it is read as it stands.
      return [`c${index}`, { column: name, type: meaning === "id" || meaning === "date" ? "text" : meaning }];
    });
  const people: TableSource = {
    files: ["x.csv"],
    standing: "first",
    columns: person === undefined ? {} : { person },
    covariates: Object.fromEntries(covariates),
  };
  return withFolder({ "x.csv": csvOf(header, rows) }, (folder) =>
    ingestStudy({ plan: planOf({ people }), folder }).then(
      ({ issues }): Ending => ({
        message: "",
        stopped: [],
        rejected: issues.filter(({ code }) => reasons.includes(code)).map(({ row }) => row!),
      }),
      (failure: Failure) => stoppedBy(failure, header),
    ),
  );
}

describe("a disguised identifier is found", () => {
  for (const disguise of disguises) {
    it(`${disguise.id}: ${disguise.note}`, async () => {
      for (const file of disguise.files) {
        const { header } = file;
        const rows = rowsOf(file);
        const here = disguise.identifying.filter((name) => header.includes(name));
        const endings = [
          await readAll(
            header,
            rows,
            header.find((name) => disguise.mappedAs[name] === "id"),
          ),
          await readAsDeclared(header, rows, disguise.mappedAs),
        ];
        for (const { message, stopped, rejected } of endings) {
          if (disguise.expect === "stopped") {
            const allowed = mayGoWithIt[disguise.id] ?? [];
            expect(stopped.filter((name) => !allowed.includes(name))).toEqual(here);
            for (const name of here) {
              const column = header.indexOf(name);
              for (const row of rows) {
                if (row[column]!.length > 4)
                  expect(message.replaceAll(JSON.stringify(name), "")).not.toContain(row[column]);
              }
            }
          } else {
            expect(stopped).toEqual([]);
            if (disguise.mappedAs[here[0]!] === "category") {
              expect([...new Set(rejected)]).toEqual(disguise.rowsWithIt);
            }
          }
        }
      }
    });
  }
});

describe("what identifies nobody is read", () => {
  for (const { id, note, header, rows, mappedAs } of innocent) {
    it(`${id}: ${note}`, async () => {
      const read = await readAll(header, rows, header[0]);
      expect([read.message, read.rejected]).toEqual(["", []]);
      const declared = await readAsDeclared(header, rows, mappedAs);
      expect([declared.message, declared.rejected]).toEqual(["", []]);
    });
  }
});
