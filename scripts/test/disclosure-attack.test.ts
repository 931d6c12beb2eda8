import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../packages/cli/src/index.ts";
import { type BlindRow, blindRow } from "../../packages/disclosure/test/attack/blind-row.ts";
import type { Results } from "../../packages/schema/src/index.ts";
import { studyTemplates } from "../../packages/simulate/src/index.ts";

const root = path.resolve(import.meta.dirname, "../..");
const shipped = ["perpetrator-programme", "tarp"];

/** Both editions of a study that has run; null where it has not been run here, as the working edition is not shipped. */
function editionsOf(study: string): readonly [working: Results, published: Results] | null {
  const [working, published] = ["private/results.json", "results.json"].map((file) => path.join(study, "out", file));
  if (!existsSync(working!) || !existsSync(published!)) return null;
  const read = (file: string): Results => JSON.parse(readFileSync(file, "utf8"));
  return [read(working!), read(published!)];
}

/** Whether a run is of the tables as they are now: one from before says nothing of them. */
function isOld({ tables }: Results): boolean {
  return tables.some(({ id, sums }) => id === "run-chart-flow" && sums === undefined);
}

describe("published tables, attacked without believing what they say of themselves", () => {
  for (const study of shipped) {
    const editions = editionsOf(path.join(root, "reports", study));
    const why = editions === null ? "not run here" : isOld(editions[0]) ? "run before its tables were changed" : null;
    it.skipIf(why !== null)(`${why === null ? "" : `skipped: ${why}: `}${study}: no withheld count is pinned`, () => {
      expect(blindRow(study, ...editions!).pinned).toEqual([]);
    });
  }

  it("the smallest template, run now: relations are found, and no withheld count is pinned", {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "likewise-blind-"));
    const study = path.join(folder, "study");
    await run("init", "--template", "early-response", "--out", study);
    await run("run", study, "--threads", "1");
    const row = blindRow("early-response", ...editionsOf(study)!);
    rmSync(folder, { recursive: true });
    expect(row.relationsDiscovered).toBeGreaterThan(1000);
    expect(row.withheld).toBeGreaterThan(0);
    expect(row.pinned).toEqual([]);
  });

  const { studies }: { studies: BlindRow[] } = JSON.parse(
    readFileSync(path.join(root, "scripts/disclosure-attack/blind.json"), "utf8"),
  );

  it("the committed attack is on the shipped studies and on every template there is", () => {
    expect(studies.map(({ name }) => name)).toEqual([...shipped, ...studyTemplates.map(({ id }) => id)]);
  });

  it.each(studies.map((row) => [row.name, row] as const))("%s, as committed: no withheld count is pinned", (_, row) => {
    expect(row.pinned).toEqual([]);
  });
});

async function run(...argv: string[]): Promise<void> {
  let said = "";
  const say = (text: string) => {
    said += text;
  };
  expect(await main(argv, { out: say, err: say, terminal: false, now: () => 0 }), said).toBe(0);
}
