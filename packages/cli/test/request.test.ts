import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { repository, runCommand, temporaryFolder } from "./run-command.ts";

const extracts = join(repository, "packages/cli/test/five-extracts");
const truth = JSON.parse(readFileSync(join(extracts, "truth.json"), "utf8"));

interface Request {
  readonly dates: Record<string, string | null>;
  readonly tables: readonly {
    table: string;
    files: readonly string[];
    identifiers: readonly string[];
    coverage: string | null;
    columns: readonly { field: string; header: string; required: boolean; codes: readonly string[]; type: string }[];
    checks: readonly string[];
  }[];
  readonly counts: {
    readonly missing: string | null;
    readonly rows: readonly { id: string; treated: number | null; comparison: number | null; minimum: number | null }[];
  };
}

async function requested(folder: string): Promise<Request> {
  const { code, out, err } = await runCommand("request", folder, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
}

const countsOf = ({ counts }: Request) =>
  Object.fromEntries(counts.rows.map(({ id, treated, comparison }) => [id, [treated, comparison]]));

describe("the data specification of a study whose data are there", () => {
  let folder: string;
  let request: Request;

  beforeAll(async () => {
    folder = join(temporaryFolder(), "study");
    expect((await runCommand("init", folder, "--from", extracts)).code).toBe(0);
    request = await requested(folder);
  });

  it("works out the dates the events must cover from the first and last index date", () => {
    // By hand: the window of 24 months before 2020-04-03 begins on the day after 2018-04-03; the window of 12 months
    // after 2022-02-28 ends on 2023-02-28.
    expect(request.dates).toMatchObject({
      firstIndex: truth.people.indexDate.from,
      lastIndex: truth.people.indexDate.to,
      eventsFrom: "2018-04-04",
      eventsTo: "2023-02-28",
      proofTo: null,
    });
  });

  it("counts what the Justice Data Lab asks for, as the truth has it", () => {
    const { withIndexDate, byArm } = truth.people;
    const { ofPeopleWithIndexDateAndFound: found, within12Months: events } = truth.reoffending;
    // Two searches that found a comparison person cannot be read.
    const unreadable = 2;
    expect(countsOf(request)).toEqual({
      submitted: [byArm.programme, byArm.comparison],
      complete: [complete("Programme"), complete("Comparison")],
      "index-date": [withIndexDate.programme, withIndexDate.comparison],
      "in-period": [withIndexDate.programme, withIndexDate.comparison],
      searched: [withIndexDate.programme, withIndexDate.comparison - unreadable],
      matched: [found.programme, found.comparison - unreadable],
      observed: [found.programme, found.comparison - unreadable],
      reoffenders: [events.programme, events.comparison],
    });
    expect(request.counts.missing).toBeNull();
  });

  it("says of every column its name, type, codes and whether it must be filled", () => {
    const events = request.tables.find(({ table }) => table === "events")!;
    const column = (field: string) => events.columns.find((one) => one.field === field);
    expect(column("event_date")).toMatchObject({ header: "Committed From", type: "date", required: true });
    expect(column("role")).toMatchObject({ header: "Role", required: false });
    expect(column("role")!.codes).toContain("Susp (suspect)");
    expect(events.checks).toContain("no two rows have the same event and person");
    expect(events.coverage).toBe("to 2023-04-14");
  });

  it("is a page of Markdown whose counts are marked as working", async () => {
    const { code, out } = await runCommand("request", folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^# Data specification: study\n/);
    expect(out).toMatch(/WORKING: exact counts/);
    expect(out).toContain("| people submitted | 110 | 200 | 60: met |");
    const cells = out.split("\n").filter((line) => line.startsWith("| Client Ref"));
    for (const line of cells) expect(line.split(" | ")).toHaveLength(6);
  });

  it("names no person", async () => {
    const { out } = await runCommand("request", folder);
    expect(out).not.toMatch(/CL0\d{4}|Garrow|Farrowby/);
  });

  it("is written to a new file, and to no file that is there", async () => {
    const file = join(temporaryFolder(), "request.md");
    expect((await runCommand("request", folder, "--out", file)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe((await runCommand("request", folder)).out);
    writeFileSync(file, "mine");
    const again = await runCommand("request", folder, "--out", file);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/is there already: name a new file/);
    expect(readFileSync(file, "utf8")).toBe("mine");
  });

  it("counts what it can while the police extract is awaited", async () => {
    const waiting = join(temporaryFolder(), "study");
    expect((await runCommand("init", waiting, "--from", extracts)).code).toBe(0);
    rmSync(join(waiting, "data/RMS_offences_extract.xlsx"));
    rmSync(join(waiting, "data/police_searches.tsv"));
    const request = await requested(waiting);
    expect(request.counts.missing).toMatch(/events, searches|searches, events/);
    expect(countsOf(request)).toMatchObject({
      submitted: [110, 200],
      "index-date": [110, 199],
      matched: [null, null],
      reoffenders: [null, null],
    });
    expect(request.dates.eventsFrom).toBe("2018-04-04");
  });
});

describe("the data specification of a bare plan", () => {
  const plan = `version: 1
title: A study to come
data:
  tables:
    people:
      files: [data/people.csv]
      columns: { person: id, arm: arm, index_date: start, birth_year: born }
    events:
      files: [data/events.csv]
      columns: { person: id, event_date: date, proven_date: proven }
      identifiers: { surname: name, birth_date: born }
cohort:
  arms: { from: people.arm, treated: [a], comparison: [b] }
  indexDate: people.index_date
  eligibility: [{ field: age, min: 18, reason: under 18 }]
outcomes:
  - { id: proven, label: proven reoffending, basis: proven, reporter: court, definition: proven, kind: binary, direction: lower, window: moj-proven-12m }
comparisons: [{ id: one, assignment: selected, comparator: concurrent-untreated }]
`;

  function folderWith(text: string): string {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "study.yaml"), text);
    return folder;
  }

  it("asks for the columns its outcomes need, and for searches, with rules in place of dates and blanks for counts", async () => {
    const folder = folderWith(plan);
    const request = await requested(folder);
    expect(request.dates).toMatchObject({
      firstIndex: null,
      eventsTo: null,
      followUp: "12 months",
      proof: "18 months",
    });
    const events = request.tables.find(({ table }) => table === "events")!;
    expect(events.columns.map(({ field }) => field).sort()).toEqual(
      ["event", "person", "event_date", "recorded_date", "crime", "role", "disposal", "proven_date"].sort(),
    );
    expect(events.identifiers).toEqual(["surname", "birth_date"]);
    expect(request.tables.find(({ table }) => table === "searches")).toMatchObject({ files: [] });
    expect(request.counts.rows.every(({ treated, comparison }) => treated === null && comparison === null)).toBe(true);
    expect(request.counts.rows.flatMap(({ id, minimum }) => (minimum === null ? [] : [`${id} ${minimum}`]))).toEqual([
      "submitted 60",
      "matched 30",
      "reoffenders 30",
    ]);
    const { out } = await runCommand("request", folder);
    expect(out).toContain("to be filled in: ______ and ______");
    expect(out).toContain("- not eligible by age: under 18");
    expect(out).toContain("| Convictions and cautions to | 18 months after the last index date");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("says why counts are missing where the people cannot be read", async () => {
    const folder = folderWith(plan);
    writeFileSync(join(folder, "data/people.csv"), "id,arm\nP1,a\n");
    const request = await requested(folder);
    expect(request.counts.missing).toMatch(/data\/people\.csv has no column "born"/);
  });

  it("asks for the arms as the plan names them, and of a linked table for no id", async () => {
    const linked = plan
      .replace("data:\n", "data:\n  linkage: [{ table: events, rules: [[surname, birth_date]] }]\n")
      .replace(
        "birth_year: born }",
        "birth_year: { column: born, use: age } }\n      identifiers: { surname: name, birth_date: born }",
      )
      .replace("{ person: id, event_date", "{ event_date");
    const { tables } = await requested(folderWith(linked));
    const columns = (name: string) => tables.find(({ table }) => table === name)!.columns;
    expect(columns("people").find(({ field }) => field === "arm")!.codes).toEqual(["a", "b"]);
    expect(columns("people").find(({ field }) => field === "birth_year")).toMatchObject({
      header: "born",
      type: "date",
    });
    expect(columns("events").map(({ field }) => field)).not.toContain("person");
  });

  it("refuses a folder without a plan", async () => {
    const { code, err } = await runCommand("request", temporaryFolder());
    expect(code).toBe(2);
    expect(err).toMatch(/holds no study\.yaml/);
  });
});

/** A plain count over the lines of the file: id, sex, year of birth and referral date all there and possible. */
function complete(arm: string): number {
  const text = new TextDecoder("windows-1252").decode(
    readFileSync(join(extracts, "Case Mgmt export (referrals) 2023-04.csv")),
  );
  const seen = new Set<string>();
  let people = 0;
  for (const line of text.split("\r\n").slice(4)) {
    const cells = line.split(";");
    const [id = "", , , born = "", sex = "", , , referred = ""] = cells;
    if (!/^CL\d+$/.test(id) || seen.has(id) || cells[11]?.toLowerCase() !== arm.toLowerCase()) continue;
    seen.add(id);
    const possible = referred !== "31/06/2020" && /^(19|20)\d\d$/.test(born);
    if (possible && /^(Male|Female)$/.test(sex)) people++;
  }
  return people;
}
