/**
 * Simulates the default programme from seeds fixed in advance, runs the headline comparison of its plan on each, and
 * writes how often the interval held the truth.
 *
 * Run: npx tsx --conditions=source scripts/coverage.ts --from 1 --to 2000 --out packages/simulate/oracles
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type CoveredSeed, coverSeed } from "./interval-coverage/cover-seed.ts";
import { csvOfSeeds } from "./interval-coverage/csv-of-seeds.ts";
import { summarise } from "./interval-coverage/summarise.ts";

const { values } = parseArgs({
  options: { from: { type: "string", default: "1" }, to: { type: "string", default: "200" }, out: { type: "string" } },
});
const [from, to] = [Number(values.from), Number(values.to)];
const seeds: CoveredSeed[] = [];
for (let seed = from; seed <= to; seed++) {
  seeds.push(coverSeed(seed));
  if (seed % 50 === 0) console.error(`seed ${seed} of ${to}`);
}
const summary = summarise(seeds);
console.log(JSON.stringify(summary, null, 2));
if (values.out !== undefined) {
  writeFileSync(`${values.out}/coverage-${seeds.length}.csv`, csvOfSeeds(seeds));
  writeFileSync(`${values.out}/coverage-${seeds.length}.json`, `${JSON.stringify(summary, null, 2)}\n`);
}
