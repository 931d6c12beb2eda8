import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Results } from "@likewise/schema";
import { cleanExtracts, simulateProgramme } from "@likewise/simulate";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runCommand, temporaryFolder } from "./run-command.ts";

const evidence = `version: 1
populations:
  - { id: convicted, label: People who were convicted }
  - { id: no-law-broken, label: People who broke no law }
statements:
  - id: review
    about: [interviewing]
    populations: [convicted]
    finding: More people stayed
    direction: helps
    strength: moderate
    gradedBy: the study
    source: A review of trials (invented)
`;

/** "2022-03-10" moved by whole days. */
function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + 86_400_000 * days).toISOString().slice(0, 10);
}

describe("a study that describes its practice", () => {
  const programme = simulateProgramme({ seed: 7, referrals: 120, pool: 400 });
  const files = new Map(cleanExtracts(programme).map(({ name, text }) => [name, text]));
  const study = join(temporaryFolder(), "practice");
  const plan = JSON.parse(JSON.stringify(programme.plan));
  let results: Results;
  const pageOf = (name: string) => readFileSync(join(study, "out", name), "utf8");
  const write = (direction: string) => {
    const indicator = {
      id: "help",
      label: "contacts for help",
      direction,
      months: 6,
      early: ["early"],
    };
    writeFileSync(
      join(study, "study.yaml"),
      stringify({
        ...plan,
        programme: {
          ...plan.programme,
          record: { claimed: { word: "Promising", by: "a national library" }, focus: ["Prevention"] },
          components: [{ id: "interviewing", label: "Motivational interviewing" }],
          evidenceFile: "evidence.yaml",
        },
        rates: {
          declared: [
            { ...rate, id: "year", label: "assaulted in a year", percent: 2.5, period: 12 },
            { ...rate, id: "life", label: "assaulted in a lifetime", percent: 33, period: "lifetime" },
          ],
          compare: [{ rate: "year", with: "life" }],
        },
        cohort: { ...plan.cohort, indicators: [indicator] },
        data: {
          ...plan.data,
          tables: {
            ...plan.data.tables,
            service_use: {
              files: ["data/service_use.csv"],
              columns: Object.fromEntries(columns.map((name) => [name, name])),
              coverage: { from: "2015-01-01" },
            },
          },
        },
      }),
    );
  };
  const rate = { population: "women", basis: "survey", source: "a survey" };
  const columns = ["person", "service", "date", "kind", "severity", "timing", "route"];

  beforeAll(async () => {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(study, name)), { recursive: true });
      writeFileSync(join(study, name), text);
    }
    const [header = "", ...lines] = files.get("data/selections.csv")!.trim().split("\n");
    const at = (name: string) => header.split(",").indexOf(name);
    const decided = new Map(
      lines.map((line) => line.split(",")).map((cells) => [cells[at("person")]!, cells[at("decision_date")]!]),
    );
    // Five contacts before and six after, one more before for every seventh: a rise of nearly a fifth, each milder.
    const rows = [...decided].flatMap(([person, day], index) => [
      ...Array.from({ length: index % 7 === 0 ? 6 : 5 }, (_, k) =>
        [person, "advice", moved(day, -10 - 20 * k), "refuge", k % 4 === 0 ? 2 : 3, "crisis", "police"].join(","),
      ),
      ...Array.from({ length: 6 }, (_, k) =>
        [
          person,
          "advice",
          moved(day, 10 + 20 * k),
          "advice",
          k % 3 === 0 ? 2 : 1,
          k < 4 ? "early" : "crisis",
          "self",
        ].join(","),
      ),
    ]);
    writeFileSync(join(study, "data/service_use.csv"), `${columns.join(",")}\n${rows.join("\n")}\n`);
    writeFileSync(join(study, "evidence.yaml"), evidence);
    write("higher-is-better");
    const { code, err } = await runCommand("run", study);
    expect(err).toBe("");
    expect([0, 4]).toContain(code);
    results = JSON.parse(pageOf("results.json"));
  }, 120_000);

  it("has a card with its level, the record's own word and who said it", () => {
    const card = pageOf("card.html");
    expect(card).toContain("“Promising”, said by a national library");
    expect(card).toMatch(/Level \d of 5|Not placed on the scale/);
  });

  it("states the group nobody has evidence on, and lists parts without evidence, those of sessions too", () => {
    const { gaps, components } = results.alignment!;
    expect(gaps).toContainEqual({ kind: "population", id: "no-law-broken", label: "People who broke no law" });
    expect(components[0]).toMatchObject({ id: "interviewing", grade: "moderate" });
    for (const { id, grade } of components.slice(1))
      if (grade === "none") expect(gaps).toContainEqual(expect.objectContaining({ kind: "component", id }));
    expect(pageOf("report.html")).toContain("No evidence given here is about these people: People who broke no law.");
    expect(results.provenance.inputs.map(({ file }) => file)).toContain("evidence.yaml");
  });

  it("refuses a year beside a lifetime, and says what would unlock it", () => {
    expect(results.refusals).toContainEqual(expect.objectContaining({ id: "unlike-periods:year:life" }));
    expect(pageOf("report.html")).toContain("A rate of the first kind over a lifetime");
  });

  it("reads a rise with falling severity as consistent with disclosure, from published numbers", () => {
    const [reading] = results.readings!;
    expect(reading!.verdict).toBe("consistent-with-disclosure");
    for (const page of ["report.html", "dashboard.html"]) {
      expect(pageOf(page)).toContain("consistent with disclosure");
      expect(pageOf(page)).toContain("What would speak against that reading");
    }
    const change = results.tables.find(({ id }) => id === "indicator-change-help")!;
    const value = change.cells.find(({ at }) => at.measure === "contacts" && at.period === "change")!.value as number;
    // 6 after over a mean between 5 and 6 before
    expect(value).toBeGreaterThan(1);
    expect(value).toBeLessThanOrEqual(1.2);
    for (const field of ["kind", "severity", "timing", "route"])
      expect(results.tables.map(({ id }) => id)).toContain(`indicator-${field}-help`);
  });

  it("reads the same rise as worse where the plan declares that fewer are better", async () => {
    write("lower-is-better");
    await runCommand("run", study);
    const again: Results = JSON.parse(pageOf("results.json"));
    expect(again.readings![0]!.verdict).toBe("direction-worse");
    expect(pageOf("report.html")).toContain("a change for the worse");
  }, 120_000);

  it("refuses evidence about a part the programme does not have, when checked too", async () => {
    writeFileSync(join(study, "evidence.yaml"), evidence.replace("[interviewing]", "[yoga]"));
    for (const command of ["check", "run"])
      expect(await runCommand(command, study)).toMatchObject({
        code: 2,
        err: expect.stringContaining('the statement review is about "yoga", which is no part of the programme'),
      });
  }, 120_000);
});
