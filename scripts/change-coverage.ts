/**
 * Simulates people who change at different rates, of whom a quarter leaves depending on scores seen, from seeds fixed in advance,
 * and writes how often the 95 % interval of change from the first to the last wave holds the true one; and how often it would were
 * everybody taken to change alike.
 *
 * Run: npx tsx --conditions=source scripts/change-coverage.ts --to 5000 --out packages/measures/oracles/change-coverage.json
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { simulatedWaves } from "./change-coverage/simulated-waves.ts";
import { summariseWaves } from "./change-coverage/summarise-waves.ts";

const { values } = parseArgs({ options: { to: { type: "string", default: "100" }, out: { type: "string" } } });
const to = Number(values.to);
const studies = Array.from({ length: to }, (_, i) => simulatedWaves(i + 1));
const result = {
  what: "Forty people with four waves who change at different rates, a quarter lost depending on scores seen: how often the 95 % interval of mean change from first to last holds the true one, as changeOverWaves has it and were everybody taken to change alike",
  source: {
    kind: "identity",
    working: "A 95 % interval holds the truth in 95 % of repetitions. Written by scripts/change-coverage.ts",
  },
  seeds: { from: 1, to },
  all: summariseWaves(studies),
  // For a test to draw again.
  firstTwenty: summariseWaves(studies.slice(0, 20)),
};
console.log(JSON.stringify(result, null, 2));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
