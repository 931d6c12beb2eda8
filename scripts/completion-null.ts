/**
 * Simulates programmes that do nothing, where people at higher risk complete less often, from seeds fixed in advance, and
 * writes what completers seem to gain: counted by what became of them, and by clone, censor, weight.
 *
 * Run: npx tsx --conditions=source scripts/completion-null.ts --to 300 --out packages/compare/oracles/completion-null.json
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { confounders, runCompletionNull } from "./completion-null/run-completion-null.ts";
import { summariseContrasts } from "./completion-null/summarise-contrasts.ts";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: "20" },
    replicates: { type: "string", default: "399" },
    out: { type: "string" },
  },
});
const [to, replicates] = [Number(values.to), Number(values.replicates)];
const cells = confounders.map((confounder) => {
  const programmes = Array.from({ length: to }, (_, i) => runCompletionNull(confounder, i + 1, replicates));
  const analyses = (["naive", "unadjusted", "weighted"] as const).map((analysis) => ({
    analysis,
    ...summariseContrasts(programmes.map((programme) => programme[analysis])),
  }));
  for (const { analysis, meanPoints, coverage } of analyses)
    console.log(
      `${confounder}, ${analysis}: ${meanPoints.toFixed(1)} points, holds no effect in ${(100 * coverage).toFixed(1)} %`,
    );
  const completers = programmes.reduce((sum, programme) => sum + programme.completers, 0) / to;
  return { confounder, seeds: { from: 1, to }, people: 400, meanCompleters: completers, analyses };
});
if (values.out !== undefined) {
  const result = {
    what: "Programmes without effect in which people at higher risk complete less often: risk at a year of completers less others, by what became of them (naive) and by clone, censor, weight without and with the covariate that decides who completes",
    source: {
      kind: "identity",
      working:
        "A 95 % interval holds the truth, no difference, in 95 % of repetitions; written by scripts/completion-null.ts",
    },
    replicates,
    cells,
  };
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
}
