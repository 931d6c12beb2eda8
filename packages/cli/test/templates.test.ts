import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { studyTemplates } from "@likewise/simulate";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const templates = studyTemplates.map(({ id }) => id);

async function initialised(template: string, ...words: string[]): Promise<string> {
  const folder = join(temporaryFolder(), "study");
  expect(await runCommand("init", "--template", template, "--out", folder, ...words)).toMatchObject({
    code: 0,
    err: "",
  });
  return folder;
}

/** Every file of a folder by its path in it. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, "utf8")];
    }),
  );
}

describe.each(templates)("a study from the template %s", (template) => {
  it("has nothing to report at check, runs, and publishes what the plan asks for", { timeout: 300_000 }, async () => {
    const folder = await initialised(template);
    expect(readFileSync(join(folder, "README.md"), "utf8").split("\n")[0]).toMatch(/^# SYNTHETIC/);
    expect(readFileSync(join(folder, "study.yaml"), "utf8").split("\n")[0]).toMatch(/^# SYNTHETIC/);

    const check = await runCommand("check", folder, "--json");
    expect(check).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(check.out).issues).toEqual([]);

    expect(await runCommand("run", folder, "--threads", "1")).toMatchObject({ code: 0 });
    const results = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8"));
    expect(results.study.synthetic).toBe(true);
    expect(results.tables.length).toBeGreaterThan(0);
    expect(results.refusals.filter(({ id }: { id: string }) => id === "harm-unmatched")).toEqual([]);
    expect(existsSync(join(folder, "out/report.html"))).toBe(true);

    if (template === "high-risk-case-management") {
      // At level 2 money is a scenario; the council's grant ends three months after the extracts.
      expect(results.economics).toMatchObject({
        scenario: true,
        refusals: ["saving-below-level-3", "worth-of-evidence"],
      });
      expect(results.economics.appraisal.benefitCostRatio.estimate).toBeGreaterThan(0);
      expect(results.economics.funding.cliffs).toMatchObject([{ day: "2025-03-31", funders: ["Council"] }]);
    }
    const [headline] = results.comparisons;
    if (template !== "one-to-one-behaviour-change") {
      expect(headline.estimates.some(({ primary }: { primary: boolean }) => primary)).toBe(true);
      return;
    }
    // Nobody to compare with: every effect refused, and the bottom of both scales said.
    expect(headline.estimates).toEqual([]);
    expect(headline.refusals[0].why).toMatch(/^there is no comparison group/);
    expect(headline.evidence.map(({ level }: { level: number }) => level)).toEqual([1, 2]);
    expect(headline.claims.map(({ verdict }: { verdict: string }) => verdict)).toEqual(Array(3).fill("cannot-say"));
  });
});

describe("init --template", () => {
  it("writes the same bytes for a seed, wherever it is said, and others for another", async () => {
    const one = filesOf(await initialised("groupwork", "--seed", "5"));
    const named = join(temporaryFolder(), "study");
    await runCommand("init", named, "--template", "groupwork", "--seed", "5");
    expect(filesOf(named)).toEqual(one);
    expect(filesOf(await initialised("groupwork", "--seed", "6"))).not.toEqual(one);
  });

  it("names every template in its help", async () => {
    const { out } = await runCommand("init", "--help");
    for (const template of templates) expect(out.replaceAll(/\s+/g, "")).toContain(template);
  });

  it.each([
    ["an unknown template", ["--template", "group-work"], /template group-work is not known; did you mean groupwork\?/],
    ["a template and extracts", ["--template", "groupwork", "--from", "."], /--from has no meaning with --template/],
    ["a seed that is no number", ["--template", "groupwork", "--seed", "x"], /seed/],
    ["a seed for extracts", ["--from", ".", "--seed", "1"], /--seed has no meaning with --from/],
  ])("%s is refused with code 2, and nothing is written", async (_, words, message) => {
    const folder = join(temporaryFolder(), "study");
    const { code, err } = await runCommand("init", folder, ...words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(folder)).toBe(false);
  });

  it("never writes over a folder", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "study.yaml"), "mine\n");
    const { code, err } = await runCommand("init", "--template", "groupwork", "--out", folder);
    expect(code).toBe(2);
    expect(err).toMatch(/is not empty: name a new one/);
    expect(filesOf(folder)).toEqual({ "/study.yaml": "mine\n" });
  });
});
