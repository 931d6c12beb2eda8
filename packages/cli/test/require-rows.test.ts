import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account, StudyPlan } from "@likewise/schema";
import { requireRows } from "likewise";
import { describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

function events(file: string, rowsUsed: number, reasons: Record<string, number>, stage: Account["stage"] = "ingest") {
  const rowsRejected = Object.values(reasons).reduce((sum, rows) => sum + rows, 0);
  return {
    stage,
    table: "events",
    file,
    rowsIn: rowsUsed + rowsRejected,
    rowsUsed,
    rowsRejected,
    reasons: Object.entries(reasons).map(([code, rows]) => ({ code, rows })),
    notes: [],
  } satisfies Account;
}

const planOf = (mayBeEmpty: boolean) =>
  ({ data: { tables: { events: { files: ["a.csv"], columns: {}, mayBeEmpty } } } }) as unknown as StudyPlan;

describe("a table that has rows of which none can be used", () => {
  it("stops the run with the reasons of all its files", () => {
    const lost = [events("a.csv", 0, { code_unknown: 88, not_linked: 45 }), events("b.csv", 0, { code_unknown: 2 })];
    expect(() => requireRows(planOf(true), lost)).toThrow(
      /events: none of its rows can be used \(code_unknown 90, not_linked 45\)/,
    );
  });

  it("is not one of which a file has some, one declared to be empty, or one that a later stage takes rows from", () => {
    requireRows(planOf(false), [events("a.csv", 0, { code_unknown: 88 }), events("b.csv", 1, {})]);
    requireRows(planOf(true), [events("a.csv", 0, {})]);
    requireRows(planOf(true), [events("a.csv", 0, { footer_row: 1, blank_row: 2 })]);
    requireRows(planOf(false), [events("a.csv", 3, {}), events("a.csv", 0, { "part-victim": 3 }, "offending")]);
  });

  it("an export without rows stops the run until somebody says that there is nothing to record", () => {
    for (const empty of [events("a.csv", 0, {}), events("a.csv", 0, { footer_row: 1 })]) {
      expect(() => requireRows(planOf(false), [empty])).toThrow("declare data.tables.events.mayBeEmpty: true");
    }
  });
});

describe("a cohort that nobody is left in", () => {
  /** Forty perpetrators whose age is a word, a victim-survivor whose age is a number, and events of all of them. */
  function study(): string {
    const folder = temporaryFolder();
    const ids = Array.from({ length: 40 }, (_, at) => `p${at + 1}`);
    const files = {
      "people.csv": [
        "id,part,age,on",
        "v1,adult-victim-survivor,30,",
        ...ids.map((id) => `${id},perpetrator,old,2023-01-10`),
      ],
      "events.csv": ["ref,id,on,role", ...ids.map((id, at) => `E${at},${id},2023-06-15,suspect`)],
      "study.yaml": [plan],
    };
    for (const [file, lines] of Object.entries(files)) writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
    return folder;
  }
  const plan = `version: 1
title: Whose ages are words
data:
  asAt: "2025-06-30"
  tables:
    people: { files: [people.csv], columns: { person: id, role: part, age: age, index_date: on } }
    events: { files: [events.csv], columns: { event: ref, person: id, event_date: on, role: role } }
cohort: { role: perpetrator, indexDate: people.index_date }
outcomes:
  - { id: again, label: recorded crime, basis: recorded-crime, reporter: police, definition: recorded, kind: binary,
      window: recorded-12m, direction: lower }
comparisons:
  - { id: headline, headline: true, assignment: selected, comparator: none, method: none, outcomes: [again], covariates: [] }
`;

  it.each(["check", "run"])(
    "%s names the line of the plan for a file and a column that are not there",
    async (command) => {
      const file = study();
      writeFileSync(join(file, "study.yaml"), plan.replace("events.csv", "event.csv"));
      expect(await runCommand(command, file)).toMatchObject({
        code: 2,
        err: "likewise: study.yaml line 7: data.tables.events.files[0]: event.csv does not exist; did you mean events.csv?\n",
      });
      const column = study();
      writeFileSync(join(column, "people.csv"), "id,age,age,on\n1,2,3,2023-01-10\n");
      expect(await runCommand(command, column)).toMatchObject({
        code: 2,
        err: expect.stringMatching(
          /^likewise: study\.yaml line 6: data\.tables\.people\.columns\.role: people\.csv has no column "part"; "age" is there twice/,
        ),
      });
    },
  );

  it.each(["check", "run"])(
    "%s says with it which rows of which column were rejected, how many and why",
    async (command) => {
      const { code, err } = await runCommand(command, study());
      expect(code).toBe(3);
      const [what, intro, cause, following] = err.trimEnd().split("\n");
      expect(what).toMatch(/cohort: nobody is left .*other-role 1/);
      expect(intro).toMatch(/^Rows rejected when the files were read/);
      expect(cause).toMatch(/^ {2}40 rows, the first: people.csv row 2, column "age": expected .*\[number_\w+\]$/);
      expect(following).toBe("  40 more rows that name one of these");
    },
  );
});
