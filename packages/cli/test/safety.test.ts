import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const timeout = 300_000;

async function familyStudy(): Promise<string> {
  const folder = join(temporaryFolder(), "study");
  expect(await runCommand("init", "--template", "whole-family", "--out", folder)).toMatchObject({ code: 0 });
  return folder;
}

describe("a study of whole families", () => {
  let folder: string;
  const read = (name: string) => readFileSync(join(folder, "out", name), "utf8").replaceAll("\r\n", "\n");
  const [risk, other] = [{ person: "" }, { person: "", victim: "" }];

  beforeAll(async () => {
    folder = await familyStudy();
    const rows = (table: string) =>
      readFileSync(join(folder, `data/${table}.csv`), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","));
    // Two people given a place whose partners the services know.
    const selected = new Set(rows("selections").flatMap((row) => (row.includes("selected") ? [row[0]!] : [])));
    const dyads = rows("links").filter(([person, , kind]) => kind === "dyad" && selected.has(person!));
    risk.person = dyads[0]![0]!;
    [other.person, other.victim] = [dyads[1]![0]!, dyads[1]![1]!];
    const stranger = dyads.find(([person]) => person !== other.person && person !== risk.person)![1]!;
    appendFileSync(
      join(folder, "data/measures.csv"),
      [
        `${risk.person},phq-9,exit,2022-06-01,9,2`,
        // Somebody else answered 0: nobody is to be called for that.
        `${other.person},phq-9,exit,2022-06-01,9,0`,
        // Her one answer to an instrument the plan does not score.
        `${other.victim},core-10,exit,2022-06-02,q6,1`,
        "",
      ].join("\n"),
    );
    appendFileSync(
      join(folder, "data/abuse.csv"),
      [
        `${other.person},${other.victim},intake,2020-06-01,economic,1,child`,
        `${other.person},${other.victim},exit,2020-05-01,economic,1,child`, // after, dated before
        `${other.person},${stranger},intake,2020-06-01,physical,1,worker`, // of no case of this person
        `${other.person},${other.victim},review,2020-06-01,economic,1,`, // by nobody
        `${risk.person},V99991,intake,2020-06-01,sexual,1,police`, // two records of one time point
        `${risk.person},V99991,intake,2020-06-01,sexual,3,police`,
        "",
      ].join("\n"),
    );
    expect((await runCommand("run", folder, "--threads", "1")).code).toBe(0);
  }, timeout);

  it("lists cases that need a person for those who answer for safety, readable by nobody else", () => {
    expect(read("private/safeguarding.csv").split("\n")).toEqual([
      "rule,person,why,date",
      `phq-9-item-9,${risk.person},answered 2 to item 9 of the PHQ-9 (self-harm),2022-06-01`,
      "",
    ]);
    const apart = read("private/victim-survivors/safeguarding.csv");
    expect(apart).toContain(
      `\ncore-10-item-6,${other.victim},answered 1 to item 6 of the CORE-10 (suicide-plan),2022-06-02\n`,
    );
    expect(apart).toMatch(/\nno-offer,V\d+,no offer of support on record \d+ days after the link; the plan sets 28,/);
    for (const file of ["safeguarding.csv", "victim-survivors/safeguarding.csv", "victim-survivors/triangulation.csv"])
      expect(statSync(join(folder, "out/private", file)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "out/private")).mode & 0o077).toBe(0);
  });

  it("lists what each voice of a family says, and never averages it", () => {
    const [header, ...rows] = read("private/victim-survivors/triangulation.csv").trimEnd().split("\n");
    expect(header).toBe("family,person,victim,kind,wave,participant,partner,child,verdict");
    expect(new Set(rows.map((row) => row.split(",").at(-1)))).toEqual(new Set(["agree", "disagree", "missing"]));
    for (const row of rows) for (const said of row.split(",").slice(5, 8)) expect(said).toMatch(/^([0-3]|missing)$/);
  });

  it("publishes neither a case, nor a rule, nor how many there are", () => {
    const published = readdirSync(join(folder, "out"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(join(folder, "out"), join(parentPath, name)))
      .filter((file) => !file.startsWith("private"));
    expect(published).toContain("results.json");
    for (const file of published) {
      const text = read(file);
      for (const word of [
        "phq-9-item-9",
        "core-10-item-6",
        "escalating-severity",
        "safeguarding.csv",
        "triangulation",
        risk.person,
      ])
        expect(text.includes(word), `${file}: ${word}`).toBe(false);
    }
  });

  it("publishes abuse by each account in tables of its own, the victim-survivor’s first", () => {
    const { tables, warnings }: Results = JSON.parse(read("results.json"));
    const accounts = tables.flatMap(({ id }) => /^safety-abuse-present-(.*)$/.exec(id)?.slice(1) ?? []);
    expect(accounts.slice(0, 2)).toEqual(["victim-survivor", "perpetrator"]);
    expect(tables.some(({ id }) => id === "safety-accounts-differ-perpetrator")).toBe(true);
    expect(warnings!.map(({ code }) => code)).toContain("children-support-uncontrolled");
    const page = read("report.html");
    expect(page).toContain("Abuse over time, by each account");
    expect(page).toContain("Nothing is controlled here.");
  });

  it("reports what is wrong with records of abuse by row, and counts what is rejected", async () => {
    const issues = read("private/victim-survivors/issues.csv");
    for (const code of ["victim_not_linked", "abuse_out_of_order", "required_missing", "conflicting_rows"])
      expect(issues, code).toMatch(new RegExp(`^${code},\\w+,abuse,[^,]*,\\d+,`, "m"));
    const { accounts }: Results = JSON.parse(read("results.json"));
    const abuse = accounts.find(({ table, stage }) => table === "abuse" && stage === "ingest")!;
    // Said before a run too.
    const { out } = await runCommand("check", folder, "--json");
    const checked = (JSON.parse(out).issues as { code: string; table: string }[]).filter(
      ({ table }) => table === "abuse",
    );
    for (const code of ["victim_not_linked", "abuse_out_of_order", "required_missing", "conflicting_rows"])
      expect(checked.map((issue) => issue.code)).toContain(code);
    // One without a reporter, and both of two records of one time point that differ.
    expect(abuse).toMatchObject({ rowsRejected: 3 });
    expect(Number(abuse.rowsUsed) + 3).toBe(abuse.rowsIn);
  });
});

it(
  "a study of perpetrators without data of victim-survivors says so on its first screen",
  async () => {
    const folder = await familyStudy();
    const path = join(folder, "study.yaml");
    const plan = parse(readFileSync(path, "utf8"));
    for (const table of ["links", "abuse", "measures", "statuses"]) delete plan.data.tables[table];
    for (const part of ["safety", "mechanisms", "motivation", "selfEfficacy", "indicatorFamilies"])
      delete plan.cohort[part];
    writeFileSync(path, stringify(plan));
    expect((await runCommand("run", folder, "--threads", "1")).code).toBe(0);
    const page = readFileSync(join(folder, "out/dashboard.html"), "utf8");
    const screen = page.slice(page.indexOf('<section class="first"'), page.indexOf('<section id="result"'));
    expect(screen).toContain("These data hold no account of what victim-survivors went through");
    const { safety }: Results = JSON.parse(readFileSync(join(folder, "out/results.json"), "utf8"));
    expect(safety.find(({ id }) => id === "abuse-victim-survivor-any")).toMatchObject({ status: "not-measured" });
  },
  timeout,
);

it("the template stands in the list of templates", () => {
  expect(readFileSync(join(repository, "packages/cli/README.md"), "utf8")).toContain("whole-family");
});
