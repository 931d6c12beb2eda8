import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const folder = temporaryFolder();
const rows = Array.from({ length: 60 }, (_, row) => ({
  arm: row % 2 === 0 ? "yes" : "no",
  age: String(20 + ((row * 7) % 30)),
  arrest: row % 3 === 0 ? "1" : "0",
}));

/** The table with some cells as somebody might have typed them. */
function typed(name: string, ...changes: [row: number, change: Partial<(typeof rows)[number]>][]): string {
  const changed = rows.map((row, at) =>
    Object.assign({ ...row }, ...changes.filter(([one]) => one === at).map((c) => c[1])),
  );
  const file = join(folder, `${name}.csv`);
  writeFileSync(
    file,
    `arm,age,arrest\n${changed.map(({ arm, age, arrest }) => `${arm},${age},${arrest}`).join("\n")}\n`,
  );
  return file;
}

const compare = (file: string, ...more: string[]) =>
  runCommand(
    "compare",
    file,
    "--treatment",
    "arm",
    "--treated-value",
    "yes",
    "--outcome",
    "arrest",
    "--covariates",
    "age",
    ...more,
  );

describe("cells that change what a column is stop a comparison", () => {
  it("a third value of the arm is in neither until the comparison is named, and then it is counted", async () => {
    const file = typed("arms", [0, { arm: "maybe" }], [2, { arm: "maybe" }]);
    const { code, err, out } = await compare(file);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain("--comparison-value");
    expect(err).toContain("found 3 (rows with the treated one: 28; with the others: 30, 2)");
    expect(err).not.toContain("maybe");
    const named = await compare(file, "--comparison-value", "no", "--json");
    const { arms, rows } = JSON.parse(named.out);
    expect([arms.labels.comparison, rows.used]).toEqual(["people with arm no", 58]);
  });

  it("one age in words does not make levels of all of them", async () => {
    const file = typed("ages", [17, { age: "forty" }]);
    const { code, err } = await compare(file);
    expect(code).toBe(3);
    expect(err).toContain(
      'covariate "age": expected numbers, as in 59 rows, found something else in row 18 of those read; if its values are codes, --categories age',
    );
    expect(err).not.toContain("forty");
    expect((await compare(file, "--categories", "age")).err).not.toContain("if its values are codes");
  });

  it("one 2 does not make a mean of an outcome of noughts and ones", async () => {
    const file = typed("outcomes", [4, { arrest: "2" }]);
    const { code, err } = await compare(file);
    expect(code).toBe(3);
    expect(err).toContain('outcome "arrest": expected 0 and 1, no and yes or false and true, as in 59 rows');
    expect((await compare(file, "--type", "count")).err).not.toContain("expected 0 and 1");
  });

  it("an age nobody has is said", async () => {
    const { code, err } = await compare(typed("old", [5, { age: "420" }]));
    expect(code).toBe(0);
    expect(err).toContain('covariate "age": expected ages of 10 to 105, found others in one row, the first row 6');
  });

  it("an option that is wrong is told before the file is looked for", async () => {
    const { code, err } = await compare(join(folder, "none.csv"), "--type", "shares");
    expect(code).toBe(2);
    expect(err).toContain("--type: expected");
  });
});
