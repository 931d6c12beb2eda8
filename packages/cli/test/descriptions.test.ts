import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Cell, Results, Table } from "@likewise/schema";
import { cleanExtracts, simulateProgramme } from "@likewise/simulate";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runCommand, temporaryFolder } from "./run-command.ts";

type Row = Readonly<Record<string, string>>;

/** Rows by the names in the header; a cell with a comma stands in quotes. */
function rowsOf(text: string): Row[] {
  const [header = "", ...lines] = text.trim().split("\n");
  const names = header.split(",");
  const cellsOf = (line: string) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell!);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [names[index]!, cell])));
}

/** Every count below is taken again from the extracts, row by row, without any of the code under test. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

describe("a run describes a study, table by table", () => {
  const programme = simulateProgramme({ seed: 7, referrals: 120, pool: 400 });
  const files = new Map(cleanExtracts(programme).map(({ name, text }) => [name, text]));
  const extract = (table: string) => rowsOf(files.get(`data/${table}.csv`)!);
  const firstDays = (stage: string) => {
    const days = new Map<string, string>();
    for (const { person, stage: reached, date } of extract("stages")) {
      const known = days.get(person!);
      if (reached === stage && (known === undefined || date! < known)) days.set(person!, date!);
    }
    return days;
  };
  let results: Results;
  let published: string;
  let descriptions: Record<string, unknown>;
  let apart: Record<string, unknown>;

  const table = (id: string): Table => results.tables.find((one) => one.id === id)!;
  const cellOf = (id: string, at: Cell["at"]): Cell =>
    table(id).cells.find((one) => Object.entries(at).every(([dimension, level]) => one.at[dimension] === level))!;

  beforeAll(async () => {
    const study = join(temporaryFolder(), "study");
    for (const [name, text] of files) {
      mkdirSync(dirname(join(study, name)), { recursive: true });
      writeFileSync(join(study, name), text);
    }
    const [primary] = programme.plan.outcomes;
    const { measure: _measure, smallestEffect: _smallest, ...rest } = primary;
    const plan = {
      ...programme.plan,
      outcomes: [
        ...programme.plan.outcomes,
        { ...rest, id: "da-first-12m", label: "first crime within 12 months", kind: "time-to-event", primary: false },
      ],
      cohort: {
        ...programme.plan.cohort,
        throughput: [{ from: "2021-01-01", to: "2021-03-31", as: "completion-rate" }],
        landmarks: [{ outcome: "da-first-12m", stage: "started", days: 90 }],
        exposure: [{ outcome: "da-first-12m", stage: "started" }],
      },
    };
    writeFileSync(join(study, "study.yaml"), stringify(JSON.parse(JSON.stringify(plan))));
    const { code, err } = await runCommand("run", study);
    expect(err).toBe("");
    expect([0, 4]).toContain(code);
    results = JSON.parse(readFileSync(join(study, "out/private/results.json"), "utf8"));
    published = readFileSync(join(study, "out/results.json"), "utf8");
    const privately = join(study, "out/private");
    descriptions = JSON.parse(readFileSync(join(privately, "descriptions.json"), "utf8"));
    apart = JSON.parse(readFileSync(join(privately, "victim-survivors/descriptions.json"), "utf8"));
  }, 120_000);

  it("keeps ids of victim-survivors and children out of the descriptions of the cohort", () => {
    const theirs = new Set(
      extract("people")
        .filter(({ role }) => role !== "perpetrator")
        .map(({ person }) => person!),
    );
    const referred = new Set(extract("referrals").map(({ person }) => person!));
    const namedIn = (described: unknown) =>
      JSON.stringify(described)
        .match(/"[^"]*"/g)!
        .map((text) => text.slice(1, -1));
    const named = namedIn(descriptions);
    expect(namedIn(apart).filter((text) => theirs.has(text)).length).toBeGreaterThan(0);
    expect(theirs.size).toBeGreaterThan(0);
    expect(named.filter((text) => referred.has(text)).length).toBeGreaterThan(0);
    expect(named.filter((text) => theirs.has(text))).toEqual([]);
  });

  it("pathway: everyone referred is in one cell", () => {
    const referred = new Set(extract("referrals").map(({ person }) => person));
    expect(referred.size).toBe(120);
    expect(cellOf("pathway-furthest", { furthest: "total", now: "total" }).numerator).toBe(120);
    const completed = new Set(firstDays("completed").keys());
    expect(cellOf("pathway-furthest", { furthest: "total", now: "completed" }).numerator).toBe(completed.size);
  });

  it("waits: those who began to wait, and who arrived", () => {
    const started = firstDays("started");
    const referred = new Map(extract("referrals").map(({ person, referral_date }) => [person!, referral_date!]));
    const arrived = [...started].filter(([person, day]) => daysBetween(referred.get(person)!, day) <= 56);
    const wait = cellOf("waiting-referred-started-within", { days: "56" });
    expect(arrived.length).toBeLessThan(started.size);
    expect([wait.numerator, wait.denominator]).toEqual([arrived.length, 120]);
  });

  it("dose: people by sessions attended", () => {
    const people = new Set(extract("sessions").map(({ person }) => person));
    expect(cellOf("attendance", { attended: "total" }).numerator).toBe(people.size);
  });

  it("flow: what began and ended over all months is every referral, and every closure", () => {
    const flow = results.tables.find(({ id }) => id.startsWith("stock-") && !id.endsWith("-open"))!;
    const sumOf = (kind: string) =>
      flow.cells.filter(({ at }) => at.flow === kind).reduce((sum, { numerator }) => sum + Number(numerator), 0);
    expect(sumOf("inflow")).toBe(extract("referrals").length);
    expect(sumOf("outflow")).toBe(extract("referrals").filter(({ closed_date }) => closed_date !== "").length);
  });

  it("selection and reach: decisions of the panel, and who of a group was accepted", () => {
    const decisions = extract("selections");
    const selected = decisions.filter(({ panel_decision }) => panel_decision === "selected");
    expect(cellOf("selection-decisions", { panel: "selected", provider: "total" }).numerator).toBe(selected.length);
    const sexOf = new Map(extract("people").map(({ person, sex }) => [person, sex]));
    const women = decisions.filter(({ person }) => sexOf.get(person) === "female");
    const accepted = women.filter((row) => row.panel_decision === "selected" && row.provider_decision !== "refused");
    expect(cellOf("reach-sex", { sex: "female" })).toMatchObject({
      numerator: accepted.length,
      denominator: women.length,
    });
  });

  it("reoffending: domestic-abuse crimes of the year after the decision, of those searched for and found", () => {
    const decided = new Map(
      extract("selections")
        .filter(({ panel_decision }) => panel_decision === "selected")
        .map(({ person, decision_date }) => [person!, decision_date!]),
    );
    const found = new Set(
      extract("searches")
        .filter((row) => row.found === "true")
        .map(({ person }) => person),
    );
    const yearLater = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
    const adults = new Set(
      extract("people")
        .filter(({ age }) => age !== "" && Number(age) >= 18)
        .map(({ person }) => person),
    );
    const followed = [...decided].filter(([person]) => found.has(person) && adults.has(person));
    const reoffended = new Set(
      extract("events")
        .filter((event) => {
          const day = decided.get(event.person!);
          const counts = event.domestic === "true" && event.crime !== "false" && event.breach !== "true";
          const theirs = event.role === "" || event.role === "suspect" || event.role === "offender";
          return (
            counts && theirs && day !== undefined && event.event_date! > day && event.event_date! <= yearLater(day)
          );
        })
        .map(({ person }) => person),
    );
    expect(cellOf("reoffending-da-recorded-12m-recorded-12m-share", { group: "treated" })).toMatchObject({
      numerator: followed.filter(([person]) => reoffended.has(person)).length,
      denominator: followed.length,
    });
  });

  it("blocks: shares around the index date stand once, and warnings beside those around a stage", () => {
    expect(results.blocks.filter(({ window }) => window === "block+3")).toHaveLength(2);
    expect(table("blocks-prevalence").cells.some(({ at }) => at.anchor === "index")).toBe(false);
    expect(table("blocks-rate").cells.some(({ at }) => at.anchor === "index")).toBe(true);
    const [block] = results.blocks.filter(({ window, group }) => window === "block+1" && group === "treated");
    const rate = cellOf("blocks-rate", { anchor: "index", group: "treated", block: "block+1" });
    expect(rate).toMatchObject({ numerator: block!.withEvent, denominator: block!.atRisk });
    expect(results.warnings!.map(({ code }) => code)).toContain("selected-on-recent-offending");
    expect(table("blocks-selection-alone").cells[0]!.interval).toHaveLength(2);
  });

  it("run chart: people enter on the day of the decision", () => {
    const entered = table("run-chart-flow").cells.filter(({ at }) => at.flow === "entered");
    const sum = entered.reduce((total, { numerator }) => total + Number(numerator), 0);
    expect(sum).toBe(120 - Number(results.coverage[0]!.people) + Number(results.coverage[0]!.searchedAndFound));
  });

  it("landmark and exposure: everyone analysed is in one group, or left out by name", () => {
    const groups = table("landmark-da-first-12m-started-90").cells;
    const [reached, not, left] = groups.map(({ numerator, denominator }) => Number(denominator ?? numerator));
    const [before] = table("exposure-da-first-12m-started").cells;
    const { missing, undated } = (descriptions.landmarks as { missing: number; undated: number }[])[0]!;
    const analysed = results.analysisSets
      .filter(({ id }) => id === "referred")
      .reduce((sum, { people }) => sum + Number(people), 0);
    expect(reached! + not! + left! + missing + undated).toBe(analysed);
    expect(Number(before!.denominator)).toBeLessThanOrEqual(analysed - missing - undated);
  });

  it("refuses completions of a quarter over starts of the quarter as a completion rate", () => {
    expect(results.refusals).toContainEqual(
      expect.objectContaining({
        id: "not-a-completion-rate",
        what: "completed over started, 2021-01-01 to 2021-03-31, as a completion rate",
      }),
    );
  });

  it("publishes no id of anybody, though what is private names people", () => {
    const ids = new Set(extract("people").map(({ person }) => person!));
    const named = (text: string) => [...ids].filter((id) => new RegExp(`"${id}"`).test(text));
    expect(named(published)).toEqual([]);
    expect(named(JSON.stringify(descriptions)).length).toBeGreaterThan(0);
  });
});
