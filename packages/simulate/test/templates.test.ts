import { type CellValue, cell, recordSchema, validatePlan } from "@likewise/schema";
import { studyTemplates, templateStudy } from "@likewise/simulate";
import { describe, expect, it } from "vitest";
import { groupBy, rowsOf } from "./rows-of.ts";

const seeds = [1, 2, 3];
const templateOf = (id: string) => studyTemplates.find((template) => template.id === id)!;
const made = new Map<string, ReturnType<typeof templateStudy>>();

function studyOf(id: string, seed: number) {
  const study = made.get(`${id} ${seed}`) ?? templateStudy(templateOf(id), seed);
  made.set(`${id} ${seed}`, study);
  return study;
}

/** Counts of one study, by the tables as anybody would read them. */
function counting(id: string, seed: number) {
  const { tables } = studyOf(id, seed);
  const rows = (table: string) => (tables[table] === undefined ? [] : rowsOf<Row>(tables[table]));
  const stages = groupBy(rows("stages"), (row) => row.stage);
  const crimes = groupBy(
    rows("events").filter((row) => row.crime && row.role !== "victim" && row.proactive !== true),
    (row) => row.person,
  );
  return {
    rows,
    at: (stage: string) => stages.get(stage) ?? [],
    /** People with a crime in (day + from, day + to], in calendar months. */
    withCrime: (people: readonly Row[], day: string, from: number, to: number, domestic = true) =>
      people.filter((one) =>
        (crimes.get(one.person!) ?? []).some(
          (crime) =>
            (!domestic || crime.domestic) &&
            Number(crime.event_date) > monthsOn(Number(one[day]), from) &&
            Number(crime.event_date) <= monthsOn(Number(one[day]), to),
        ),
      ).length,
  };
}

type Row = Readonly<Record<string, CellValue>>;

/** Months on from a day, by the calendar of the platform: the last day of a month where the same day is not there. */
function monthsOn(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / 86_400_000;
}

describe.each(seeds)("counts of the published shape, seed %i", (seed) => {
  it("high-risk case management: 11,751 identified, 321 met criteria, 131 in the cohort, 13 in a group, 3 completed (high-harm pilot, Hampshire)", () => {
    const { at, rows } = counting("high-risk-case-management", seed);
    expect(at("identified")).toHaveLength(11_751);
    expect(at("met-criteria")).toHaveLength(321);
    expect(rows("selections").filter((row) => row.panel_decision === "selected")).toHaveLength(131);
    expect(rows("selections").filter((row) => row.panel_decision !== "selected")).toHaveLength(321 - 131);
    expect(rows("referrals")).toHaveLength(131);
    const grouped = rows("sessions").filter((row) => row.component === "group");
    expect(new Set(grouped.map((row) => row.person)).size).toBe(13);
    expect(at("completed")).toHaveLength(3);
  });

  it("high-risk case management: 98 % before, 44 % after selection, 36 % after engagement (practice page, 2024)", () => {
    const { at, rows, withCrime } = counting("high-risk-case-management", seed);
    const selected = rows("selections").filter((row) => row.panel_decision === "selected");
    // Nearest counts: 0.98 × 131 = 128.4, 0.44 × 131 = 57.6, 0.36 × 50 = 18.
    expect(withCrime(selected, "decision_date", -12, 0)).toBe(128);
    expect(withCrime(selected, "decision_date", 0, 12)).toBe(58);
    expect(at("engaged")).toHaveLength(50);
    expect(withCrime(at("engaged"), "date", 0, 12)).toBe(18);
  });

  it("one to one: a cohort of 55 in February 2023 (practice page, 2023), 20 of them without an offence (an illustration)", () => {
    const { at, rows } = counting("one-to-one-behaviour-change", seed);
    expect(rows("referrals")).toHaveLength(55);
    expect(at("started")).toHaveLength(55);
    expect(rows("referrals").filter((row) => row.prior_offence === "no")).toHaveLength(20);
    const february = 19416; // 2023-02-28: 53 years of 365 days, 13 leap days, 58 days
    expect(Math.max(...at("started").map((row) => Number(row.date)))).toBeLessThanOrEqual(february);
  });

  it("groupwork: a third never assessed, 300 start and 190 complete (NSPCC, 2015 and 2016)", () => {
    const { at, rows } = counting("groupwork", seed);
    expect(rows("referrals")).toHaveLength(900);
    expect(at("assessed")).toHaveLength(600);
    expect(at("started")).toHaveLength(300);
    expect(at("completed")).toHaveLength(190);
    expect(Math.max(...rows("sessions").map((row) => Number(row.planned_minutes)))).toBe(120);
  });

  it("groupwork: 35 % of referrals and 64 % of completers referred themselves (community programme, 2023)", () => {
    const { at, rows } = counting("groupwork", seed);
    const self = new Set(
      rows("referrals")
        .filter((row) => row.source === "self")
        .map((row) => row.person),
    );
    expect(self.size).toBe(315); // 0.35 × 900
    expect(at("completed").filter((row) => self.has(row.person!))).toHaveLength(122); // 0.64 × 190 = 121.6
  });

  it("groupwork: 1 in 5 of those who started offend again (PLoS ONE, 2019)", () => {
    const { at, rows, withCrime } = counting("groupwork", seed);
    const started = new Set(at("started").map((row) => row.person));
    const decided = rows("selections").filter((row) => started.has(row.person!));
    expect(withCrime(decided, "decision_date", 0, 12)).toBe(60); // 0.2 × 300
  });

  it("early response: a tenth of 52,296 people and of 140,998 incidents, 77.6 % without a further crime (Barnham, 2017)", () => {
    const { rows, withCrime } = counting("early-response", seed);
    const listed = rows("people").filter((row) => row.role === "perpetrator");
    expect(listed).toHaveLength(5230);
    expect(rows("events").filter((row) => row.domestic)).toHaveLength(14_100);
    expect(listed.length - withCrime(listed, "index_date", 0, 24, false)).toBe(4058); // 0.776 × 5,230 = 4,058.5
  });
});

it("high-risk case management: police pay and gain under one name, so that they are one row of who pays and gains", () => {
  const { plan, tables } = studyOf("high-risk-case-management", 1);
  const payers = rowsOf(tables.costs!).map(({ payer }) => payer);
  const gaining = plan.economics!.benefits!.flatMap(({ values }) => values.map(({ agency }) => agency));
  expect(payers).toContain("Police");
  expect(gaining.filter((agency) => /police/i.test(agency ?? ""))).toEqual(["Police"]);
});

describe.each(studyTemplates.map(({ id }) => id))("template %s", (id) => {
  const study = studyOf(id, 1);

  it("says that it is synthetic wherever it says what it is", () => {
    expect(study.files.find(({ name }) => name === "README.md")!.text.split("\n")[0]).toMatch(/^# SYNTHETIC: /);
    expect(study.plan.synthetic).toBe(true);
    expect(study.plan.title).toContain("synthetic");
  });

  it("is a valid plan that names every field its extracts have, with a comment only where there is a line", () => {
    const plan = JSON.parse(JSON.stringify(study.plan));
    expect(validatePlan(plan)).toEqual({ plan: study.plan });
    for (const [table, { columns, covariates = {} }] of Object.entries(study.plan.data.tables)) {
      expect(Object.keys({ ...columns, ...covariates })).toEqual(Object.keys(study.tables[table]!.columns));
    }
    for (const { path } of study.notes) {
      const at = path.reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], plan);
      expect([path, at !== undefined]).toEqual([path, true]);
    }
  });

  it("gives the same bytes for the same seed, other bytes for another", () => {
    expect(templateStudy(templateOf(id), 1).files).toEqual(study.files);
    expect(studyOf(id, 2).files).not.toEqual(study.files);
  });

  it("records nothing after the extract but what may lie ahead", () => {
    const asAt = Date.parse(study.plan.data.asAt!) / 86_400_000;
    for (const [table, columns] of Object.entries(study.tables)) {
      const { mayLieAhead } = recordSchema(table);
      for (const [field, column] of Object.entries(columns.columns)) {
        if (column.type !== "date" || mayLieAhead.includes(field)) continue;
        const days = Array.from({ length: columns.numRows }, (_, row) => Number(cell(column, row)));
        expect([table, field, days.filter((day) => day > asAt)]).toEqual([table, field, []]);
      }
    }
  });

  it("gives each figure a source, or says that there is none", () => {
    const { figures } = templateOf(id);
    for (const { what, published, source, status } of figures) {
      const isPublished = status === "verified" || status === "verified in words";
      expect([what, published !== null && source !== null]).toEqual([what, isPublished || status === "illustration"]);
    }
  });

  it("names no organisation in its plan", () => {
    const plan = JSON.stringify(study.plan);
    expect(plan).not.toMatch(/Drive|NSPCC|Caring Dads|Make a Change|Hampshire|Somerset|Devon|Respect|SafeLives|CARA\b/);
  });
});
