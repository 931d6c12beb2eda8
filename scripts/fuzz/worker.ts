/** A process that tries the inputs it is told the numbers of, and says how each ended. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleStudies } from "./sample-study.ts";
import { spoiltInput } from "./spoilt-input.ts";
import { tryInput } from "./try-input.ts";

const seed = Number(process.argv[2]);
const samples = await sampleStudies();
const folder = mkdtempSync(join(tmpdir(), "likewise-fuzz-"));

process.on("message", async (index: number) => {
  const input = spoiltInput(samples, seed, index);
  const sample = samples.find(({ name }) => name === input.sample)!;
  const verdict = await tryInput(input, sample, join(folder, "study"));
  process.send!({ index, ...verdict });
});
process.send!("ready");
