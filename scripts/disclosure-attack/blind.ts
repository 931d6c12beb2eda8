/**
 * Attacks what the shipped studies and every template publish, without believing what their tables say of themselves.
 * Templates are drawn from their own seed and run; shipped studies have to have run here, and are disclosed anew.
 *
 * Run: npx tsx --conditions=source scripts/disclosure-attack/blind.ts --out scripts/disclosure-attack/blind.json
 * With --only, the name of one or more of them, whose rows alone are worked out again.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { main } from "../../packages/cli/src/index.ts";
import { disclose, profileOf } from "../../packages/disclosure/src/index.ts";
import { type BlindRow, blindRow } from "../../packages/disclosure/test/attack/blind-row.ts";
import type { Results } from "../../packages/schema/src/index.ts";
import { studyTemplates } from "../../packages/simulate/src/index.ts";

const { values } = parseArgs({
  options: { out: { type: "string" }, only: { type: "string", multiple: true, default: [] } },
});
const known: BlindRow[] =
  values.out !== undefined && existsSync(values.out) ? JSON.parse(readFileSync(values.out, "utf8")).studies : [];
const asked = (name: string) => values.only.length === 0 || values.only.includes(name);
const rows: BlindRow[] = [];
for (const name of ["perpetrator-programme", "tarp"]) rows.push(...(asked(name) ? [shipped(name)] : ofBefore(name)));
for (const { id } of studyTemplates) rows.push(...(asked(id) ? [await template(id)] : ofBefore(id)));
const result = {
  what: "Published tables of shipped studies and of every template, attacked without believing their links, names or sums: relations discovered in the exact numbers, seen in three published rows or more, and withheld counts left with fewer than three values. Templates are drawn from their own seed.",
  studies: rows,
};
for (const row of rows) console.log(row.name, `${row.withheld} of ${row.cells} withheld,`, row.pinned.length, "pinned");
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);

function ofBefore(name: string): BlindRow[] {
  return known.filter((row) => row.name === name);
}

function shipped(name: string): BlindRow {
  const folder = path.resolve(import.meta.dirname, "../../reports", name, "out");
  const { disclosure } = readResults(path.join(folder, "results.json"));
  const working = readResults(path.join(folder, "private", "results.json"));
  return blindRow(name, working, disclose(working, profileOf(disclosure!.profile, disclosure!.threshold)).results);
}

async function template(name: string): Promise<BlindRow> {
  const folder = mkdtempSync(path.join(tmpdir(), "likewise-blind-"));
  const study = path.join(folder, "study");
  try {
    await run("init", "--template", name, "--out", study);
    await run("run", study, "--threads", "1");
    const out = path.join(study, "out");
    return blindRow(
      name,
      readResults(path.join(out, "private", "results.json")),
      readResults(path.join(out, "results.json")),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(...argv: string[]): Promise<void> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const code = await main(argv, { out: say, err: say, terminal: false, now: () => 0 });
  if (code !== 0) throw new RangeError(`blind: ${argv.join(" ")} must end well, got ${code}: ${said.join("")}`);
}

function readResults(file: string): Results {
  return JSON.parse(readFileSync(file, "utf8"));
}
