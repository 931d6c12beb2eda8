import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { stringify } from "yaml";
import { messyExtracts, simulateProgramme } from "../../packages/simulate/src/index.ts";
import { splitCells } from "./cells.ts";

/** A small study in memory, to be spoilt. */
export interface SampleStudy {
  readonly name: string;
  /** How often it is taken, against the others. */
  readonly weight: number;
  /** Text of its study.yaml. */
  readonly plan: string;
  /** Bytes by the name the plan gives them. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Rows of data in each file. */
  readonly rows: ReadonlyMap<string, number>;
}

/** The studies that fuzzing starts from: one file without dates in every form, and
 * twelve files of five systems with errors in them. */
export function sampleStudies(): readonly SampleStudy[] {
  return [trial(), programme(), ...containers()];
}

/** The same people as every other kind of file that can be read. */
function containers(): SampleStudy[] {
  const folder = new URL("./containers/", import.meta.url);
  const { plan, rows } = trial();
  return readdirSync(folder)
    .sort()
    .map((stored) => {
      const bytes = readFileSync(new URL(stored, folder));
      const name = stored === "releases.duckdb.gz" ? "releases.duckdb" : stored;
      const file = `data/${name}`;
      return {
        name,
        weight: 0.12,
        plan: plan.replaceAll("data/releases.csv", file),
        files: new Map([[file, name === stored ? bytes : gunzipSync(bytes)]]),
        rows: new Map([[file, rows.get("data/releases.csv")!]]),
      };
    });
}

/** The first people of the shipped trial. */
function trial(): SampleStudy {
  const folder = new URL("../../reports/tarp/", import.meta.url);
  const lines = readFileSync(new URL("data/releases.csv", folder), "utf8").split("\n");
  return sampleStudy("trial", 2, readFileSync(new URL("study.yaml", folder), "utf8"), {
    "data/releases.csv": Buffer.from(`${lines.slice(0, 61).join("\n")}\n`),
  });
}

function programme(): SampleStudy {
  const { files, plan } = messyExtracts(simulateProgramme({ seed: 5, referrals: 44, pool: 60 }));
  const bytes = Object.fromEntries(files.map(({ name, text }) => [name, Buffer.from(text)]));
  return sampleStudy("programme", 1, stringify(plan, { lineWidth: 120 }), bytes);
}

function sampleStudy(name: string, weight: number, plan: string, files: Readonly<Record<string, Buffer>>): SampleStudy {
  const entries = Object.entries(files);
  const rows = entries.map(([file, bytes]) => [file, splitCells(bytes.toString("utf8")).length - 1] as const);
  return { name, weight, plan, files: new Map(entries), rows: new Map(rows) };
}
