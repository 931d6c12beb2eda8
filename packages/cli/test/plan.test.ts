import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EvaluationPlan, type PlannedDesignResult, planningFields } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const planningOracle = JSON.parse(readFileSync(join(repository, "packages/compare/oracles/planning.json"), "utf8")) as {
  two: { n: number; base: number; effect: number; power: number }[];
};

const cohort55 = ["--people", "55", "--base-rate", "44", "--effect", "8"];
const withoutLosses = ["--attrition", "0", "--crossover", "0"];

const inOneLine = (lines: string) => lines.replaceAll(/\s+/g, " ");

async function planned(...argv: string[]): Promise<EvaluationPlan> {
  const { code, out, err } = await runCommand("plan", ...argv, "--json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

const designIn = (plan: EvaluationPlan, id: string): PlannedDesignResult =>
  plan.designs.find((design) => design.id === id)!;

function fileOf(text: string): string {
  const file = join(temporaryFolder(), "plan-inputs.yaml");
  writeFileSync(file, text);
  return file;
}

describe("likewise plan", () => {
  it("has an option for everything a plan rests on: what is wrong is named by it", async () => {
    const { out } = await runCommand("plan", "--help");
    const flags = [...out.matchAll(/^ +--([a-z-]+)/gm)].map(([, flag]) => flag!);
    const others = ["people-a-year", "file", "json", "version", "quiet", "help"];
    expect(flags.filter((flag) => !others.includes(flag))).toHaveLength(planningFields.length);
  });

  it("for a cohort of 55: what it can teach and what it cannot, with the numbers", async () => {
    const {
      code,
      out: lines,
      err,
    } = await runCommand("plan", ...cohort55, "--refused", "30", "--prior-outcome", ...withoutLosses);
    const out = inOneLine(lines);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("No design of level 3 or more would find 8 points with these people.");
    expect(out).toContain("Cheapest step up: match with those refused for lack of places, level 3–4");
    // Wilson: 33 of 55 is 46.8 to 71.9 %; 24 of 55 is 31.4 to 56.7 % (prop.test of R, correct = FALSE).
    expect(out).toContain("If 33 of 55 do, the share is 60%, give or take: 46.8% to 71.9%.");
    expect(out).toContain("If 24 of 55 do, the share is 43.6%, give or take: 31.4% to 56.7%.");
    // 3 / 55 = 0.0545; 1 - 0.95^55 = 0.940; 1 - 0.98^55 = 0.671
    expect(out).toContain("up to 5.5 in every 100 still could be (3 divided by 55)");
    expect(out).toContain("if it befalls 1 in 20 with a chance of 94%, or 1 in 50 with a chance of 67%");
    // 1 - 0.9^20 = 0.878
    expect(out).toContain("heard in 20 interviews with a chance of 88%");
    expect(out).toContain("programmes of this size together could show it");
    expect(out).toContain("Whether it changes the outcome by 8 points.");
    expect(out).toContain("That it does not work. Such a study mostly finds no clear difference");
    expect(out).toContain("Victim-survivors are asked apart and safely");
  });

  it("says of a programme with nobody to compare with that no number of people shows an effect", async () => {
    const { out } = await runCommand("plan", ...cohort55);
    expect(inOneLine(out)).toContain(
      "No design that can be done here tells an effect from what would have come anyway, with however many people.",
    );
    expect(inOneLine(out)).not.toContain("programmes of this size together");
  });

  it.each([
    ["55 people and nothing in place", cohort55],
    ["55 people of a full programme", [...cohort55, "--refused", "30", "--prior-outcome"]],
    [
      "everything in place",
      [
        ..."--people 900 --base-rate 40 --effect 12 --refused 50 --areas 8".split(" "),
        ..."--prior-outcome --elsewhere --score --waiting-list --staged --now matched-after-only".split(" "),
      ],
    ],
    ["losses that cost levels", [...cohort55, "--refused", "50", "--waiting-list", "--attrition", "50"]],
  ])("fits two screens of 50 lines and 100 columns: %s", async (_, argv) => {
    const { out } = await runCommand("plan", ...argv);
    const lines = out.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(100);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(out).not.toMatch(/undefined|NaN|Infinity|null|\ba 8%/);
  });

  it("prints the power that R and simulated comparisons find: 200 against 200, from 40 % by 12 points", async () => {
    const [found] = planningOracle.two.filter(({ n, base }) => n === 200 && base === 0.4);
    const argv = ["--people", "200", "--base-rate", "40", "--effect", "12", "--refused", "50", ...withoutLosses];
    const plan = await planned(...argv, "--prior-outcome", "--matched", "100");
    for (const id of ["randomised-offer", "refused-for-capacity"])
      expect(designIn(plan, id).precision.power).toBeCloseTo(found!.power, 9);
    expect(inOneLine((await runCommand("plan", ...argv)).out)).toContain("72%");
  });

  it("needs 588 a group to tell 44 % from 36 %", async () => {
    const { needed } = designIn(
      await planned(...cohort55, "--refused", "50", ...withoutLosses),
      "randomised-offer",
    ).precision;
    expect(needed).toMatchObject({ treated: 588, comparison: 588 });
  });

  it("has the words that the tests of its wording are made with", async () => {
    const kept = JSON.parse(
      readFileSync(join(repository, "packages/report/test/terminal/plan-of-55.json"), "utf8"),
    ) as EvaluationPlan;
    const words = ({ inputs, designs, checklist, now, stepUp }: EvaluationPlan) => ({
      inputs,
      designs: designs.map(({ precision: _, ...rest }) => rest),
      checklist,
      now,
      stepUp,
    });
    expect(words(await planned(...cohort55, "--refused", "30", "--prior-outcome"))).toEqual(words(kept));
  });

  it("marks what was assumed, and takes a rate a year", async () => {
    const argv = ["--people-a-year", "120", "--months", "18", "--base-rate", "40%", "--effect", "10"];
    const { inputs } = await planned(...argv, "--base-range", "30-45");
    const entry = (of: string) => inputs.find(({ id }) => id === of)!;
    expect(entry("people")).toMatchObject({ value: 180, assumed: false });
    expect(entry("baseRange")).toMatchObject({ value: { low: 0.3, high: 0.45 }, assumed: false });
    expect(entry("attrition")).toMatchObject({ value: 0.1, assumed: true });
  });

  it("reads the same names from a file, and an option goes before it", async () => {
    const file = fileOf("people: 55\nbase-rate: 44\neffect: 8%\nrefused: 30\nprior-outcome: true\n");
    const { inputs, stepUp } = await planned("--file", file, "--effect", "9");
    expect(inputs.find(({ id }) => id === "smallestEffect")!.value).toBe(0.09);
    expect(inputs.find(({ id }) => id === "priorOutcome")!.value).toBe(true);
    expect(stepUp).toBe("refused-for-capacity");
  });

  it("takes follow-up and design from a study, where it has them", async () => {
    const study = join(repository, "reports/tarp");
    const { now, inputs } = await planned(study, "--people", "200", "--base-rate", "40", "--effect", "12");
    expect(now).toBe("randomised-offer");
    expect(inputs.find(({ id }) => id === "better")).toMatchObject({ value: "lower", assumed: false });
  });

  it.each([
    ["nothing stated", [], /--people: expected a number, from 1 to .*; it must be stated/],
    ["a share typed as a fraction", ["--people", "55", "--base-rate", "0.44"], /--base-rate: expected per cent, as 40/],
    ["a number that is none", ["--people", "many"], /--people: expected a number, found something else/],
    ["no people", ["--people", "0", ...cohort55.slice(2)], /--people: expected a number, from 1/],
    [
      "an effect no share has room for",
      ["--people", "55", "--base-rate", "5", "--effect", "8"],
      /--effect: expected less/,
    ],
    [
      "a range that misses the rate",
      [...cohort55, "--base-range", "50-60"],
      /--base-range: expected a range that holds/,
    ],
    ["a range of one end", [...cohort55, "--base-range", "50"], /--base-range: expected two per cents/],
    ["a design there is not", [...cohort55, "--now", "guess"], /--now: expected one of randomised-offer, /],
    ["an option there is not", [...cohort55, "--refuse", "3"], /did you mean --refused/],
    ["people twice", [...cohort55, "--people-a-year", "55"], /say the same thing/],
    ["a file there is not", ["--file", "nowhere.yaml"], /does not exist/],
    ["a study there is not", ["nowhere", ...cohort55], /there is no study/],
  ] as const)("%s ends in 2 with one clear message", async (_, argv, message) => {
    const { code, out, err } = await runCommand("plan", ...argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it.each([
    ["a name there is not", "people: 55\nbaserate: 44\n", /unknown name baserate; did you mean base-rate/],
    ["a list", "- 55\n", /expected the options of likewise plan by name/],
    ["text for an answer", "score: perhaps\n", /score: expected yes or no/],
    ["nothing after a name", "people:\n", /people: expected a number/],
  ])("a file with %s ends in 2 with one clear message", async (_, text, message) => {
    const { code, err } = await runCommand("plan", "--file", fileOf(text));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
