import { type Columns, cell, rowsWhere } from "@likewise/schema";
import { messyExtracts, type SimulatedProgramme, simulateProgramme } from "@likewise/simulate";
import { stringify } from "yaml";
import type { Console } from "../terminal/console.ts";
import { wholeNumber } from "../terminal/whole-number.ts";
import { jsonText } from "./json-text.ts";
import { requireNewFolder } from "./require-new-folder.ts";
import { writeTexts } from "./write-texts.ts";

interface SimulateOptions {
  readonly dir: string;
  readonly seed?: string;
  readonly referrals?: string;
  readonly pool?: string;
}

/** Writes a synthetic study folder: plan, extracts as received, and what was planted in them. */
export async function simulateStudy(options: SimulateOptions, console: Console): Promise<number> {
  await requireNewFolder(options.dir);
  const programme = simulateProgramme({
    seed: wholeNumber("seed", options.seed, 1),
    referrals: wholeNumber("referrals", options.referrals, 620),
    pool: wholeNumber("pool", options.pool, 3000),
  });
  const { files, planted, plan } = messyExtracts(programme);
  await writeTexts(options.dir, {
    "study.yaml": `${header}${stringify(plan, { lineWidth: 120 })}`,
    "truth.json": jsonText(truth(programme)),
    "planted-errors.json": jsonText({ synthetic: true, planted }),
    ...Object.fromEntries(files.map(({ name, text }) => [name, text])),
  });
  console.out(`Synthetic study written to ${options.dir}: ${files.length} files, ${planted.length} planted errors\n`);
  return 0;
}

const header = ["# Synthetic: every person, service and place in this study is invented.", ""].join("\n");

/** The effect of a place that the simulation knows, over everyone referred who is in the police records. */
function truth(programme: SimulatedProgramme): object {
  const ids = referredAndRecorded(programme.tables);
  return {
    synthetic: true,
    about:
      "Mean expected outcome if offered a place less that if not, given what is recorded of each person up to the decision, over everyone referred and found in the police records. People matched are a part of them, and their own truth differs a little.",
    people: ids.length,
    effects: Object.fromEntries(programme.plan.outcomes.map(({ id }) => [id, programme.truth(ids, id)])),
  };
}

function referredAndRecorded({ selections, searches, people }: SimulatedProgramme["tables"]): string[] {
  const adult = idsWhere(
    people!,
    (row) => cell(people!.columns.age!, row) !== null && Number(cell(people!.columns.age!, row)) >= 18,
  );
  const found = idsWhere(searches!, (row) => cell(searches!.columns.found!, row) === true);
  const selected = idsWhere(selections!, (row) => cell(selections!.columns.panel_decision!, row) === "selected");
  return [...selected].filter((id) => adult.has(id) && found.has(id));
}

function idsWhere(table: Columns, test: (row: number) => boolean): Set<string> {
  return new Set(Array.from(rowsWhere(table, test), (row) => String(cell(table.columns.person!, row))));
}
