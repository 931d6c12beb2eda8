import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { killMoments } from "../kills/kill-moments.ts";
import { type KillMoment, killRun, type Likewise, timeRun } from "../kills/kill-run.ts";
import { smallStudy } from "../kills/small-study.ts";

const bin = fileURLToPath(new URL("../../packages/cli/src/bin.ts", import.meta.url));
const likewise: Likewise = [process.execPath, "--import", "tsx", "--conditions", "source", bin];
const folder = mkdtempSync(join(tmpdir(), "likewise-kills-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("killed at five random moments", () => {
  it("a run leaves the previous out/ whole, or the new one, and the next command clears the rest", {
    timeout: 300_000,
  }, async () => {
    const study = smallStudy(folder);
    const time = await timeRun(likewise, study);
    for (const moment of killMoments(5, 5, time))
      expect(await killRun(likewise, study, moment)).toMatchObject({ faults: [] });
  });
});

describe("the 200 kills whose result is committed", () => {
  const result = JSON.parse(readFileSync(new URL("../kills/result.json", import.meta.url), "utf8"));

  it("were 200, at the moments their seed draws, and left nothing half-written", () => {
    expect(result.kills).toBe(200);
    const drawn = killMoments(result.seed, 3 * result.kills, result.millisecondsOfARun)[Symbol.iterator]();
    for (const { after, milliseconds } of result.moments) {
      // The time of a run is written down in whole milliseconds, so a moment drawn from it again may be one off.
      const isThis = (moment: KillMoment) =>
        moment.after === after && Math.abs(moment.milliseconds - milliseconds) <= 1;
      let moment = drawn.next();
      while (!moment.done && !isThis(moment.value)) moment = drawn.next();
      expect(moment.done).toBe(false);
    }
    expect(result.moments).toHaveLength(200);
    expect(result.found.notWhole).toBe(0);
    const { previousWhole, newWhole, putBackByTheNextCommand } = result.found;
    expect(previousWhole + newWhole + putBackByTheNextCommand).toBe(200);
    expect(Math.min(previousWhole, newWhole)).toBeGreaterThan(0);
  });
});
