import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ingestStudy } from "@likewise/ingest";
import type { StudyPlan } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type CommandResult, runCommand, temporaryFolder } from "./run-command.ts";

/** A PNC number of its own for a reference of the synthetic study: its figures are the serial. */
function pncOf(ref: string): string {
  const serial = ref.slice(1).padStart(7, "0");
  const year = ref.startsWith("P") ? "98" : ref.startsWith("V") ? "99" : "97";
  return `${year}/${serial}${"ZABCDEFGHJKLMNPQRTUVWXY"[Number(year + serial) % 23]}`;
}

const refs = /\b[PVC]\d{5}\b/;

/** The synthetic study as received by somebody to whom the police sent PNC numbers and no references of the service. */
function withoutReferences(folder: string): void {
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  };
  edit("data/case-management/people.csv", (text) =>
    text
      .split("\n")
      .map((line) => (line.startsWith("Ref,") ? `${line},PNC` : line === "" ? line : `${line},${pnc(line)}`))
      .join("\n"),
  );
  for (const file of ["data/police/events-2018-2021.csv", "data/police/events-2022-2024.csv"]) {
    edit(file, (text) =>
      text.replace(/^([^,\n]*,)([PVC]\d{5})\b/gm, (_, event: string, ref: string) => event + pncOf(ref)),
    );
  }
  edit("study.yaml", (text) =>
    text
      .replace("        event: Crime ref\n        person: Ref\n", "        event: Crime ref\n")
      .replace("    events:\n      files:", "    events:\n      identifiers: { pnc_number: Ref }\n      files:")
      .replace("    people:\n      files:", "    people:\n      identifiers: { pnc_number: PNC }\n      files:")
      .replace("data:\n", "data:\n  linkage:\n    - { table: events, rules: [[pnc_number]], groups: [area] }\n"),
  );
}

function pnc(line: string): string {
  const ref = refs.exec(line.split(",")[0]!)?.[0];
  return ref === undefined ? "" : pncOf(ref);
}

/** What ingestion hands on of the study in a folder. */
async function tablesOf(folder: string): Promise<unknown> {
  const plan: StudyPlan = parse(readFileSync(join(folder, "study.yaml"), "utf8"));
  return (await ingestStudy({ plan, folder })).tables;
}

describe("police events linked by PNC number", () => {
  const folder = temporaryFolder();
  const [plain, linked, out] = ["plain", "linked", "out"].map((name) => join(folder, name)) as [string, string, string];
  let runs: CommandResult[];

  beforeAll(async () => {
    for (const study of [plain, linked]) await runCommand("simulate", study, "--seed", "3");
    withoutReferences(linked);
    runs = [await runCommand("run", linked, "--out", out), await runCommand("check", linked)];
  }, 300_000);

  it("are the tables they are with references (law)", async () => {
    expect(await tablesOf(linked)).toEqual(await tablesOf(plain));
  });

  it("are summed up by check and in private/", () => {
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const summary = JSON.parse(readFileSync(join(out, "private/linkage/events.json"), "utf8"));
    expect(summary.linked.map(({ by }: { by: string }) => by)).toEqual(["decisions", "rule 1: pnc_number", "weights"]);
    expect(summary.rates.filter(({ group }: { group: unknown }) => group !== null).length).toBeGreaterThan(3);
    expect(runs[1]!.out).toContain(`Linkage of events to people: ${summary.rows} rows`);
    expect(runs[1]!.out).toContain("all rows");
  });

  it("leave no PNC number in anything but private/ (canary)", () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes("/private/"));
    const published = paths.map((path) => readFileSync(path, "utf8"));
    expect(published.length).toBeGreaterThan(3);
    const said = runs.map((run) => run.out + run.err);
    for (const text of [...published, ...said]) expect(text).not.toMatch(/9[789]\/00\d{5}[A-Z]/);
  });
});

describe("numbers misspelt in the extract of the police", () => {
  const folder = temporaryFolder();
  const [study, out] = ["study", "out"].map((name) => join(folder, name)) as [string, string];
  const misspell = () => {
    const files = ["data/police/events-2018-2021.csv", "data/police/events-2022-2024.csv"];
    for (const file of files) {
      const path = join(study, file);
      // Every third serial gets a figure too many at the front, and so belongs to nobody.
      const text = readFileSync(path, "utf8").replace(/\b98\/(\d{6}[0369][A-Z])/g, "98/9$1");
      writeFileSync(path, text);
    }
  };

  const resultsOf = () => JSON.parse(readFileSync(join(out, "results.json"), "utf8"));

  beforeAll(async () => {
    await runCommand("simulate", study, "--seed", "3");
    withoutReferences(study);
    misspell();
  }, 300_000);

  it("do not make people free of events: no outcome is estimated, and the refusal says what would change it", async () => {
    const run = await runCommand("run", study, "--out", out);
    expect([run.code, run.err]).toEqual([4, ""]);
    const { comparisons, refusals, blocks } = resultsOf();
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { estimates, tests, curves } of comparisons) expect([estimates, tests, curves]).toEqual([[], [], []]);
    expect(refusals.map(({ id }: { id: string }) => id)).toContain("too-few-linked");
    expect(blocks).toEqual([]);
  }, 300_000);

  it("are an assumption that every comparison states where the extract is declared to hold others too", async () => {
    const plan = join(study, "study.yaml");
    writeFileSync(plan, readFileSync(plan, "utf8").replace("{ table: events,", "{ table: events, holds: area,"));
    await runCommand("run", study, "--out", out);
    const { comparisons, refusals } = resultsOf();
    expect(refusals.map(({ id }: { id: string }) => id)).not.toContain("too-few-linked");
    for (const { estimates, assumptions } of comparisons) {
      expect(estimates.length).toBeGreaterThan(0);
      expect(assumptions.join(" ")).toContain("somebody whose rows were missed counts as having none");
    }
  }, 300_000);
});
