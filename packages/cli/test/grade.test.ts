import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateComparison } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

/** The TARP trial in a folder of its own, its plan changed. */
function tarpWith(change: (plan: string) => string): string {
  const folder = join(temporaryFolder(), "tarp");
  for (const part of ["study.yaml", "data"])
    cpSync(join(repository, "reports/tarp", part), join(folder, part), { recursive: true });
  const file = join(folder, "study.yaml");
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return folder;
}

const withFacts = (...lines: string[]) =>
  tarpWith((plan) => plan.replace("evidence:\n", `evidence:\n${lines.join("\n")}\n`));

const inOneLine = (lines: string) => lines.replaceAll(/\s+/g, " ");

function described(text: string): string {
  const file = join(temporaryFolder(), "design.yaml");
  writeFileSync(file, text);
  return file;
}

describe("likewise grade, of a study", () => {
  const timeout = { timeout: 120_000 };

  it("says level, scale, why, what would raise it, domains and precision, and writes nothing", timeout, async () => {
    const folder = tarpWith((plan) => plan);
    const { code, out: lines, err } = await runCommand("grade", folder);
    const out = inOneLine(lines);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("What Works Centre for Local");
    expect(out).toContain("original Maryland Scientific Methods Scale (1998)");
    expect(out).toContain("What would raise it, cheapest first:");
    expect(out).toContain("risk of bias by domain, after ROBINS-I 2016");
    // Whose number it is stands above it.
    expect(out).toMatch(
      /does not change the level [A-Z][^-]+ - 8 in 10 studies of this size would find a difference of/,
    );
    expect(readdirSync(folder).sort()).toEqual(["data", "study.yaml"]);
  });

  it("gives JSON with both scales and the appraisal of every group", timeout, async () => {
    const { code, out } = await runCommand("grade", join(repository, "reports/tarp"), "--json");
    const graded = JSON.parse(out);
    expect([code, graded.kind, graded.version]).toEqual([0, "likewise/grade", 1]);
    const [first] = graded.groups;
    expect(first.grades.map(({ scale, edition }: Record<string, string>) => [scale, edition])).toEqual([
      ["wwclg", "2016"],
      ["original", "1998"],
    ]);
    // 1.4, RCT: base 5; age and race differ by more than 0.10 unadjusted, and crossing over is not stated: two drops.
    expect([first.grades[0].level, first.grades[0].atMost]).toEqual([3, 4]);
    expect(first.appraisal.domains).toHaveLength(7);
    expect(first.precision[0].id).toBe("arrest:riskDifference:crude");
  });

  it("names a fact without a justification, and counts it as not met", timeout, async () => {
    const folder = withFacts("  crossover:", "    treated: 0", "    comparison: 0", "    why:");
    const { out } = await runCommand("grade", folder, "--json");
    const [grade] = JSON.parse(out).groups[0].grades;
    expect(grade.level).toBe(3);
    expect(grade.caveats.map(({ text }: { text: string }) => text)).toContain(
      "crossover is stated without a justification, so it counts as not met",
    );
  });

  it("names facts that contradict each other", timeout, async () => {
    const folder = tarpWith((plan) => plan.replace("assignment: random", "assignment: selected"));
    const { out } = await runCommand("grade", folder, "--json");
    const [grade] = JSON.parse(out).groups[0].grades;
    // 1.2: people chosen by people, compared as they are.
    expect(grade.level).toBe(1);
    expect(grade.caveats.map(({ rule }: { rule: string }) => rule)).toContain("contradiction-control-not-randomised");
  });

  it.each([
    ["among facts", (plan: string) => plan.replace("evidence:\n", "evidence:\n  level: 5\n")],
    ["at the top", (plan: string) => `${plan}\nmarylandLevel: 5\n`],
    [
      "in words",
      (plan: string) => plan.replace("label: Everyone offered", "label: A Maryland level 5 trial of everyone offered"),
    ],
  ])("a level claimed %s is refused", async (_, change) => {
    const folder = tarpWith(change);
    for (const command of ["grade", "check", "run"]) {
      const { code, err, out } = await runCommand(command, folder);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain("computed, not declared");
    }
  });

  it("practice-A26: what rests on talk alone has no level, and says why, whatever was counted", timeout, async () => {
    const folder = withFacts("  restsOn:", "    value: interviews", "    why: twenty interviews");
    const { out } = await runCommand("grade", folder, "--json");
    for (const { level, reasons } of JSON.parse(out).groups[0].grades) {
      expect(level).toBeNull();
      expect(reasons[0].text).toContain("nothing was counted");
    }
  });

  it("a run keeps the appraisal, and EMMIE only where it is asked for", timeout, async () => {
    const asked = tarpWith((plan) => `${plan}\nreport:\n  emmie: true\n`);
    expect((await runCommand("run", asked)).code).toBe(0);
    const [comparison] = JSON.parse(readFileSync(join(asked, "out/results.json"), "utf8")).comparisons;
    expect(validateComparison(comparison)).toHaveProperty("comparison");
    expect(comparison.emmie.notice).toContain("not a systematic review");
    expect(comparison.appraisal[0].domains).toHaveLength(7);
    const page = readFileSync(join(asked, "out/report.html"), "utf8");
    expect(page).toContain("Risk of bias by domain");
    expect(page).toContain("not a systematic review");
    const front = readFileSync(join(asked, "out/dashboard.html"), "utf8");
    expect(front).not.toContain("ROBINS");
    expect(front).not.toContain("EMMIE");
  });
});

describe("likewise grade, of a design without data", () => {
  it("grades what is described, exits 0, and says so in JSON", async () => {
    const file = described(
      'design: likewise/design\ntitle: One cohort, 98 to 44 to 36\ncomparator: none\nsource: "Practice page, 2024"\n',
    );
    const text = await runCommand("grade", file);
    expect([text.code, text.err]).toEqual([0, ""]);
    expect(inOneLine(text.out)).toContain("Level 1 of 5 on the Maryland Scientific Methods Scale as adapted");
    expect(inOneLine(text.out)).toContain(
      "compare with people from the same time who were eligible but not offered a place",
    );
    const json = JSON.parse((await runCommand("grade", file, "--json")).out);
    expect(json.groups[0].grades.map(({ level }: { level: number }) => level)).toEqual([1, 2]);
  });

  it("practice-F4: those who dropped out are no comparison group: held down, said, and no more than 2", async () => {
    const file = described(
      "design: likewise/design\ntitle: Completers\ncomparator: dropouts\nanalysisSet: completed\nadjustment: covariates\n",
    );
    const [group] = JSON.parse((await runCommand("grade", file, "--json")).out).groups;
    expect(group.grades.map(({ atMost }: { atMost: number }) => atMost)).toEqual([2, 2]);
    expect(group.grades[0].caps[0].text).toContain("those who finished are compared with those who dropped out");
  });

  it.each([
    ["a level", "level: 4\n", "computed, not declared"],
    ["a key there is not", "assignmnt: random\n", 'did you mean "assignment"'],
  ])("%s is refused", async (_, line, message) => {
    const { code, err } = await runCommand("grade", described(`design: likewise/design\ntitle: A trial\n${line}`));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("what is neither a study nor a design is wrong use", async () => {
    expect((await runCommand("grade", join(temporaryFolder(), "nowhere"))).code).toBe(2);
  });
});
