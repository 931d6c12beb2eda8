import { readFileSync } from "node:fs";
import {
  beforeMandate,
  cohortIssueCodes,
  completionRules,
  describePathway,
  informationRequests,
  linkedSupport,
  meetings,
  partnerSharing,
  pathwayDescriptions,
  pathwayIssues,
  screeningFailures,
  supportLength,
  supportLengthTables,
} from "@likewise/cohort";
import { type Columns, takeRows } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { peopleOf, referred, started } from "../cases.ts";
import { planOf, tableOf } from "../study.ts";

const plan = planOf({});

describe("workers for victim-survivors", () => {
  it("practice-A7: two victim-survivors and one link are half of victim-survivors, and all of cases with some link", () => {
    const tables = {
      people: peopleOf("p", "q", "v1", "v2"),
      referrals: referred("p", "q"),
      stages: started("p", "q"),
      links: tableOf(
        ["person", "linked_person", "kind", "worker_type", "from"],
        ["p", "v1", "dyad", null, null],
        ["p", "v2", "dyad", null, null],
        ["v1", "w1", "worker", "idva", "2024-01-24"],
        ["v2", "w2", "worker", "family-worker", "2024-01-12"],
      ),
    };
    const result = linkedSupport({ plan, tables });
    expect(result.victimSurvivors).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(result.casesWithSome).toMatchObject({ numerator: 1, denominator: 1, value: 1 });
    expect(result.casesWithAll.value).toBe(0);
    expect(result.lagDays).toEqual({ median: 14, known: 1, unknown: 0 });
    expect(result).toMatchObject({ victimSurvivorsPerCase: 2, startedWithoutVictimSurvivor: 1 });
    expect(linkedSupport({ plan, tables: { people: tables.people } }).refusals).toHaveLength(1);
  });
});

describe("support that lasts and is coordinated", () => {
  it("practice-D10: the median length of support counts those still open up to the extract, and agencies stand a case", () => {
    const link = (victim: string, from: string | null, to: string | null, type = "idva") =>
      [victim, `w-${victim}`, "worker", type, from, to] as const;
    const tables = {
      people: peopleOf("p", "q"),
      referrals: referred("p", "q"),
      links: tableOf(
        ["person", "linked_person", "kind", "worker_type", "from", "to"],
        link("v1", "2024-01-01", "2024-01-11"),
        link("v2", "2024-01-01", "2024-01-21"),
        link("v3", "2024-01-01", null),
        // Two workers one after the other: supported from the first day to the last.
        link("v4", "2024-01-01", "2024-01-06"),
        ["v4", "w9", "worker", "idva", "2024-01-20", "2024-01-31"],
        link("v5", null, "2024-01-20"),
        link("v6", "2024-01-01", "2024-01-03", "family-worker"),
      ),
      requests: tableOf(
        ["person", "partner", "sent", "replied"],
        ["p", "police", "2024-01-01", "2024-01-04"],
        ["p", "housing", "2024-01-01", "2024-01-05"],
        ["q", "police", "2024-01-01", "2024-01-09"],
      ),
    };
    const found = supportLength({ plan: planOf({ data: { asAt: "2024-02-10", tables: {} } }), tables });
    // 10, 20 and 30 days, and 40 not over: survival is 3/4, 1/2 and 1/4. The median of those ended alone, 20, is also
    // where the curve comes to a half; it stays there until 30, so that the median is 25, halfway.
    expect(found).toMatchObject({ supported: 4, ended: 3, open: 1, unknown: 1, agenciesPerCase: 1.5 });
    expect([found.lowerQuartile.days, found.median.days]).toEqual([15, 25]);
    const [table] = supportLengthTables(found);
    expect(table!.cells[1]).toMatchObject({ numerator: 3, denominator: 4, value: 25 });
    expect(supportLength({ plan, tables: { people: tables.people } }).refusals.map(({ id }) => id)).toContain(
      "no-links",
    );
  });
});

describe("work with partners", () => {
  const requests = tableOf(
    ["person", "partner", "kind", "sent", "replied"],
    ["a", "police", "history", "2024-01-01", "2024-01-11"],
    ["a", "police", "history", "2024-02-01", null],
    ["b", "police", "history", "2024-01-01", "2024-01-21"],
    ["b", "probation", "history", "2024-06-20", null],
    ["b", "probation", "history", "2024-03-01", "2024-02-01"],
    [null, "police", "history", null, null],
  );
  const tables = { people: peopleOf("a", "b", "c"), referrals: referred("a", "b", "c"), requests };

  it("practice-A9: counts of partners sum to cases times partners", () => {
    const result = partnerSharing({ plan, tables, partners: ["police", "probation", "social-care"] });
    const sum = result.rows.reduce((all, { counts }) => all + counts.shared + counts.asked + counts["not-asked"], 0);
    expect(sum).toBe(3 * 3);
    expect(result.rows.map(({ counts }) => [counts.shared, counts.asked, counts["not-asked"]])).toEqual([
      [2, 0, 1],
      [1, 0, 2],
      [0, 0, 3],
    ]);
    expect(result.partnersPerCase).toBe(1);
    expect(result.notPlaced).toBe(1);
  });

  it("practice-E3: the share of cases with each link is of all cases", () => {
    const { rows } = partnerSharing({ plan, tables });
    expect(rows.map(({ partner, shared }) => [partner, shared.numerator, shared.denominator])).toEqual([
      ["police", 2, 3],
      ["probation", 1, 3],
    ]);
  });

  it("practice-A11: a missing reply is open, not zero", () => {
    const { overall, partners } = informationRequests({ plan, tables, targetDays: 14 });
    // By hand: waits 10 and 20 answered, 150 and 10 open; one replied before it was sent, one without a day.
    expect(overall).toMatchObject({ requests: 6, replied: 2, open: 2, unknown: 2 });
    const police = partners.find(({ partner }) => partner === "police")!;
    // Kaplan–Meier: 3 at risk, 10 answered (2/3 left), 20 answered (1/3 left): the median is 20, the 90th is not reached.
    expect(police.medianDays).toBe(20);
    expect(police.ninetiethPercentileDays).toBeNull();
    expect(police.withinTarget).toMatchObject({ numerator: 1, denominator: 3 });
    // Ten days open and a target of 14: not yet late.
    expect(partners.find(({ partner }) => partner === "probation")!.withinTarget).toMatchObject({
      numerator: 0,
      denominator: 0,
    });
  });

  it("practice-A10: a gap of 45 days between meetings is a notice", () => {
    const hearings = tableOf(
      ["person", "kind", "date"],
      ["a", "panel", "2024-03-01"],
      ["b", "panel", "2024-03-01"],
      ["a", "panel", "2024-03-08"],
      ["a", "panel", "2024-04-22"],
      ["a", "panel", "2024-05-20"],
      ["b", "panel", "2024-06-10"],
    );
    const result = meetings({ plan, tables: { ...tables, hearings } });
    expect(result).toMatchObject({ meetings: 5, medianIntervalDays: 24.5, longestIntervalDays: 45 }); // 7, 45, 28, 21
    expect(result.notices).toEqual([{ from: "2024-03-08", to: "2024-04-22", days: 45, open: false }]);
    expect(result.discussedRecently).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("a gap since the last meeting is a notice too", () => {
    const hearings = tableOf(["person", "kind", "date"], ["a", "panel", "2024-05-01"]);
    expect(meetings({ plan, tables: { ...tables, hearings } }).notices).toEqual([
      { from: "2024-05-01", to: "2024-06-30", days: 60, open: true },
    ]);
  });
});

describe("screening and mandate", () => {
  it("practice-B2: control disclosed after entry is listed as a safety exception", () => {
    const tables = {
      people: peopleOf("a", "b", "c", "d", "e"),
      referrals: tableOf(
        ["person", "referral_date", "closed_date", "closure_reason"],
        ["a", "2024-01-01", "2024-03-05", "removed-for-risk"],
        ...["b", "c", "d", "e"].map((id) => [id, "2024-01-01", null, null]),
      ),
      stages: started("a", "b", "c", "d"),
      plan_items: tableOf(
        ["person", "item", "set"],
        ["b", "safety-plan", "2024-02-01"],
        ["b", "referral-to-idva", "2024-03-02"],
      ),
      abuse: tableOf(
        ["person", "kind", "date", "severity", "line"],
        ["a", "jealous-controlling", "2024-03-01", 2, 2],
        ["b", "jealous-controlling", "2024-03-01", 1, 3],
        ["b", "jealous-controlling", "2024-04-01", 3, 4],
        ["c", "jealous-controlling", "2024-01-10", 2, 5],
        ["d", "jealous-controlling", "2024-03-01", 0, 6],
        ["d", "physical", "2024-03-01", 3, 7],
        ["e", "jealous-controlling", "2024-03-01", 3, 8],
      ),
    };
    const result = screeningFailures({ plan, tables });
    expect(result.exceptions.map(({ id, action }) => [id, action])).toEqual([
      ["a", "removed-for-risk"],
      ["b", "referral-to-idva"],
    ]);
    expect(result.wronglyIncluded).toMatchObject({ numerator: 2, denominator: 4, value: 0.5 });
    expect(result.knownAtEntry).toBe(1); // c
    expect(result.issues.map(({ row }) => row)).toEqual([2, 3]);
  });

  it("practice-E12: a start before the mandate, on its day, and without any stand apart", () => {
    const tables = {
      people: peopleOf("a", "b", "c", "d", "k"),
      referrals: referred("a", "b", "c", "d"),
      stages: tableOf(["person", "stage", "date"], ...["a", "b", "c"].map((id) => [id, "started", "2024-02-01"]), [
        "d",
        "started",
        null,
      ]),
      orders: tableOf(
        ["person", "kind", "from"],
        ["a", "protective-order", "2024-02-02"],
        ["b", "licence", "2024-02-01"],
        ["c", "custody", "2024-01-01"],
        ["a", "protective-order", "2024-03-01"],
      ),
    };
    const result = beforeMandate({ plan, tables });
    expect(result.counts).toEqual({ before: 1, "on-or-after": 1, "no-mandate": 1, unknown: 1 });
    expect(result.before).toMatchObject({ numerator: 1, denominator: 2 });
    const withPlan = {
      ...tables,
      statuses: tableOf(["person", "kind", "from"], ["k", "child-protection", "2024-01-15"]),
      links: tableOf(["person", "linked_person", "kind"], ["a", "k", "family"]),
    };
    expect(beforeMandate({ plan, tables: withPlan }).counts.before).toBe(0);
  });
});

describe("what is wrong across tables", () => {
  it("reports completion without a session and referrals open at once, by row", () => {
    const tables = {
      people: peopleOf("a", "b"),
      referrals: tableOf(
        ["person", "referral_date", "closed_date", "line"],
        ["a", "2024-01-01", "2024-02-01", 2],
        ["a", "2024-02-01", null, 3],
        ["a", "2024-03-01", "2024-03-02", 4],
        ["b", "2024-01-01", null, 5],
      ),
      stages: tableOf(
        ["person", "stage", "date", "line"],
        ["a", "completed", "2024-04-01", 2],
        ["b", "completed", "2024-04-01", 3],
      ),
      sessions: tableOf(["person", "session_date", "attended"], ["a", "2024-02-10", true], ["b", "2024-02-10", false]),
    };
    expect(pathwayIssues({ plan, tables }).map(({ code, table, row }) => [code, table, row])).toEqual([
      ["completed_without_session", "stages", 3],
      ["referrals_overlap", "referrals", 4],
    ]);
  });
});

describe("every description", () => {
  const tables: Readonly<Record<string, Columns>> = {
    people: tableOf(["person", "role"], ["a", "perpetrator"], ["b", "child"]),
    referrals: tableOf(["person", "referral_date", "closed_date", "source"], ["a", "2024-01-01", null, "self"]),
    stages: started("a"),
    sessions: tableOf(["person", "session_date", "attended", "component"], ["a", "2024-02-01", true, "group"]),
  };

  it("is given where its tables are, and only there", () => {
    const { results, tables: published } = describePathway({ plan, tables });
    expect(Object.keys(results)).toEqual(
      pathwayDescriptions.map(({ id }) => id).filter((id) => Object.hasOwn(results, id)),
    );
    expect(Object.keys(results)).toContain("dose");
    expect(Object.keys(results)).not.toContain("spend");
    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
    expect(describePathway({ plan, tables: { people: tables.people! } }).tables).toEqual([]);
  });

  // Ties on purpose: two referrals of a on one day from two sources, two exits of b, sessions of one day with two workers.
  const awkward: Readonly<Record<string, Columns>> = {
    people: tableOf(
      ["person", "role", "birth_year"],
      ["a", "perpetrator", 1980],
      ["b", "perpetrator", 1990],
      ["k", "child", 2019],
      ["v", null, null],
    ),
    referrals: tableOf(
      [
        "person",
        "referral_date",
        "closed_date",
        "source",
        "provider",
        "mode",
        "acknowledges",
        "takes_responsibility",
        "motivated",
      ],
      ["a", "2024-01-01", null, "self", "New", "group", "yes", "yes", "no"],
      ["a", "2024-01-01", "2024-05-01", "police", "Old", "one-to-one", "no", "yes", "no"],
      ["b", "2024-02-01", "2024-06-01", null, null, null, null, null, null],
    ),
    stages: tableOf(
      ["person", "stage", "date", "reason"],
      ["a", "started", "2024-01-05", null],
      ["b", "started", "2024-02-10", null],
      ["b", "exit", "2024-06-01", "moved"],
      ["b", "exit", "2024-06-01", "custody"],
      ["a", "completed", "2024-05-01", null],
    ),
    sessions: tableOf(
      ["person", "session_date", "attended", "component", "worker", "planned_minutes", "minutes"],
      ["a", "2024-02-01", true, "group", "w1", 60, 60],
      ["a", "2024-02-01", true, "joint", "w2", 60, 0.1],
      ["b", "2024-03-01", null, "group", null, null, null],
      ["k", "2024-03-01", true, "school", "w1", 30, 0.2],
    ),
    links: tableOf(
      ["person", "linked_person", "kind", "family", "worker_type", "from"],
      ["a", "v", "dyad", "F2", null, null],
      ["a", "k", "family", "F1", null, null],
      ["v", "w1", "worker", null, "idva", "2024-02-02"],
    ),
    requests: tableOf(
      ["person", "partner", "sent", "replied"],
      ["a", "police", "2024-02-01", "2024-02-01"],
      ["b", null, "2024-03-01", null],
    ),
    hearings: tableOf(["person", "kind", "date"], ["a", "panel", "2024-02-01"], ["b", "marac", "2024-06-01"]),
    costs: tableOf(["payer", "kind", "amount_pounds"], ["x", "cash", 0.1], ["y", "cash", 0.2], ["x", "in-kind", 0.3]),
    phases: tableOf(
      ["person", "kind", "work", "from", "to"],
      ["a", "strand", "support", "2024-02-01", null],
      ["a", "strand", "support", "2024-02-01", "2024-03-01"],
    ),
    abuse: tableOf(["person", "kind", "date", "severity"], ["a", "jealous-controlling", "2024-03-01", 2]),
    orders: tableOf(["person", "kind", "from"], ["a", "licence", "2024-01-06"]),
    measures: tableOf(
      ["person", "measure", "wave", "date", "item", "response"],
      ["a", "aims", "intake", "2024-01-06", "insight", "1"],
      ["a", "aims", "exit", "2024-05-01", "insight", "2"],
      ["a", "aims", "exit", "2024-05-01", "insight", "3"],
      ["b", "aims", "intake", null, "insight", "1"],
      ["b", "aims", "exit", "2024-05-01", "insight", "0.1"],
    ),
    staff: tableOf(["worker", "post", "from"], ["w1", "officer", "2024-01-01"], ["w1", "lead", "2024-01-01"]),
    training: tableOf(["worker", "course", "date"], ["w2", "mi", "2024-03-01"], ["w2", "mi", null]),
    activities: tableOf(
      ["strand", "kind", "activity", "due", "done", "count"],
      ["mentoring", "output", "sessions", null, "2024-03-01", 3],
      ["mentoring", "output", "sessions", null, "2024-03-01", null],
      ["mentoring", "milestone", "mentors", "2024-03-01", null, null],
      ["Mentoring", "milestone", "mentors", null, "2024-03-01", null],
    ),
    test_calls: tableOf(
      ["attempt", "service", "called", "time", "result"],
      ["a", "line", "2024-03-01", "10:00", "help"],
      ["a", "line", "2024-03-01", "10:00", "referral"],
      ["a", "line", "2024-03-01", null, "no-answer"],
      ["b", "line", null, "10:00", "help"],
      ["b", "advice", "2024-03-01", null, "referral"],
    ),
  };
  const declared = planOf({
    cohort: {
      ratings: [{ measure: "aims", better: "higher" }],
      training: [{ course: "mi" }],
      throughput: [{ from: "2024-01-01", to: "2024-12-31", as: "throughput-ratio" }],
      workstreams: [
        { id: "group", sessions: ["group"], rating: { measure: "aims", item: "insight" } },
        { id: "school" },
      ],
    },
  });

  it("does not depend on the order in which files list their rows", () => {
    const reversed = Object.fromEntries(
      Object.entries(awkward).map(([name, table]) => [
        name,
        takeRows(
          table,
          Int32Array.from({ length: table.numRows }, (_, i) => table.numRows - 1 - i),
        ),
      ]),
    );
    const [first, second] = [awkward, reversed].map((tables) => describePathway({ plan: declared, tables }));
    const notAsked = ["target-drift", "performance", "target-progress"];
    const ids = pathwayDescriptions.map(({ id }) => id);
    expect(Object.keys(first!.results)).toEqual(ids.filter((id) => !notAsked.includes(id)));
    expect(second!.tables).toEqual(first!.tables);
    expect(second!.results).toEqual(first!.results);
  });

  it("survives JSON, with nothing but ids and labels in its levels", () => {
    const { tables: published, results } = describePathway({ plan: declared, tables: awkward });
    expect(JSON.parse(JSON.stringify(published))).toEqual(published);
    expect(JSON.stringify(results)).not.toMatch(/NaN|Infinity/);
    for (const { dimensions } of published) {
      for (const level of dimensions.flatMap(({ levels }) => levels))
        expect(Object.keys(level)).toEqual(["id", "label"]);
    }
  });

  it("publishes totals that are the sums of their levels, in every table", () => {
    for (const table of describePathway({ plan: declared, tables: awkward }).tables) {
      for (const dimension of table.dimensions.filter(({ total }) => total !== null)) {
        for (const cell of table.cells.filter(({ at }) => at[dimension.id] === dimension.total)) {
          const parts = table.cells.filter(({ at }) =>
            Object.entries(cell.at).every(([id, level]) => (id === dimension.id ? at[id] !== level : at[id] === level)),
          );
          const sum = parts.reduce((all, { numerator }) => all + (numerator as number), 0);
          expect(sum, `${table.id} ${JSON.stringify(cell.at)}`).toBe(cell.numerator);
        }
      }
    }
  });

  it("leaves its input alone", () => {
    const before = structuredClone(awkward);
    describePathway({ plan: declared, tables: awkward });
    expect(awkward).toEqual(before);
  });

  it.each(pathwayDescriptions.map((one) => [one.id, one] as const))(
    "%s gives nothing of nobody rather than a number",
    (_id, one) => {
      const nobody: Record<string, Columns> = {
        people: tableOf(["person"]),
        referrals: tableOf([
          "person",
          "referral_date",
          "closed_date",
          "source",
          "mode",
          "acknowledges",
          "takes_responsibility",
          "motivated",
        ]),
        stages: tableOf(["person", "stage", "date"]),
        sessions: tableOf(["person", "session_date", "attended", "component"]),
        links: tableOf(["person", "linked_person", "kind", "worker_type"]),
        requests: tableOf(["person", "partner", "sent", "replied"]),
        hearings: tableOf(["person", "kind", "date"]),
        costs: tableOf(["payer", "kind", "amount_pounds"]),
        phases: tableOf(["person", "kind", "work", "from", "to"]),
        abuse: tableOf(["person", "kind", "date", "severity"]),
        orders: tableOf(["person", "kind", "from"]),
        measures: tableOf(["person", "measure", "wave", "date", "item", "response"]),
        training: tableOf(["worker", "course", "date"]),
      };
      const { tables: published } = one.describe({ plan: declared, tables: nobody });
      for (const { cells } of published) {
        for (const { value } of cells) expect(value === null || Number.isFinite(value)).toBe(true);
      }
    },
  );
});

describe("the README", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

  it("lists every description and every rule of completion", () => {
    for (const { id } of [...pathwayDescriptions, ...completionRules]) expect(readme).toContain(`| \`${id}\``);
  });

  it("lists every issue code", () => {
    for (const { code } of cohortIssueCodes) expect(readme).toContain(`\`${code}\``);
  });
});
