import {
  childrenWorker,
  completionRules,
  componentMixes,
  continuityOf,
  coupleCompletion,
  dose,
  doseTables,
  jointSessions,
  mixTables,
  phasesReached,
  reachByRole,
  strands,
  termAttendance,
} from "@likewise/cohort";
import { type Columns, columnsOf, dateColumn, isoDate, textColumn } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { peopleOf, referred, started } from "../cases.ts";
import { day, planOf, tableOf } from "../study.ts";

const plan = planOf({});

describe("one-to-one work", () => {
  it("practice-A6: continuity is 1.0 for one worker and 0.5 for an even split of two", () => {
    expect(continuityOf(["w", "w", "w"])).toMatchObject({ index: 1, usualWorkerShare: 1 });
    expect(continuityOf(["v", "w", "v", "w"])).toMatchObject({ index: 0.5, usualWorkerShare: 0.5 });
    // By hand: (3/4)² + (1/4)² = 0.625; three even workers 1/3.
    expect(continuityOf(["v", "v", "v", "w"])).toMatchObject({ index: 0.625, usualWorkerShare: 0.75 });
    expect(continuityOf(["u", "v", "w"])!.index).toBeCloseTo(1 / 3, 15);
    expect(continuityOf([null, "w"])).toMatchObject({ index: 1, contacts: 1 });
    expect(continuityOf([null])).toBeNull();
  });

  // a: four planned, three attended, with two workers; b: one attended without minutes; c: attendance of one not recorded.
  const tables = {
    people: peopleOf("a", "b", "c", "d"),
    referrals: referred("a", "b", "c", "d"),
    stages: tableOf(
      ["person", "stage", "date"],
      ["a", "started", "2024-01-01"],
      ["a", "completed", "2024-01-31"],
      ["d", "started", "2024-01-01"],
    ),
    sessions: tableOf(
      ["person", "session_date", "attended", "planned_minutes", "minutes", "worker", "component"],
      ["a", "2024-01-01", true, 60, 50, "v", "group"],
      ["a", "2024-01-08", true, 60, 70, "v", "group"],
      ["a", "2024-01-15", false, 60, 60, "v", "group"],
      ["a", "2024-01-31", true, 60, 60, "w", "one-to-one"],
      ["b", "2024-01-05", true, 60, null, "w", "group"],
      ["c", "2024-01-05", null, 60, null, null, "group"],
      ["c", "2024-01-12", true, 60, 30, null, "group"],
    ),
  };

  it("counts sessions and minutes planned and delivered, and nothing missing as zero", () => {
    const result = dose({ plan, tables });
    const [a, b, c] = result.people;
    expect(a).toMatchObject({
      sessionsPlanned: 4,
      sessionsAttended: 3,
      minutesPlanned: 240,
      minutesDelivered: 180,
      attendanceShare: 0.75,
    });
    // 31 days, both counted, are 31 / (365.25 / 12) months.
    expect(a!.contactsPerMonth).toBeCloseTo(3 / (31 / (365.25 / 12)), 12);
    // b starts with the first session and is open: one contact in 5 January to 30 June, 178 days.
    expect(b!.contactsPerMonth).toBeCloseTo(1 / (178 / (365.25 / 12)), 12);
    expect(a!.continuity).toBeCloseTo(5 / 9, 12);
    expect(b).toMatchObject({ sessionsAttended: 1, minutesDelivered: null, attendanceShare: 1, continuity: 1 });
    expect(c).toMatchObject({
      sessionsAttended: null,
      minutesDelivered: null,
      attendanceShare: null,
      continuity: null,
    });
    expect(result.startedWithoutSessions).toBe(1); // d
    expect(result.summaries.sessionsAttended).toMatchObject({ people: 2, mean: 2 });
    expect(result.fullAttendance).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("counts contacts a month only between start and end", () => {
    const stages = tableOf(
      ["person", "stage", "date"],
      ["a", "started", "2024-01-08"],
      ["a", "completed", "2024-01-15"],
    );
    const [a] = dose({ plan, tables: { ...tables, stages } }).people;
    expect(a!.contactsPerMonth).toBeCloseTo(1 / (8 / (365.25 / 12)), 12);
  });

  it("bands attendance so that everyone is in one", () => {
    const [, bands] = doseTables(dose({ plan, tables }));
    const count = (id: string) => bands!.cells.find(({ at }) => at.attended === id)!.numerator;
    expect(["three-quarters-or-more", "all", "not-recorded", "total"].map(count)).toEqual([1, 1, 1, 3]);
  });

  it("is refused without sessions, and of one component counts that component", () => {
    expect(dose({ plan, tables: { people: tables.people } }).refusals[0]!.id).toBe("no-sessions");
    expect(
      dose({ plan, tables, component: "one-to-one" }).people.map(({ id, sessionsPlanned }) => [id, sessionsPlanned]),
    ).toEqual([["a", 1]]);
  });
});

describe("parts of a programme", () => {
  const parts = ["child", "parenting", "joint", "school"];
  // Families: F1 (a, b) child + joint; F2 (c) all four; d is a family of one without any part; e missed the session planned.
  const families: Readonly<Record<string, Columns>> = {
    people: peopleOf("a", "b", "c", "d", "e"),
    referrals: referred("a", "c", "d", "e"),
    links: tableOf(
      ["person", "linked_person", "kind", "family"],
      ["a", "b", "family", "F1"],
      ["c", "w1", "worker", null],
    ),
    sessions: tableOf(
      ["person", "session_date", "attended", "component"],
      ["a", "2024-02-01", true, "joint"],
      ["b", "2024-02-01", true, "child"],
      ...parts.map((part) => ["c", "2024-02-02", true, part] as const),
      ["e", "2024-02-02", false, "child"],
    ),
  };

  it("practice-B1: four components make 15 possible mixes, and the table totals equal the families", () => {
    const result = componentMixes({ plan, tables: families, components: parts });
    expect(result.possible).toBe(15);
    expect(result.mixes).toHaveLength(16); // with none
    expect(result.units).toBe(4);
    expect(
      result.mixes.filter(({ units }) => units > 0).map(({ parts: mix, units }) => [mix.join("+"), units]),
    ).toEqual([
      ["", 2],
      ["child+joint", 1],
      ["child+parenting+joint+school", 1],
    ]);
    const [table] = mixTables(result);
    const sum = table!.cells
      .filter(({ at }) => at.mix !== "total")
      .reduce((all, { numerator }) => all + (numerator as number), 0);
    expect(sum).toBe(4);
    expect(table!.cells.find(({ at }) => at.mix === "total")!.numerator).toBe(4);
    expect(result.uptake.map(({ units }) => units)).toEqual([2, 1, 2, 1]);
  });

  it("practice-E10: a panel of four components, of which people take any", () => {
    const panel = ["group", "partner-one-to-one", "professionals", "community"];
    const tables = {
      people: families.people!,
      referrals: families.referrals!,
      sessions: tableOf(
        ["person", "session_date", "attended", "component"],
        ["a", "2024-02-01", true, "group"],
        ["a", "2024-02-08", true, "community"],
        ["b", "2024-02-08", true, "partner-one-to-one"],
        ["c", "2024-02-08", true, "community"],
      ),
    };
    const result = componentMixes({ plan, tables, components: panel, unit: "person" });
    expect(result).toMatchObject({ possible: 15, unit: "person", units: 5 });
    expect(result.mixes).toHaveLength(16);
    expect(result.uptake.map(({ units }) => units)).toEqual([1, 1, 0, 2]);
    // d and e were referred and took up nothing.
    expect(result.mixes.reduce((sum, { units }) => sum + units, 0)).toBe(5);
    expect(result.mixes[0]).toEqual({ parts: [], units: 2 });
  });

  it("practice-B3: reach by role sums to everyone", () => {
    const people = tableOf(
      ["person", "role"],
      ["a", "perpetrator"],
      ["b", "child"],
      ["c", "adult-victim-survivor"],
      ["d", "child"],
      ["e", null],
    );
    const { rows, all } = reachByRole({ plan, tables: { ...families, people } });
    expect(rows.map(({ role, reached, sessions }) => [role, reached.numerator, reached.denominator, sessions])).toEqual(
      [
        ["adult-victim-survivor", 1, 1, 4],
        ["child", 1, 2, 1],
        ["perpetrator", 1, 1, 1],
        ["not-recorded", 0, 1, 0],
      ],
    );
    expect(rows.reduce((sum, { reached }) => sum + reached.numerator, 0)).toBe(all.numerator);
  });

  it("practice-B5: a joint session without an earlier safety check is flagged", () => {
    const tables = {
      people: peopleOf("a", "b", "c", "d"),
      referrals: referred("a", "c", "d"),
      links: tableOf(["person", "linked_person", "kind", "family"], ["a", "b", "family", "F1"]),
      stages: tableOf(
        ["person", "stage", "date"],
        ["b", "safety-check", "2024-02-01"],
        ["c", "safety-check", "2024-02-10"],
        ["d", "safety-check", "2024-03-01"],
      ),
      sessions: tableOf(
        ["person", "session_date", "attended", "component", "line"],
        ["a", "2024-02-08", true, "joint", 2], // the check of the family is earlier
        ["b", "2024-02-08", true, "joint", 3], // the same session
        ["a", "2024-02-01", true, "joint", 4], // same day
        ["c", "2024-02-03", true, "joint", 5], // before its check
        ["d", "2024-02-03", false, "joint", 6], // nobody came
      ),
    };
    const result = jointSessions({ plan, tables });
    expect(result.counts).toEqual({ "checked-before": 1, "same-day": 1, "not-checked": 1, unknown: 0 });
    expect(result.issues).toEqual([expect.objectContaining({ code: "joint_session_unchecked", row: 5 })]);
    expect(result.checkedBefore).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it("practice-B6: attendance stands against the same term of another year, not the months before", () => {
    const terms = [
      { name: "autumn", from: "2022-09-05", to: "2022-12-16" },
      { name: "summer", from: "2023-04-17", to: "2023-07-21" },
      { name: "autumn", from: "2023-09-04", to: "2023-12-15" },
      { name: "summer", from: "2024-04-15", to: "2024-06-28" },
    ];
    const use = (person: string, date: string, quantity: number) =>
      [person, "school-attendance", date, quantity] as const;
    const tables = {
      people: peopleOf("a", "b"),
      sessions: tableOf(
        ["person", "session_date", "attended", "component"],
        ["a", "2023-08-01", true, "school"],
        ["b", "2023-08-01", true, "school"],
      ),
      service_use: tableOf(
        ["person", "service", "date", "quantity"],
        use("a", "2022-10-01", 0.9),
        use("a", "2022-11-01", 0.8),
        use("a", "2023-05-01", 0.6),
        use("a", "2023-10-01", 0.9),
        use("a", "2024-05-01", 0.7),
        use("b", "2022-10-01", 0.5), // nothing in the autumn after
      ),
    };
    const result = termAttendance({ plan, tables, terms });
    expect(
      result.terms.map(({ name, children, meanBefore, meanAfter, meanChange }) => [
        name,
        children,
        meanBefore,
        meanAfter,
        meanChange,
      ]),
    ).toEqual([
      ["autumn", 1, expect.closeTo(0.85, 12), expect.closeTo(0.9, 12), expect.closeTo(0.05, 12)],
      ["summer", 1, expect.closeTo(0.6, 12), expect.closeTo(0.7, 12), expect.closeTo(0.1, 12)],
    ]);
    expect(result.oneTermOnly).toBe(1);
    expect(() =>
      termAttendance({ plan, tables, terms: [{ name: "x", from: "2024-02-01", to: "2024-01-01" }] }),
    ).toThrow(RangeError);
  });

  it("practice-B8: completion of couples prints as two by two", () => {
    const couples = ["1", "2", "3", "4", "5"];
    const completed = ["m1", "w1", "m2", "w3"];
    const everyone = couples.flatMap((n) => [`m${n}`, `w${n}`]);
    const tables = {
      people: peopleOf(...everyone),
      referrals: tableOf(
        ["person", "referral_date", "closed_date"],
        ...everyone.map((id) => [id, "2024-01-01", id === "w5" ? null : "2024-05-01"]),
      ),
      stages: tableOf(
        ["person", "stage", "date"],
        ...everyone.map((id) => [id, "started", "2024-02-01"]),
        ...completed.map((id) => [id, "completed", "2024-04-20"]),
      ),
      links: tableOf(["person", "linked_person", "kind"], ...couples.map((n) => [`m${n}`, `w${n}`, "dyad"])),
    };
    const rule = completionRules.find(({ id }) => id === "service-rule")!;
    const result = coupleCompletion({ plan, tables, rule });
    expect(result.counts).toEqual({ both: 1, "first-only": 1, "second-only": 1, none: 1 });
    expect([result.couples, result.known, result.notKnown]).toEqual([5, 4, 1]); // w5 is open
    const [table] = result.tables;
    expect(table!.cells).toHaveLength(9);
    expect(table!.cells.map(({ numerator }) => numerator)).toEqual([1, 1, 2, 1, 1, 2, 2, 2, 4]);
  });

  it("completion of couples is no table of zeros where nobody's partner took part", () => {
    const tables = {
      people: peopleOf("m1", "w1"),
      referrals: tableOf(["person", "referral_date", "closed_date"], ["m1", "2024-01-01", "2024-05-01"]),
      stages: tableOf(["person", "stage", "date"], ["m1", "started", "2024-02-01"], ["m1", "completed", "2024-04-20"]),
      links: tableOf(["person", "linked_person", "kind"], ["m1", "w1", "dyad"]),
    };
    const rule = completionRules.find(({ id }) => id === "service-rule")!;
    const { couples, notKnown, tables: published } = coupleCompletion({ plan, tables, rule });
    expect([couples, notKnown, published]).toEqual([1, 1, []]);
  });
});

describe("phases and strands", () => {
  const phase = (person: string, name: string, from: string, to: string | null, line: number) =>
    [person, "phase", name, from, to, line] as const;
  const tables = {
    people: peopleOf("a", "b", "c", "d"),
    referrals: referred("a", "b", "c", "d"),
    stages: started("a", "b", "c", "d"),
    phases: tableOf(
      ["person", "kind", "work", "from", "to", "line"],
      phase("a", "crisis", "2024-01-10", "2024-01-19", 2),
      phase("a", "recovery", "2024-01-19", null, 3),
      phase("b", "recovery", "2024-01-10", null, 4),
      phase("b", "crisis", "2024-02-10", null, 5),
      phase("c", "recovery", "2024-02-01", null, 6),
      phase("d", "crisis", "2024-03-01", "2024-02-01", 7),
    ),
  };

  it("practice-A5: a case with recovery before crisis is flagged", () => {
    const result = phasesReached({ plan, tables, phases: ["crisis", "recovery"] });
    expect(result.outOfOrder.map(({ id, before }) => [id, before])).toEqual([
      ["b", "crisis"],
      ["c", "crisis"],
    ]);
    expect(result.issues.map(({ code, row }) => [code, row])).toEqual([
      ["phases_out_of_order", 4],
      ["phases_out_of_order", 6],
    ]);
    expect(result.phases.map(({ phase: name, reached }) => [name, reached.numerator, reached.denominator])).toEqual([
      ["crisis", 2, 4],
      ["recovery", 3, 4],
    ]);
    expect(result.phases[0]!.medianDays).toBe(10); // a's ten days, b's still lasting
    expect(result.furthest.map(({ id, phase: name }) => [id, name])).toEqual([
      ["a", "recovery"],
      ["b", "recovery"],
      ["c", "recovery"],
    ]);
    expect(result.notUsed).toBe(1); // d ends before it begins
  });

  it("two phases that begin on one day are in order", () => {
    const phases = tableOf(
      ["person", "kind", "work", "from", "to"],
      ["a", "phase", "recovery", "2024-02-01", null],
      ["a", "phase", "crisis", "2024-02-01", "2024-02-01"],
    );
    expect(phasesReached({ plan, tables: { ...tables, phases }, phases: ["crisis", "recovery"] }).outOfOrder).toEqual(
      [],
    );
  });

  it("practice-C10: disruption alone is separate from behaviour change, and days in both are counted once a strand", () => {
    const strand = (person: string, name: string, from: string, to: string | null) =>
      [person, "strand", name, from, to] as const;
    const result = strands({
      plan,
      tables: {
        ...tables,
        phases: tableOf(
          ["person", "kind", "work", "from", "to"],
          strand("a", "disruption", "2024-01-01", "2024-01-10"),
          strand("b", "disruption", "2024-01-01", "2024-01-10"),
          strand("b", "behaviour-change", "2024-01-08", "2024-01-20"),
          strand("b", "behaviour-change", "2024-01-15", "2024-01-21"),
          strand("c", "behaviour-change", "2024-06-29", null),
        ),
      },
    });
    expect(
      result.mixes.mixes.filter(({ units }) => units > 0).map(({ parts, units }) => [parts.join("+"), units]),
    ).toEqual([
      ["", 1], // d
      ["behaviour-change", 1],
      ["disruption", 1],
      ["behaviour-change+disruption", 1],
    ]);
    expect(result.strands.map(({ strand: name, people, days }) => [name, people, days])).toEqual([
      ["behaviour-change", 2, 14 + 2],
      ["disruption", 2, 20],
    ]);
    expect(result.overlaps).toEqual([{ first: "behaviour-change", second: "disruption", people: 1, days: 3 }]);
    expect(result.notice).toBe("strands-select");
  });
});

describe("children", () => {
  it("practice-A8: a child of four at the start becomes eligible on the fifth birthday in month three", () => {
    const born = ["2019-03-20", "2020-06-30", "2018-01-01", "2020-07-01"];
    const people = columnsOf({
      person: textColumn(["p", "k1", "k2", "k3", "k4"]),
      role: tableOf(["role"], ["perpetrator"], ["child"], ["child"], ["child"], ["child"]).columns.role!,
      birth_date: dateColumn([null, ...born.map(day)]),
      birth_year: tableOf(["birth_year"], [1990], [2019], [2020], [2018], [2020]).columns.birth_year!,
    });
    const tables = {
      people,
      referrals: referred("p"),
      stages: started("p"),
      links: tableOf(
        ["person", "linked_person", "kind", "worker_type"],
        ...["k1", "k2", "k3", "k4"].map((id) => ["p", id, "family", null]),
        ["k3", "w1", "worker", "children-worker"],
        ["k1", "w2", "worker", "idva"],
      ),
    };
    const result = childrenWorker({ plan, tables, birth: "birth_date" });
    expect(
      result.children.map(({ id, status, from }) => [id, status, from === null ? null : isoDate(from.earliest)]),
    ).toEqual([
      ["k1", "eligible", "2024-03-20"],
      ["k2", "under-age", null], // five on 30 June 2025
      ["k3", "eligible", "2024-01-10"],
      ["k4", "under-age", null],
    ]);
    expect(result.linked).toMatchObject({ numerator: 1, denominator: 2 });
    expect(result.underAge).toBe(2);
    // By year of birth alone the birthday may be any day of 2024: k1 cannot be placed.
    expect(childrenWorker({ plan, tables }).children.map(({ id, status }) => [id, status])).toEqual([
      ["k1", "unknown"],
      ["k2", "under-age"],
      ["k3", "eligible"],
      ["k4", "under-age"],
    ]);
  });
});
