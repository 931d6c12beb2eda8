import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const given = ["Aisha", "Brian", "Carol", "David", "Emma", "Farid", "Grace", "Henry", "Irene", "James"];
const family = ["Ahmed", "Brown", "Clarke", "Davies", "Evans", "Foster", "Green", "Hughes", "Iqbal", "Jones"];
const nameOf = (row: number) => `${given[row % 10]} ${family[Math.floor(row / 10) % 10]}`;

describe("an export with a name column", () => {
  const study = join(temporaryFolder(), "study");
  const people = join(study, "data/case-management/people.csv");
  const planFile = join(study, "study.yaml");
  let rows: string[][] = [];
  let plan = "";

  beforeAll(async () => {
    await runCommand("simulate", study, "--seed", "9", "--referrals", "40", "--pool", "150");
    rows = readFileSync(people, "utf8")
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(","));
    plan = readFileSync(planFile, "utf8");
  });

  /** One column more, under a header, and the field of people that the plan reads from it; null leaves it unmapped. */
  function withColumn(header: string, cellOf: (row: number) => string, mapped: boolean) {
    writeFileSync(people, rows.map((row, at) => [...row, at === 0 ? header : cellOf(at)].join(",")).join("\r\n"));
    expect(plan).toContain("area: Area");
    writeFileSync(planFile, mapped ? plan.replace("area: Area", `area: ${header}`) : plan);
  }

  const refusedBy = async (command: "check" | "run") => {
    const { code, out, err } = await runCommand(command, study);
    expect([2, 3]).toContain(code);
    expect(out + err).toMatch(/name/);
    for (const name of family) expect(out + err).not.toContain(name);
    expect(existsSync(join(study, "out"))).toBe(false);
    return err;
  };

  it.each([
    ["under its own header", "Client name", nameOf],
    ["under another header", "Reference 2", nameOf],
    ["surname first", "Detail", (row: number) => `"${nameOf(row).split(" ").reverse().join(", ")}"`],
  ])("practice-F10: fails before anything is written, %s, and no name is printed", async (_, header, cellOf) => {
    withColumn(header, cellOf, true);
    await refusedBy("check");
    expect(await refusedBy("run")).toContain(header);
  });

  it("fails where the name is the id of a person", async () => {
    writeFileSync(planFile, plan);
    writeFileSync(
      people,
      rows.map((row, at) => [at === 0 ? row[0] : nameOf(at), ...row.slice(1)].join(",")).join("\r\n"),
    );
    await refusedBy("run");
  });

  it("is read where the plan does not map the column, and no cell of it is printed", async () => {
    withColumn("Client name", nameOf, false);
    const { code, out, err } = await runCommand("check", study);
    expect(code).toBe(0);
    for (const name of family) expect(out + err).not.toContain(name);
  });
});
