// Copies the regressions on Rossi's data out of the project's reference values into this folder:
//   node packages/stats/oracles/extract-regression.mjs PATH/TO/oracle-values.json
// The rows themselves are in rossi.json. The reference holds results computed in R; its own text says how.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("usage: node extract-regression.mjs PATH/TO/oracle-values.json");
const { rossi, software } = JSON.parse(readFileSync(path, "utf8"));
const keys = [
  "logistic_arrest", "standardised_risks_from_logistic", "modified_poisson_arrest",
  "poisson_rate_arrest_offset_log_week", "poisson_prio", "negative_binomial_prio",
];
const value = {
  what: "Regressions on Rossi, Berk and Lenihan's data (432 people), every stored number",
  source: {
    kind: "software",
    software: { R: software.R, sandwich: software.sandwich, MASS: software.MASS },
    script: "extract-regression.mjs, from the project's reference values (entry rossi)",
  },
  tolerance: { iterative: 1e-7, negativeBinomial: 1e-5 },
  ...Object.fromEntries(keys.map((key) => [key, rossi[key]])),
};
const here = dirname(fileURLToPath(import.meta.url));
writeFileSync(join(here, "rossi-regressions.json"), `${JSON.stringify(value)}\n`);
