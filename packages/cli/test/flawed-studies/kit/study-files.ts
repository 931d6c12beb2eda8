import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";

/** A cell as a CSV holds it; `null` is a blank. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** A plan as study.yaml has it, without its `data.tables`, which follow from the tables. */
export type Plan = Readonly<Record<string, unknown>>;

/** A study as an evaluator would send it. */
export interface StudyFiles {
  readonly plan: Plan;
  /** Table of data-schemas/ to its rows; all rows of a table have the same columns. */
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Dates a source covers, where the plan says so. */
  readonly coverage?: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The extract date. */
  readonly asAt: string;
  /** The plan as it was frozen before outcomes were seen, where it was. */
  readonly frozenPlan?: Plan;
}

/** Makes one study; nothing is drawn before it is called. */
export type StudyMaker = () => StudyFiles;

/** Writes a study folder: study.yaml, data/*.csv and, where there is one, the earlier plan as study-frozen.yaml. */
export function writeStudy(folder: string, study: StudyFiles): void {
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const [name, rows] of Object.entries(study.tables)) {
    writeFileSync(join(folder, "data", `${name}.csv`), csv(rows));
  }
  writeFileSync(join(folder, "study.yaml"), stringify(withTables(study.plan, study)));
  if (study.frozenPlan) {
    writeFileSync(join(folder, "study-frozen.yaml"), stringify(withTables(study.frozenPlan, study)));
  }
}

/** Columns of `people` that are no field of the record: the plan maps them as further covariates. */
const peopleFields = new Set(
  "person role arm age sex ethnicity area risk_level index_date cluster language marital_status".split(" "),
);

function withTables(plan: Plan, { tables, coverage, asAt }: StudyFiles): Plan {
  const sources = Object.entries(tables).map(([name, rows]) => {
    const headers = Object.keys(rows[0] ?? {});
    const own = headers.filter((header) => name !== "people" || peopleFields.has(header));
    const further = headers.filter((header) => !own.includes(header));
    const source = {
      files: [`data/${name}.csv`],
      dateFormat: "yyyy-mm-dd",
      columns: Object.fromEntries(own.map((header) => [header, header])),
      ...(further.length > 0 && { covariates: Object.fromEntries(further.map((one) => [one, typed(one, rows)])) }),
      ...(coverage?.[name] && { coverage: coverage[name] }),
    };
    return [name, source];
  });
  return { version: 1, ...plan, data: { asAt, tables: Object.fromEntries(sources), sourceNote } };
}

const sourceNote = "Every record is synthetic. No person, service or area in it exists.";

function typed(header: string, rows: readonly Row[]): unknown {
  return rows.every((row) => row[header] === null || typeof row[header] === "number")
    ? { column: header, type: "number" }
    : header;
}

function csv(rows: readonly Row[]): string {
  const headers = Object.keys(rows[0] ?? {});
  const cell = (value: Cell | undefined) => (value === null || value === undefined ? "" : String(value));
  return [headers.join(","), ...rows.map((row) => headers.map((header) => cell(row[header])).join(","))]
    .join("\n")
    .concat("\n");
}
