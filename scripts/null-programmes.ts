/**
 * Simulates programmes that do nothing for people selected on recent events, from seeds fixed in advance, and writes by
 * how much their before-and-after falls all the same, and how often what selection alone leads to was foreseen.
 *
 * Run: npx tsx --conditions=source scripts/null-programmes.ts --to 1000 --out packages/offending/oracles/null-programmes.json
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type NullCell, runNullProgramme } from "./null-programmes/run-null-programme.ts";
import { summariseCell } from "./null-programmes/summarise-cell.ts";

const { values } = parseArgs({
  options: { to: { type: "string", default: "100" }, out: { type: "string" } },
});
const cells: NullCell[] = [0.1, 0.38].flatMap((basePrevalence) =>
  [0.5, 1, 2, 4].map((shape) => ({ shape, basePrevalence, atLeast: 1 })),
);
const summaries = cells.map((cell) => {
  const programmes = Array.from({ length: Number(values.to) }, (_, i) => runNullProgramme(cell, i + 1));
  const summary = summariseCell(cell, programmes);
  const { naiveFallPoints: fall, coverage, inRange, inRangeWithChance } = summary;
  console.log(
    `base ${100 * cell.basePrevalence} %, shape ${cell.shape}: falls by ${fall.mean.toFixed(1)} points ` +
      `(${fall.least.toFixed(1)} to ${fall.greatest.toFixed(1)}) without any effect; ` +
      `prediction interval holds ${(100 * coverage).toFixed(1)} %; range ${inRange}, with chance ${inRangeWithChance}`,
  );
  return summary;
});
if (values.out !== undefined) {
  const result = {
    what: "Programmes without effect for people selected on events of the half-year before: the naive fall, how often the 95 % prediction interval made from everybody selected from held the share after, and how often the range made without them did",
    source: {
      kind: "identity",
      working:
        "A 95 % prediction interval holds what is seen in 95 % of repetitions; written by scripts/null-programmes.ts",
    },
    cells: summaries,
  };
  writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
}
