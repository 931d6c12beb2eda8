/**
 * Spoils small studies in thousands of ways and has `likewise check` and `likewise run` read them: each must end in
 * 0, 2, 3 or 4, in time, with a message that names a place and no cell, and with every row accounted for.
 *
 * Run: npx tsx --conditions=source scripts/fuzz.ts --inputs 20000 --seed 1 --out scripts/fuzz/result.json
 * After mending, only the inputs in which something was found, noted as such: --again scripts/fuzz/result.json
 * One mutation alone: the same with --only huge-cell. One input again, kept in a folder: npx tsx --conditions=source scripts/fuzz.ts --seed 1 --keep 17 --folder /tmp/17
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { sampleStudies } from "./fuzz/sample-study.ts";
import { spoiltInput } from "./fuzz/spoilt-input.ts";
import { summarise } from "./fuzz/summarise.ts";
import { writeStudy } from "./fuzz/try-input.ts";
import { type NumberedVerdict, withWatchdog } from "./fuzz/with-watchdog.ts";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000" },
    from: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    processes: { type: "string", default: String(availableParallelism()) },
    only: { type: "string" },
    out: { type: "string" },
    again: { type: "string" },
    keep: { type: "string" },
    folder: { type: "string" },
  },
});
const seed = Number(values.seed);
const samples = await sampleStudies();
if (values.keep !== undefined) {
  const input = spoiltInput(samples, seed, Number(values.keep));
  writeStudy(input, values.folder!);
  console.log(JSON.stringify({ ...input, plan: undefined, files: undefined, rows: Object.fromEntries(input.rows) }));
} else if (values.again !== undefined) {
  const before = JSON.parse(readFileSync(values.again, "utf8"));
  const indexes: number[] = [...new Set<number>(before.findings.map(({ index }: { index: number }) => index))];
  const verdicts: NumberedVerdict[] = [];
  await withWatchdog(before.seed, indexes, 1, (verdict) => verdicts.push(verdict));
  const findings = verdicts.flatMap(({ index, findings }) => findings.map((finding) => ({ index, ...finding })));
  const triedAgain = [...(before.triedAgain ?? []), ...verdicts.map(({ index, code }) => ({ index, code }))];
  writeFileSync(values.again, `${JSON.stringify({ ...before, findings, triedAgain }, null, 2)}\n`);
  process.exitCode = findings.length > 0 ? 1 : 0;
} else {
  const all = Array.from({ length: Number(values.inputs) }, (_, at) => Number(values.from) + at);
  const isWanted = (index: number) => spoiltInput(samples, seed, index).mutations.includes(values.only!);
  const indexes = values.only === undefined ? all : all.filter(isWanted);
  const verdicts: NumberedVerdict[] = [];
  const from = performance.now();
  await withWatchdog(seed, indexes, Number(values.processes), (verdict) => {
    verdicts.push(verdict);
    for (const { kind, what } of verdict.findings) console.error(`${verdict.index}: ${kind}: ${what}`);
    if (verdicts.length % 1000 === 0) console.error(`${verdicts.length} of ${indexes.length}`);
  });
  const inputs = indexes.map((index) => spoiltInput(samples, seed, index));
  const seconds = Math.round((performance.now() - from) / 1000);
  const result = { seed, node: process.versions.node, seconds, ...summarise(inputs, verdicts) };
  console.log(JSON.stringify(result, null, 2));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
  process.exitCode = result.findings.length > 0 ? 1 : 0;
}
