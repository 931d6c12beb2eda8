import { accessTables, accessTest, describePathway, openHoursPerWeek } from "@likewise/cohort";
import { tableId } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

type Row = readonly (string | number | boolean | null)[];

const headers = ["attempt", "service", "called", "time", "result", "opens", "closes", "open_days", "entry_right"];

/** Five calls: a dead number, a line nobody answers, a service open on one day a week, a contract lost, a referral. */
const story: readonly Row[] = [
  ["A", "county helpline", "2024-03-04", "09:10", "dead-number", null, null, null, null],
  ["A", "advice line", "2024-03-04", "09:20", "no-answer", "10:00", "14:00", 5, true],
  ["A", "outreach", "2024-03-05", "09:00", "no-answer", "10:00", "14:00", 1, true],
  ["A", "refuge service", "2024-03-05", "09:30", "no-help", null, null, null, false],
  ["A", "advice line", "2024-03-05", "11:00", "referral", "10:00", "14:00", 5, true],
];

function tried(rows: readonly Row[], data: { asAt?: string } = { asAt: "2024-06-30" }) {
  const tables = { test_calls: tableOf(headers, ...rows) };
  return accessTest({ plan: planOf({ data: { ...data, tables: {} } }), tables });
}

/** A call of search B, of which only its place in the order matters. */
const call = (time: string | null, result: string, day = "2024-03-04"): Row => [
  "B",
  "line",
  day,
  time,
  result,
  null,
  null,
  null,
  null,
];

describe("test calls to services", () => {
  it("practice-D14: five calls, the last a referral; 10am to 2pm is 20 hours on five days and 4 on one", () => {
    const { attempts, services, answered, wrongEntries } = tried(story);
    expect(attempts).toEqual([{ attempt: "A", calls: 5, callsToHelp: 5, end: "help" }]);
    expect(services.map(({ service, openHoursPerWeek: hours }) => [service, hours])).toEqual([
      ["advice line", 20],
      ["county helpline", null],
      ["outreach", 4],
      ["refuge service", null],
    ]);
    // Two of five answered: the refuge service and the referral. Of four entries checked, the dead number and the lost contract are wrong.
    expect(answered).toMatchObject({ numerator: 2, denominator: 5 });
    expect(wrongEntries).toMatchObject({ numerator: 2, denominator: 4 });
    // R 4.2.2: prop.test(2, 5, correct = FALSE)$conf.int; prop.test(2, 4, correct = FALSE)$conf.int
    expect(answered.interval![0]).toBeCloseTo(0.117620774233, 11);
    expect(answered.interval![1]).toBeCloseTo(0.769275718724, 11);
    expect(wrongEntries.interval![0]).toBeCloseTo(0.150038989152, 11);
    expect(wrongEntries.interval![1]).toBeCloseTo(0.849961010848, 11);
  });

  it("count up to the first help, in the order of days and times, whatever the order of rows", () => {
    const rows = [
      call("14:00", "help"),
      call("09:00", "no-answer"),
      call("16:00", "help"),
      call("08:00", "no-help", "2024-03-05"),
    ];
    expect(tried(rows).attempts).toEqual([{ attempt: "B", calls: 4, callsToHelp: 2, end: "help" }]);
    expect(tried([...rows].reverse())).toEqual(tried(rows));
  });

  it("have no number where the order beside the first help is not known, or no help came", () => {
    const [both, untimed, earlier, never] = [
      [call("10:00", "no-answer"), call("10:00", "help")],
      [call(null, "no-answer"), call("10:00", "help")],
      [call(null, "no-answer"), call(null, "help", "2024-03-05")],
      [call("10:00", "no-answer")],
    ].map((rows) => tried(rows).attempts[0]!);
    expect([both, untimed, earlier, never].map((one) => [one!.callsToHelp, one!.end])).toEqual([
      [null, "order-not-known"],
      [null, "order-not-known"],
      [2, "help"],
      [null, "none"],
    ]);
  });

  it("leave hours open where calls disagree, and count an entry once for each service", () => {
    const at = (opens: string, right: boolean | null, days: number | null = 5): Row => [
      "C",
      "line",
      "2024-03-04",
      "09:00",
      "no-answer",
      opens,
      "14:00",
      days,
      right,
    ];
    expect(tried([at("10:00", true), at("12:00", true)]).services[0]).toMatchObject({
      calls: 2,
      openHoursPerWeek: null,
      entryWrong: false,
    });
    expect(tried([at("10.00", null), at("10:00", null, null)]).services[0]).toMatchObject({
      openHoursPerWeek: null,
      entryWrong: null,
    });
    expect(tried([at("10:00", true), at("10:00", false)]).wrongEntries).toMatchObject({ numerator: 1, denominator: 1 });
    expect(tried([at("10:00", null)]).wrongEntries).toMatchObject({ denominator: 0, value: null });
  });

  it("run past midnight, and all day where a service closes when it opens", () => {
    const week = (opensMinute: number, closesMinute: number) =>
      openHoursPerWeek({ opensMinute, closesMinute, daysPerWeek: 7 });
    expect([week(22 * 60, 6 * 60), week(0, 24 * 60), week(0, 0)]).toEqual([56, 168, 168]);
  });

  it("made after the extract are not counted, and none at all are refused", () => {
    expect(tried(story, { asAt: "2024-03-04" }).attempts).toEqual([
      { attempt: "A", calls: 2, callsToHelp: null, end: "none" },
    ]);
    expect(accessTest({ plan: planOf({}), tables: {} }).refusals.map(({ id }) => id)).toEqual(["no-test-calls"]);
  });

  it("stand in three tables of services, which a run makes where there are calls", () => {
    const { tables, results } = describePathway({
      plan: planOf({}),
      tables: { test_calls: tableOf(headers, ...story) },
    });
    expect(Object.keys(results)).toEqual(["access-test"]);
    expect(tables).toEqual(accessTables(tried(story)));
    expect(tables.map(({ id, unit }) => [id, unit])).toEqual([
      [tableId("access-calls"), "service"],
      [tableId("access-shares"), "service"],
      [tableId("access-hours"), "service"],
    ]);
    expect(tables[0]!.cells.map(({ at, numerator }) => [at.calls, numerator])).toEqual([
      ["1", 0],
      ["2", 0],
      ["3", 0],
      ["4", 0],
      ["5", 1],
      ["none", 0],
      ["order-not-known", 0],
      ["total", 1],
    ]);
  });
});
