import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { poolStudies } from "@likewise/compare";
import type { Results } from "@likewise/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const root = temporaryFolder();
const trial = join(repository, "reports/tarp");
const lines = readFileSync(join(trial, "data/releases.csv"), "utf8").trimEnd().split("\n");

/** Every third person of the real trial, as if each third were a study of its own. */
async function third(title: string, of: number, change: (plan: Record<string, never>) => void = () => {}) {
  const folder = join(root, title.replaceAll(/\W+/g, "-"));
  mkdirSync(join(folder, "data"), { recursive: true });
  const rows = lines.filter((_, line) => line === 0 || line % 3 === of);
  writeFileSync(join(folder, "data/releases.csv"), `${rows.join("\n")}\n`);
  const plan = parse(readFileSync(join(trial, "study.yaml"), "utf8"));
  plan.title = title;
  change(plan);
  writeFileSync(join(folder, "study.yaml"), stringify(plan));
  const { code, err } = await runCommand("run", folder, "--threads", "1");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return join(folder, "out");
}

let outs: string[];
beforeAll(async () => {
  outs = [await third("Aid <b>in</b> Zeal", 0), await third("Aid in Ashton", 1), await third("Aid in Beck", 2)];
}, 240_000);
afterAll(() => rmSync(root, { recursive: true }));

const resultsIn = (out: string): Results => JSON.parse(readFileSync(join(out, "results.json"), "utf8"));
async function pageOf(...folders: string[]): Promise<string> {
  const page = join(root, "portfolio.html");
  const { code, err } = await runCommand("portfolio", ...folders, "--page", page);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return readFileSync(page, "utf8");
}

describe("a portfolio", () => {
  it("has the studies by name, whatever order they are given in, each with level, interval, people and safety", async () => {
    const page = await pageOf(...outs);
    expect(await pageOf(...[...outs].reverse())).toBe(page);
    const rows = [...page.matchAll(/<tr><th scope="row">(Aid[^\n]*?)<\/th>/g)].map(([, title]) => title);
    expect(rows.slice(0, 3)).toEqual(["Aid &lt;b&gt;in&lt;/b&gt; Zeal", "Aid in Ashton", "Aid in Beck"]);
    expect(page.match(/Level 3 of 5/g)).toHaveLength(3);
    // Of each study, by victim-survivors' own account and what it cost.
    expect(page.match(/>Not measured</g)).toHaveLength(6);
    expect(page).not.toMatch(/\brank(ed|ing)?\b(?!, or)|best performing|league/i);
    expect(page).toContain("Which programme is best.");
    expect(page).not.toContain("<script");
  });

  it("brings three together by a random-effects meta-analysis of what was published, without where one more would lie", async () => {
    const page = await pageOf(...outs);
    const estimates = outs.map((out) => resultsIn(out).comparisons[0]!.estimates.find(({ primary }) => primary)!);
    const pooled = poolStudies({
      measure: "riskDifference",
      estimates: estimates.map(({ estimate }) => estimate as number),
      standardErrors: estimates.map(({ standardError }) => standardError as number),
    })!;
    const written = (share: number) => (Math.round(1000 * share) / 10).toFixed(1).replace("-", "−");
    expect(page).toContain(`>${written(pooled.estimate)}<`);
    expect(pooled.prediction).toBeNull();
    expect(page).toContain("is not given: 3 studies say too little of how much programmes differ");
    expect(page).toContain("What would make it possible: 5 studies or more.");
  });

  it("says nothing of how much two studies differ", async () => {
    const page = await pageOf(...outs.slice(0, 2));
    expect(page).toContain("Fewer than three of these studies");
    expect(page).not.toContain("One more study like these</th>");
  });

  it("refuses unlike definitions, and names every difference and who has which", async () => {
    const other = await third("Aid in Cole", 1, (plan: { outcomes?: { definition: string; basis: string }[] }) => {
      Object.assign(plan.outcomes![0]!, { definition: "first-conviction-52-weeks", basis: "proven" });
    });
    const { code, err } = await runCommand("portfolio", outs[1]!, other, "--page", join(root, "no.html"));
    expect(code).toBe(2);
    expect(err).toContain(
      "definition of the outcome: first-arrest-52-weeks (Aid in Ashton), first-conviction-52-weeks (Aid in Cole)",
    );
    expect(err).toContain("kind of record it rests on: charged (Aid in Ashton), proven (Aid in Cole)");
  });

  it("refuses one study alone, one twice, and a working edition", async () => {
    const private_ = join(root, "private");
    cpSync(outs[1]!, private_, { recursive: true });
    writeFileSync(
      join(private_, "results.json"),
      JSON.stringify({ ...resultsIn(outs[1]!), edition: "working", disclosure: null }),
    );
    const errors = [];
    for (const folders of [[outs[1]!], [outs[1]!, outs[1]!], [outs[0]!, private_]]) {
      const { code, err } = await runCommand("portfolio", ...folders, "--page", join(root, "no.html"));
      expect(code).toBe(2);
      errors.push(err);
    }
    expect(errors[0]).toContain("two or more studies");
    expect(errors[1]).toContain("are called");
    expect(errors[2]).toContain("working edition");
  });
});
