import { baseRisk, calibrationDesigns, smallestEffect } from "./designs.ts";
import type { CalibrationRow, VerdictRow } from "./rows.ts";
import { type CellSummary, programmesWanted, summariseCalibration } from "./summarise-calibration.ts";

/** The page on how often a verdict is wrong and how often an effect is found, from the rows on file. */
export function documentOf(rows: readonly CalibrationRow[]): string {
  const cells = summariseCalibration(rows);
  const runs = rows.filter((row): row is VerdictRow => row.kind === "full-command");
  const compared = runs.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  return `# How often a verdict is wrong, and how often an effect is found

Invented programmes from seeds fixed in advance (\`scripts/calibration.ts\`), each taken from its tables to its claims: compared,
graded, guarded, claimed. Counted are the first ${programmesWanted.toLocaleString("en-GB")} of each cell whose design reaches level 3 or more. People treated have a
risk of ${100 * baseRisk} % without the programme; the smallest effect of interest is ${Math.abs(100 * smallestEffect)} points fewer.

Where the programme does nothing, "better" or "worse" should be said of about 5 in 100 studies. Where it has the smallest effect
of interest, "better" should be said as often as the power printed for a study of that size.

## Programmes that do nothing

| Design | Drawn | Level 3 or more | Better | Worse | No clear difference | Cannot say | Better or worse | 99 % interval |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${cells
  .filter(({ truth }) => truth === "none")
  .map(noneLine)
  .join("\n")}

## Programmes with the smallest effect of interest

| Design | Treated, comparison people | Drawn | Level 3 or more | Better | Worse | Better, share | 99 % interval | Power as planned | From | Printed by \`likewise plan\` |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${cells
  .filter(({ truth }) => truth === "smallest")
  .map(effectLine)
  .join("\n")}

Power is \`powerOfTest\` for a trial; for people matched or weighted it is \`simulatedPower\` of \`simulatedComparison\`, which knows
the distances between the groups and nothing else of how these programmes are drawn. \`likewise plan\` knows only the size, the risk
and how many find a match.

## The full command

${compared} of these programmes were also written as study folders and run from files with \`likewise run\`: ingestion, cohort,
comparison, evidence, disclosure. ${agreeing(runs, rows) === compared ? "Level and verdict were the same every time" : `Level and verdict were the same for ${agreeing(runs, rows)}`}.

## The designs

${calibrationDesigns.map(({ id, label, treated, ratio }) => `- \`${id}\`: ${label}; ${treated} treated, ${treated * ratio} others.`).join("\n")}
`;
}

function noneLine(cell: CellSummary): string {
  const { design, drawn, reached, better, worse, unclear, cannotSay, share } = cell;
  return line([design, drawn, reached, better, worse, unclear, cannotSay, percent(share), intervalOf(cell)]);
}

function effectLine(cell: CellSummary): string {
  const { design, drawn, reached, better, worse, share, plan, printed } = cell;
  const { treated, ratio } = calibrationDesigns.find(({ id }) => id === design)!;
  const size = `${treated}, ${treated * ratio}`;
  const power = plan === null ? ["–", "–"] : [percent(plan.power), plan.how];
  const command = printed === null ? "–" : `${percent(printed.power)} (\`${printed.as}\`)`;
  return line([design, size, drawn, reached, better, worse, percent(share), intervalOf(cell), ...power, command]);
}

/** Programmes of which the full command says what is on file for their seed. */
function agreeing(runs: readonly VerdictRow[], rows: readonly CalibrationRow[]): number {
  return runs.reduce((sum, run) => sum + [...run.verdicts].filter((_, at) => isSame(run, at, rows)).length, 0);
}

function isSame(run: VerdictRow, at: number, rows: readonly CalibrationRow[]): boolean {
  const seed = run.from + at;
  const own = rows.find(
    (row): row is VerdictRow =>
      row.kind === "in-process" &&
      row.design === run.design &&
      row.truth === run.truth &&
      row.from <= seed &&
      seed <= row.to,
  );
  return own?.verdicts[seed - own.from] === run.verdicts[at] && own?.levels[seed - own.from] === run.levels[at];
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en-GB") : cell)).join(" | ")} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function intervalOf({ interval: [low, high] }: CellSummary): string {
  return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
}
