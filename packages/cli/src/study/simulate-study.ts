import { readdir } from "node:fs/promises";
import { Failure } from "@likewise/schema";
import { messyExtracts, simulateProgramme } from "@likewise/simulate";
import { stringify } from "yaml";
import type { Console } from "../terminal/console.ts";
import { wholeNumber } from "../terminal/whole-number.ts";
import { writeTexts } from "./write-texts.ts";

interface SimulateOptions {
  readonly dir: string;
  readonly seed?: string;
  readonly referrals?: string;
  readonly pool?: string;
}

/** Writes a synthetic study folder: plan, extracts as received, and what was planted in them. */
export async function simulateStudy(options: SimulateOptions, console: Console): Promise<number> {
  await requireEmpty(options.dir);
  const programme = simulateProgramme({
    seed: wholeNumber("seed", options.seed, 1),
    referrals: wholeNumber("referrals", options.referrals, 620),
    pool: wholeNumber("pool", options.pool, 3000),
  });
  const { files, planted, plan } = messyExtracts(programme);
  await writeTexts(options.dir, {
    "study.yaml": `${header}${stringify(plan, { lineWidth: 120 })}`,
    "planted-errors.json": `${JSON.stringify({ synthetic: true, planted }, null, 2)}\n`,
    ...Object.fromEntries(files.map(({ name, text }) => [name, text])),
  });
  console.out(`Synthetic study written to ${options.dir}: ${files.length} files, ${planted.length} planted errors\n`);
  return 0;
}

const header = ["# Synthetic: every person, service and place in this study is invented.", ""].join("\n");

async function requireEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) throw new Failure("usage", `the folder ${folder} is not empty: name a new one`);
}
