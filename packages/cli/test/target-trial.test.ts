import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison, Results } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { type NullPerson, nullProgramme } from "./null-programme.ts";
import { runCommand, temporaryFolder } from "./run-command.ts";

type Trial = NonNullable<Comparison["targetTrial"]>;

const people = nullProgramme(400, 1);

function csv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `${rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n")}\n`;
}

/** One table, one row a person. */
function tableOf(list: readonly NullPerson[]): string {
  const head = ["id", "arm", "high", "days", "event", "completed_at", "left_at", "twelfth_session"];
  const rows = list.map(({ id, high, time, event, completedDay, leftDay, sessionDays }) => {
    const twelfth = sessionDays[11] ?? null;
    return [id, "yes", high, time, event, completedDay, leftDay, twelfth];
  });
  return csv([head, ...rows]);
}

const common = ["--treatment", "arm", "--comparator", "none", "--outcome", "event", "--time", "days", "--id", "id"];
const completing = [
  "--completed-at",
  "completed_at",
  "--left-at",
  "left_at",
  "--grace-days",
  "210",
  "--horizon",
  "365",
];

async function compared(table: string, ...options: string[]) {
  const file = join(temporaryFolder(), "people.csv");
  writeFileSync(file, table);
  return runCommand("compare", file, ...common, ...options);
}

function contrasts({ outcomes }: Trial) {
  const points = (analysis: string) => {
    const found = outcomes[0]!.contrasts.find((contrast) => contrast.analysis === analysis)!;
    const [low, high] = found.riskDifference.interval as [number, number];
    return { points: 100 * (found.riskDifference.estimate as number), holdsNone: low < 0 && high > 0, found };
  };
  return { naive: points("naive"), fair: points("clone-censor-weight") };
}

describe("completion from one table", () => {
  it("finds nothing where completers look far better because they stayed out of trouble", async () => {
    const options = [...completing, "--interval-days", "7", "--covariates", "high", "--json"];
    const { code, out, err } = await compared(tableOf(people), ...options);
    expect([code, err]).toEqual([0, ""]);
    const comparison: Comparison = JSON.parse(out);
    const { naive, fair } = contrasts(comparison.targetTrial!);
    // The truth is 0 by construction; in scripts/completion-null the naive contrast is −43.9 points on average.
    expect(naive.points).toBeLessThan(-35);
    expect(naive.holdsNone).toBe(false);
    expect(Math.abs(fair.points)).toBeLessThan(8);
    expect(fair.holdsNone).toBe(true);
    expect(comparison.claims.map(({ verdict }) => verdict)).toEqual(["cannot-say"]);
    const levels = [fair, naive].map(({ found }) => found.grades.find(({ scale }) => scale === "wwclg")!);
    expect(levels.map(({ atMost }) => atMost)).toEqual([2, 1]);
    expect(levels[1]!.caps.map(({ rule }) => rule)).toEqual(["C3", "C4", "C7"]);
  });

  it("does the same for a number of sessions, and prints the trial it stands in for", async () => {
    const sessions = ["--sessions-at", "twelfth_session", "--sessions", "12", "--left-at", "left_at"];
    const options = [
      ...sessions,
      "--grace-days",
      "98",
      "--horizon",
      "365",
      "--interval-days",
      "7",
      "--covariates",
      "high",
    ];
    const { code, out } = await compared(tableOf(people), ...options);
    expect(code).toBe(0);
    expect(out).toContain("Completion as a target trial: no verdict rests on it");
    expect(out).toContain("strategies: Attend at least 12 sessions within 98 days; Attend fewer than 12 sessions");
    expect(out).toContain("event:riskDifference:naive: ");
  });

  it("is refused for what it lacks, by the option that would unlock it", async () => {
    const table = tableOf(people.slice(0, 40));
    const said = async (...options: string[]) => {
      const { code, err } = await compared(table, ...options);
      return [code, err.replace("likewise: ", "").trim()];
    };
    expect(await said("--completed-at", "completed_at", "--grace-days", "210")).toEqual([
      2,
      "--horizon: needed with --completed-at and --sessions-at: the day at which risks are read",
    ]);
    expect(await said("--completed-at", "completed_at", "--horizon", "365")).toEqual([
      2,
      "--grace-days: needed with --completed-at and --sessions-at: the days in which people could get there",
    ]);
    expect(await said("--completed-at", "completed_at", "--grace-days", "210", "--horizon", "200")).toEqual([
      2,
      "--horizon: expected more than --grace-days (210), as until then nobody differs, found 200",
    ]);
    expect(await said(...completing, "--interval-days", "8")).toEqual([
      2,
      "--interval-days: expected a divisor of --grace-days (210), found 8",
    ]);
    expect(await said("--grace-days", "210")).toEqual([
      2,
      "--grace-days: goes with --completed-at or --sessions-at, the day people got there",
    ]);
    expect(await said("--sessions-at", "twelfth_session", "--grace-days", "98", "--horizon", "365")).toEqual([
      2,
      "--sessions-at: goes with --sessions, the number of sessions had on that day",
    ]);
    expect(await said(...completing, "--covariates", "completed_at")).toEqual([
      2,
      'covariate must be known before treatment, got "completed_at", a treatment or outcome here',
    ]);
  });

  it("is refused where days cannot be so", async () => {
    const with_ = async (change: Partial<NullPerson>) => {
      const { code, err } = await compared(
        tableOf([{ ...people[0]!, ...change }, ...people.slice(1, 40)]),
        ...completing,
      );
      return [code, err.replace("likewise: ", "").trim()];
    };
    expect(await with_({ completedDay: -3, leftDay: null })).toEqual([
      3,
      "--completed-at: completed_at must be days after the start, 0 or more, and in some rows it comes before; correct the days, or leave those people out",
    ]);
    expect(await with_({ completedDay: 150, leftDay: 90 })).toEqual([
      3,
      "--left-at: nobody can have left before the day of completed_at, and in some rows somebody has; correct the days, or leave those people out",
    ]);
  });

  it("is refused where nobody got there, or nobody kept to a strategy to the end", async () => {
    const nobody = people.slice(0, 60).map((person) => ({ ...person, completedDay: null }));
    expect((await compared(tableOf(nobody), ...completing)).err).toContain(
      "--completed-at: nobody has a day in completed_at, so nobody shows what getting there does",
    );
    const briefly = people
      .slice(0, 60)
      .map((person) => ({ ...person, time: Math.min(person.time, 100), event: 0 as const }));
    const { code, out } = await compared(tableOf(briefly), ...completing, "--json");
    expect(code).toBe(4);
    const { targetTrial, refusals }: Comparison = JSON.parse(out);
    expect(targetTrial!.outcomes).toEqual([]);
    expect(refusals.find(({ id }) => id === "not-emulated:event:completed:not-completed")).toMatchObject({
      why: "nobody who kept to this strategy was followed to the horizon",
      unlocks: "longer follow-up, a nearer horizon, or a longer grace period",
    });
  });

  it("takes an empty column of leavers to say that nobody left", async () => {
    const stayed = people.slice(0, 60).map((person) => ({ ...person, leftDay: null }));
    const { code, err } = await compared(tableOf(stayed), ...completing, "--json");
    expect([code, err]).toEqual([0, ""]);
  });
});

const start = 19_000;

function iso(day: number): string {
  return new Date((start + day) * 86_400_000).toISOString().slice(0, 10);
}

/** The same people as extracts of a study, beside as many without a place. */
function studyOf(stages: boolean): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "data"));
  const others = nullProgramme(200, 2).map((person) => ({ ...person, id: `Q${person.id.slice(1)}` }));
  const everyone = [
    ...people.map((person) => ({ ...person, in: true })),
    ...others.map((person) => ({ ...person, in: false })),
  ];
  const write = (name: string, rows: Parameters<typeof csv>[0]) => writeFileSync(join(folder, "data", name), csv(rows));
  write("people.csv", [["person", "risk_level"], ...everyone.map(({ id, high }) => [id, high ? "high" : "low"])]);
  write("selections.csv", [
    ["person", "decision_date", "panel_decision"],
    ...everyone.map((one) => [one.id, iso(0), one.in ? "selected" : "not-selected"]),
  ]);
  write("stages.csv", [
    ["person", "stage", "date"],
    ...people.flatMap(({ id, completedDay, leftDay }) => [
      [id, "referred", iso(0)],
      [id, "started", iso(0)],
      ...(completedDay === null || !stages ? [] : [[id, "completed", iso(completedDay)]]),
      ...(leftDay === null ? [] : [[id, "exit", iso(leftDay)]]),
    ]),
  ]);
  write("sessions.csv", [
    ["person", "session_date", "attended"],
    ...people.flatMap(({ id, sessionDays }) => sessionDays.map((day) => [id, iso(day), true])),
  ]);
  write("outcomes.csv", [
    ["person", "outcome", "value", "time", "time_unit"],
    ...everyone.map(({ id, event, time }) => [id, "reoffence", event, time, "day"]),
  ]);
  const table = (name: string, columns: readonly string[]) =>
    `    ${name}: { files: [data/${name}.csv], columns: { ${columns.map((column) => `${column}: ${column}`).join(", ")} } }`;
  const trial = (strategy: string, graceDays: number) => `
    targetTrial:
      strategies: [{ id: reached, ${strategy} }, { id: not-reached, ${strategy}, not: true }]
      graceDays: ${graceDays}
      timeZero: selections.decision_date
      horizonDays: 365
      intervalDays: 7`;
  const shared = `
    assignment: selected
    comparator: concurrent-untreated
    covariates: [risk_level]`;
  writeFileSync(
    join(folder, "study.yaml"),
    `version: 1
title: A programme without effect (synthetic)
synthetic: true
seed: 1
data:
  asAt: "${iso(800)}"
  tables:
${[
  table("people", ["person", "risk_level"]),
  table("selections", ["person", "decision_date", "panel_decision"]),
  table("stages", ["person", "stage", "date"]),
  table("sessions", ["person", "session_date", "attended"]),
  table("outcomes", ["person", "outcome", "value", "time", "time_unit"]),
].join("\n")}
cohort:
  arms: { from: selections.panel_decision, treated: [selected], comparison: [not-selected] }
  indexDate: selections.decision_date
outcomes:
  - id: reoffence
    label: first reoffence within a year
    basis: recorded-crime
    reporter: police
    definition: recorded
    kind: time-to-event
    timeUnit: day
    from: outcomes
    direction: lower
comparisons:
  - id: headline
    headline: true${shared}
  - id: completion${shared}${trial("completed: service-rule", 210)}
  - id: sessions${shared}${trial("sessions: 12", 98)}
`,
  );
  return folder;
}

describe("completion and dose of a study", () => {
  it("come from its stages and sessions, and find nothing where there is nothing", async () => {
    const folder = studyOf(true);
    const { err } = await runCommand("run", folder);
    expect(err).not.toContain("fault");
    const results: Results = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
    const [headline, completion, sessions] = results.comparisons;
    expect("targetTrial" in headline!).toBe(false);
    const byStages = contrasts(completion!.targetTrial!);
    expect(byStages.naive.points).toBeLessThan(-35);
    expect(Math.abs(byStages.fair.points)).toBeLessThan(8);
    expect(byStages.fair.holdsNone).toBe(true);
    const bySessions = contrasts(sessions!.targetTrial!);
    expect(bySessions.naive.points).toBeLessThan(-35);
    expect(Math.abs(bySessions.fair.points)).toBeLessThan(8);
    // The very people and days of the table: the same numbers to the last digit.
    const { out } = await compared(
      tableOf(people),
      ...completing,
      "--interval-days",
      "7",
      "--covariates",
      "high",
      "--json",
    );
    const ofTable = contrasts((JSON.parse(out) as Comparison).targetTrial!);
    expect(byStages.fair.points).toBeCloseTo(ofTable.fair.points, 9);
    expect(byStages.naive.points).toBeCloseTo(ofTable.naive.points, 9);
    const report = readFileSync(join(folder, "out/report.html"), "utf8");
    expect(report).toContain("Completing the programme, compared from one day");
    const published: Results = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8"));
    expect(published.comparisons[1]!.targetTrial!.outcomes[0]!.contrasts[0]!.riskDifference.estimate).toBe(
      Number((byStages.fair.points / 100).toPrecision(3)),
    );
  });

  it("are refused by name where completions are not in the data, and the trial is still stated", async () => {
    const folder = studyOf(false);
    await runCommand("run", folder);
    const results: Results = JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8"));
    const completion = results.comparisons[1]!;
    expect(completion.targetTrial!.table).toHaveLength(8);
    expect(completion.targetTrial!.outcomes).toEqual([]);
    expect(completion.refusals.map(({ id }) => id)).toContain("stage-not-recorded");
    expect(results.comparisons[2]!.targetTrial!.outcomes).toHaveLength(1);
  });
});
