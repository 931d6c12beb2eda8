import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { escapeText, guardWording } from "@likewise/report";
import type { Claim, Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blindStudies, writeStudy } from "./flawed-studies/index.ts";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

/** What was written of the studies before they met the code; see the file. */
interface Expectations {
  readonly flaws: Readonly<Record<string, string>>;
  readonly flawed: readonly (Expected & {
    readonly flaw: string;
    readonly orNamedAs?: readonly string[];
    readonly levelAtMost: number;
    readonly causal: "never";
  })[];
  readonly sound: readonly (Expected & {
    readonly levelAtLeast: number;
    readonly causal: "required" | "forbidden";
    readonly assumption?: keyof typeof assumptionRules;
  })[];
}

interface Expected {
  readonly id: string;
  readonly verdicts: readonly Claim["verdict"][];
  readonly exitCodes: readonly number[];
}

const expectations: Expectations = parse(
  readFileSync(join(repository, "packages/cli/test/flawed-studies/expectations.yaml"), "utf8"),
);

/** Guards whose words name a flaw of the list under another id than their own. */
const alsoNames: Readonly<Record<string, readonly string[]>> = {
  "differential-attrition": ["selective-linkage"],
};

/** Sentences that name an assumption of the list. */
const assumptionRules = {
  "random-allocation": ["assumption-random-allocation", "assumption-loss-and-balance"],
  "order-unrelated-to-people": ["assumption-order-as-random"],
  "nothing-unmeasured-differs": ["assumption-unmeasured"],
} as const;

interface Told {
  readonly code: number;
  readonly results: Results;
  readonly headline: Claim;
  readonly level: number | null;
  readonly pages: string;
}

/** The study from its files to its published pages, as its evaluator would run it. */
async function told(id: string): Promise<Told> {
  const folder = temporaryFolder();
  try {
    writeStudy(folder, blindStudies[id]!());
    await freezeFirst(folder);
    const { code, err } = await runCommand("run", folder, "--threads", "1");
    expect(err).not.toContain("fault of ours");
    const read = (name: string) => readFileSync(join(folder, "out", name), "utf8");
    const results: Results = JSON.parse(read("results.json"));
    const [comparison] = results.comparisons;
    const primary = results.study.outcomes.find((outcome) => outcome.primary) ?? results.study.outcomes[0]!;
    const headline = comparison!.claims.find(({ outcome }) => outcome === primary.id)!;
    const grade = comparison!.evidence.find(
      ({ scale, estimates }) =>
        scale === "wwclg" &&
        (headline.estimate === null ? estimates.length === 0 : estimates.includes(headline.estimate)),
    );
    return {
      code,
      results,
      headline,
      level: grade?.level ?? null,
      pages: read("report.html") + read("dashboard.html"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The plan as frozen takes the place of the other for a moment. */
async function freezeFirst(folder: string): Promise<void> {
  const [plan, frozen, aside] = ["study.yaml", "study-frozen.yaml", "later.yaml"].map((name) => join(folder, name));
  if (!existsSync(frozen!)) return;
  renameSync(plan!, aside!);
  renameSync(frozen!, plan!);
  expect((await runCommand("freeze", folder)).code).toBe(0);
  renameSync(aside!, plan!);
}

/** How a sentence begins that claims a cause. */
const claimsCause = /There is evidence that/;

describe("fifty flawed studies, each written so that a naive reading claims success", () => {
  it.each(expectations.flawed)(
    "$id: its level is held, nothing is claimed, and its flaw is named",
    async (expected) => {
      const { code, results, headline, level, pages } = await told(expected.id);
      expect(expected.exitCodes).toContain(code);
      expect(level ?? 0).toBeLessThanOrEqual(expected.levelAtMost);
      expect(expected.verdicts).toContain(headline.verdict);
      expect(results.claims.filter(({ causal }) => causal)).toEqual([]);
      expect(pages).not.toMatch(claimsCause);

      const accepted = [expected.flaw, ...(expected.orNamedAs ?? [])];
      const naming = (results.guards ?? []).filter(({ guard }) =>
        [guard, ...(alsoNames[guard] ?? [])].some((flaw) => accepted.includes(flaw)),
      );
      expect(naming.map(({ guard }) => guard)).not.toEqual([]);
      expect(pages).toContain(escapeText(guardWording(naming[0]!.guard).title));
    },
  );
});

describe("fifteen sound studies, in which nothing may be smothered", () => {
  it.each(expectations.sound)("$id: it has the verdict it earned, and says what it rests on", async (expected) => {
    const { code, headline, level, pages } = await told(expected.id);
    expect(expected.exitCodes).toContain(code);
    expect(level ?? 0).toBeGreaterThanOrEqual(expected.levelAtLeast);
    expect(expected.verdicts).toContain(headline.verdict);
    expect(headline.causal).toBe(expected.causal === "required");
    expect(claimsCause.test(pages)).toBe(expected.causal === "required");
    if (expected.assumption === undefined) return;
    const rules: readonly string[] = assumptionRules[expected.assumption];
    expect(headline.can.some(({ rule }) => rules.includes(rule))).toBe(true);
  });
});
