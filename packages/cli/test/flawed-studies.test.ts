import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { escapeText, guardWording } from "@likewise/report";
import { type Claim, type Results, resultAt } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { blindStudies, type StudyFiles, writeStudy } from "./flawed-studies/index.ts";
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
async function told(study: StudyFiles): Promise<Told> {
  const folder = temporaryFolder();
  try {
    writeStudy(folder, study);
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
      const { code, results, headline, level, pages } = await told(blindStudies[expected.id]!());
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
      for (const key of results.guards!.flatMap(({ keys }) => keys)) expect(resultAt(results, key)).toBeDefined();
    },
  );
});

describe("fifteen sound studies, in which nothing may be smothered", () => {
  it.each(expectations.sound)("$id: it has the verdict it earned, and says what it rests on", async (expected) => {
    const { code, headline, level, pages } = await told(blindStudies[expected.id]!());
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

describe("a finding, where small numbers are withheld", () => {
  it("stands without the number that is withheld, and leads to it", async () => {
    const study = blindStudies["arrests-made-by-the-programme"]!();
    const { people, events } = study.tables;
    const startOf = new Map(people!.flatMap((row) => (row.arm === "comparison" ? [[row.person, row.index_date]] : [])));
    // Three of the other group's records, too few to be shown, were made by looking too.
    const later = events!.filter((row) => String(row.event_date) > String(startOf.get(row.person!) ?? "9")).slice(0, 3);
    const tables = {
      ...study.tables,
      events: events!.map((row) => ({ ...row, proactive: row.proactive || later.includes(row) })),
    };
    const plan = { ...study.plan, disclosure: { profile: "default" } };
    const { results, pages } = await told({ ...study, tables, plan } as StudyFiles);
    const finding = results.guards!.find(({ guard }) => guard === "programme-generated-events")!;
    expect(finding.shown[0]!.text).toContain("a withheld number of");
    expect(resultAt(results, finding.shown[0]!.slots.comparisonEvents!)).toEqual({ withheld: "primary" });
    expect(pages).toContain(escapeText(guardWording(finding.guard).title));
  });
});

describe("an interval wholly on the side of harm", () => {
  it("practice-B55: is said to be worse, as plainly as one on the other side is said to be better", async () => {
    const { headline, pages } = await told(blindStudies["sound-trial-harm"]!());
    expect(headline).toMatchObject({ verdict: "worse", causal: true });
    expect(pages).toContain("the programme raises");
    expect(pages).toContain("Worse than the comparison group");
  });
});
