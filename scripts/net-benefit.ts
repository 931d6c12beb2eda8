/**
 * Simulates programmes whose true costs, values and effects are drawn from the distributions an appraisal uses, from seeds fixed
 * in advance, and writes how often the interval of the net value holds the true one, and how sure the appraisal is of a gain where
 * there is truly none.
 *
 * Run: npx tsx --conditions=source scripts/net-benefit.ts --to 2000 --out packages/economics/oracles/net-benefit.json
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { simulatedAppraisal } from "./net-benefit/simulated-appraisal.ts";
import { coverageOfNet, meanProbability } from "./net-benefit/summarise-appraisals.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: "100" },
    draws: { type: "string", default: "1000" },
    out: { type: "string" },
  },
});
const [to, draws] = [Number(values.to), Number(values.draws)];
const programmes = (balanced: boolean) =>
  Array.from({ length: to }, (_, i) => simulatedAppraisal(i + 1, { balanced, draws }));
const uncertain = programmes(false);
const result = {
  what: "Programmes whose true numbers are drawn from the distributions used: how often the 95 % interval of net present social value holds the true one; and, where the cost is just what the programme is worth, the mean probability given that gains exceed costs",
  source: {
    kind: "identity",
    working:
      "A 95 % interval holds the truth in 95 % of repetitions; where nothing is gained or lost, either is as likely. Written by scripts/net-benefit.ts",
  },
  seeds: { from: 1, to },
  draws,
  net: coverageOfNet(uncertain),
  // For a test to draw again.
  firstFifty: coverageOfNet(uncertain.slice(0, 50)),
  balanced: meanProbability(programmes(true)),
};
console.log(JSON.stringify(result, null, 2));
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
