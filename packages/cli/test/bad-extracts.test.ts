import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue, Results } from "@likewise/schema";
import { beforeAll, describe, expect, it } from "vitest";
import { runCommand, temporaryFolder } from "./run-command.ts";

const plan = `version: 1
title: A small study whose extracts are wrong in places
data:
  asAt: "2025-06-30"
  tables:
    people: { files: [people.csv], columns: { person: id, birth_year: born, sex: sex } }
    selections: { files: [selections.csv], columns: { person: id, panel_decision: decision, decision_date: on } }
    referrals: { files: [referrals.csv], columns: { person: id, referral_date: on, closed_date: closed } }
    stages: { files: [stages.csv], columns: { person: id, stage: stage, date: on } }
    sessions: { files: [sessions.csv], columns: { person: id, session_date: on, attended: attended } }
    orders: { files: [orders.csv], columns: { person: id, kind: kind, from: begins, to: ends } }
    events: { files: [events.csv], columns: { event: ref, person: id, event_date: on, role: role } }
    searches: { files: [searches.csv], columns: { person: id, found: found, from: begins, to: ends }, constants: { source: events } }
cohort:
  indexDate: selections.decision_date
  arms:
    from: selections.panel_decision
    treated: [selected]
    comparison: [capacity-refused]
    labels: { treated: people given a place, comparison: people there was no room for }
outcomes:
  - { id: reoffence, label: recorded crime within 12 months, basis: recorded-crime, reporter: police,
      definition: recorded, kind: binary, window: recorded-12m, direction: lower }
comparisons:
  - { id: headline, headline: true, assignment: selected, comparator: concurrent-untreated, method: none, outcomes: [reoffence], covariates: [] }
`;

const people = Array.from({ length: 40 }, (_, at) => `p${String(at + 1).padStart(2, "0")}`);
const treated = people.slice(0, 20);

/** Extracts in which nothing is wrong, as lines below the header. */
const extracts = (): Record<string, string[]> => ({
  people: ["id,born,sex", ...people.map((id) => `${id},1985,male`)],
  selections: [
    "id,decision,on",
    ...people.map((id, at) => `${id},${at < 20 ? "selected" : "capacity-refused"},2023-01-10`),
  ],
  referrals: ["id,on,closed", ...people.map((id) => `${id},2023-01-02,2023-09-30`)],
  stages: [
    "id,stage,on",
    ...treated.flatMap((id) => [`${id},started,2023-02-01`, `${id},completed,2023-08-01`, `${id},exit,2023-08-01`]),
  ],
  sessions: ["id,on,attended", ...treated.map((id) => `${id},2023-03-01,yes`)],
  orders: ["id,kind,begins,ends", "p05,custody,2023-05-01,2023-05-31", "p25,licence,2023-05-01,2023-08-31"],
  events: ["ref,id,on,role", ...people.flatMap((id, at) => (at % 3 === 0 ? [`E${at},${id},2023-06-15,suspect`] : []))],
  searches: ["id,found,begins,ends", ...people.map((id) => `${id},yes,2020-01-01,2025-06-30`)],
});

interface Planted {
  readonly what: string;
  readonly table: string;
  /** Changes the lines of the extract. */
  readonly plant: (lines: string[]) => void;
  readonly code: string;
  /** Where it must be reported: the row as received, below the header and from 1. */
  readonly at: readonly [file: string, row: number];
  /** Rows of the table that the run must say it left out for it. */
  readonly leftOut: number;
}

const added = (line: string) => (lines: string[]) => void lines.push(line);
const changed = (row: number, line: string) => (lines: string[]) => void lines.splice(row, 1, line);

const planted: readonly Planted[] = [
  {
    what: "an event before birth",
    table: "events",
    plant: added("E90,p01,1980-06-01,suspect"),
    code: "event_before_birth",
    // after the 14 events of every third person
    at: ["events.csv", 15],
    leftOut: 1,
  },
  {
    what: "an event after the extract date",
    table: "events",
    plant: added("E91,p02,2025-08-01,suspect"),
    code: "date_after_extract",
    at: ["events.csv", 16],
    leftOut: 1,
  },
  {
    what: "an order that ends before it starts",
    table: "orders",
    plant: added("p06,custody,2023-07-01,2023-06-01"),
    code: "date_order",
    at: ["orders.csv", 3],
    leftOut: 1,
  },
  {
    what: "a person in both arms",
    table: "selections",
    plant: added("p03,capacity-refused,2023-01-11"),
    code: "person_in_both_arms",
    // at their first decision
    at: ["selections.csv", 3],
    leftOut: 0,
  },
  {
    what: "referrals that overlap",
    table: "referrals",
    plant: added("p04,2023-05-01,2023-12-01"),
    code: "referrals_overlap",
    at: ["referrals.csv", 41],
    leftOut: 0,
  },
  {
    what: "a completion without a session",
    table: "sessions",
    plant: changed(7, "p07,2023-03-01,no"),
    code: "completed_without_session",
    // at the completion: three stages of each of six people, their own start, and the row that is rejected
    at: ["stages.csv", 3 * 6 + 2 + 1],
    leftOut: 0,
  },
  {
    what: "an exit before the start",
    table: "stages",
    plant: changed(3 * 8, "p08,exit,2023-01-20"),
    code: "exit_before_start",
    at: ["stages.csv", 3 * 8 + 1],
    leftOut: 0,
  },
  {
    what: "a code nobody knows",
    table: "events",
    plant: added("E92,p05,2023-06-16,bystander"),
    code: "code_unknown",
    at: ["events.csv", 17],
    leftOut: 1,
  },
  {
    what: "a row without a person, rejected above the other two",
    table: "stages",
    plant: (lines) => void lines.splice(1, 0, ",contacted,2023-02-01"),
    code: "required_missing",
    at: ["stages.csv", 1],
    leftOut: 1,
  },
];

function written(plant: readonly Planted[]): string {
  const folder = temporaryFolder();
  const tables = extracts();
  for (const one of plant) one.plant(tables[one.table]!);
  for (const [table, lines] of Object.entries(tables))
    writeFileSync(join(folder, `${table}.csv`), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "study.yaml"), plan);
  return folder;
}

interface Outcome {
  readonly issues: Issue[];
  readonly results: Results;
  readonly issueLines: string[];
  readonly out: string;
  readonly folder: string;
}

async function outcomeOf(plant: readonly Planted[]): Promise<Outcome> {
  const folder = written(plant);
  const checked = await runCommand("check", folder, "--json");
  expect(checked.err).toBe("");
  const run = await runCommand("run", folder);
  expect(run.err).toBe("");
  return {
    issues: JSON.parse(checked.out).issues,
    results: JSON.parse(readFileSync(join(folder, "out/private/results.json"), "utf8")),
    issueLines: readFileSync(join(folder, "out/private/issues.csv"), "utf8").trimEnd().split("\n").slice(1),
    out: run.out,
    folder,
  };
}

describe("extracts that are wrong in nine places", () => {
  let clean: Outcome;
  let bad: Outcome;

  beforeAll(async () => {
    clean = await outcomeOf([]);
    bad = await outcomeOf(planted);
  });

  it("have no issue before anything is wrong", () => {
    expect(clean.issues).toEqual([]);
  });

  it.each(planted.map((one) => [one.what, one] as const))(
    "%s is reported, at its row as received",
    (_, { code, at }) => {
      const found = bad.issues.filter((issue) => issue.code === code);
      expect(found.map(({ file, row }) => [file, row])).toEqual([at]);
      expect(bad.issueLines.filter((line) => line.includes(code))).toHaveLength(1);
    },
  );

  it("report nothing else", () => {
    expect(bad.issues.map(({ code }) => code).sort()).toEqual(planted.map(({ code }) => code).sort());
  });

  it("are counted: rows in are rows used and rows rejected, each with its reason, and no row is put right", () => {
    for (const table of ["events", "orders", "selections", "referrals", "sessions", "stages"]) {
      const account = bad.results.accounts.find((one) => one.stage === "ingest" && one.table === table)!;
      const here = planted.filter((one) => one.table === table);
      expect([table, account.rowsRejected]).toEqual([table, here.reduce((sum, { leftOut }) => sum + leftOut, 0)]);
      expect(account.rowsIn).toBe((account.rowsUsed as number) + (account.rowsRejected as number));
    }
  });

  it("are kept as received, each with why it was left out, and the rows that stand are those received", () => {
    const inside = join(bad.folder, "out/private/rejected");
    const kept = readdirSync(inside).flatMap((file) =>
      readFileSync(join(inside, file), "utf8").trimEnd().split("\r\n").slice(1),
    );
    // line, reasons, then the cells of the row
    expect(kept.map((line) => line.split(",").slice(2).join(",")).sort()).toEqual([
      ",contacted,2023-02-01",
      "E90,p01,1980-06-01,suspect",
      "E91,p02,2025-08-01,suspect",
      "E92,p05,2023-06-16,bystander",
      "p06,custody,2023-07-01,2023-06-01",
    ]);
    for (const line of kept) expect(line.split(",")[1]).not.toBe("");
    // Both referrals, the completion nobody attended and the exit before the start stand: counted once, and in no other way.
    const rowsUsed = (table: string, { results }: Outcome) =>
      results.accounts.find((one) => one.stage === "ingest" && one.table === table)!.rowsUsed;
    expect([rowsUsed("referrals", bad), rowsUsed("stages", bad)]).toEqual([41, rowsUsed("stages", clean)]);
    const inBoth = bad.results.accounts.flatMap(({ reasons }) => reasons.filter(({ code }) => code === "both-arms"));
    expect(inBoth.map(({ rows }) => rows)).toEqual([1]);
  });

  it("leave people out where no arm can be told, and the run says how many rows it left out", () => {
    const [before, after] = [clean, bad].map(
      ({ results }) => results.comparisons[0]!.estimates.find(({ primary }) => primary)!,
    );
    // p03 has decisions of both arms.
    expect([before!.treated.n, before!.comparison.n]).toEqual([20, 20]);
    expect([after!.treated.n, after!.comparison.n]).toEqual([19, 20]);
    // three events, an order and a stage
    const [rowsBefore, rowsAfter] = [clean, bad].map(({ out }) => /ingest .*?([\d,]+) rejected/s.exec(out)?.[1]);
    expect([rowsBefore, rowsAfter]).toEqual(["0", "5"]);
  });
});
