/**
 * Kills `likewise run` at random moments and looks at `out/` after each: it must be the previous run whole or the new
 * one whole, or be put back by the next command.
 *
 * Run: npx tsc -b && npx tsx --conditions=source scripts/kills.ts --kills 200 --seed 1 --out scripts/kills/result.json
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { killMoments } from "./kills/kill-moments.ts";
import { type KillOutcome, killRun, type Likewise, timeRun } from "./kills/kill-run.ts";
import { smallStudy } from "./kills/small-study.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});
const likewise: Likewise = [process.execPath, fileURLToPath(new URL("../packages/cli/dist/bin.js", import.meta.url))];
const folder = mkdtempSync(join(tmpdir(), "likewise-kills-"));
try {
  const study = smallStudy(folder);
  await timeRun(likewise, study);
  const time = await timeRun(likewise, study);
  const outcomes: KillOutcome[] = [];
  // A run that ended before its moment was not killed; the next moment stands in for it.
  const moments = killMoments(Number(values.seed), 3 * Number(values.kills), time);
  let tooLate = 0;
  for (let next = 0; outcomes.length < Number(values.kills); next++) {
    const outcome = await killRun(likewise, study, moments[next]!);
    if (!outcome.killed) {
      tooLate++;
      continue;
    }
    outcomes.push(outcome);
    if (outcomes.length % 20 === 0) console.error(`${outcomes.length} of ${values.kills}`);
  }
  const result = {
    seed: Number(values.seed),
    kills: outcomes.length,
    node: process.versions.node,
    millisecondsOfARun: time,
    found: {
      previousWhole: outcomes.filter(({ found }) => found === "previous").length,
      newWhole: outcomes.filter(({ found }) => found === "new").length,
      putBackByTheNextCommand: outcomes.filter(({ found }) => found === "absent").length,
      notWhole: outcomes.filter(({ faults }) => faults.length > 0).length,
    },
    runsThatEndedBeforeTheirMoment: tooLate,
    leftBesideOut: Object.fromEntries(
      ["lock", "previous", "scratch", "staging"].map((name) => [
        name,
        outcomes.filter(({ left }) => left.includes(name)).length,
      ]),
    ),
    moments: outcomes.map(({ after, milliseconds, found, faults }) => ({
      after,
      milliseconds,
      found,
      ...(faults.length > 0 ? { faults } : {}),
    })),
  };
  const { moments: _, ...summary } = result;
  console.log(JSON.stringify(summary, null, 2));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(result, null, 1)}\n`);
  process.exitCode = result.found.notWhole > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
