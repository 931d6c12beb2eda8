import { eventAccount } from "@likewise/offending";
import { describe, expect, it } from "vitest";
import { eventsOf, followed, planOf } from "./study.ts";

describe("the account of events", () => {
  const people = followed(
    { id: "a", index: "2023-01-01", observed: ["2020-01-01", "2024-12-31"] },
    { id: "b", index: "2023-01-01", observed: null },
  );
  const on = "2023-06-01";
  const events = eventsOf(
    { person: "a", on },
    { person: "a", on, crime: false, domestic: true },
    { person: "a", on, breach: true, domestic: null },
    { person: "a", on, crime: null },
    { person: "a", on, role: "victim" },
    { person: "a", on: null },
    { person: "a", on: "2025-01-01" },
    { person: "a", on: "2019-12-31" },
    { person: "b", on },
    { person: "stranger", on },
  );

  it("uses or leaves out every row, with a reason, and notes what not every outcome counts", () => {
    expect(eventAccount({ plan: planOf({}), tables: { events }, ...people })).toEqual({
      stage: "offending",
      table: "events",
      file: "events.csv",
      rowsIn: 10,
      rowsUsed: 4,
      rowsRejected: 6,
      reasons: [
        { code: "date-missing", rows: 1 },
        { code: "outside-observation", rows: 3 },
        { code: "part-victim", rows: 1 },
        { code: "person-not-analysed", rows: 1 },
      ],
      notes: [
        { code: "breach-alone", rows: 1 },
        { code: "no-crime-flag", rows: 1 },
        { code: "no-domestic-flag", rows: 1 },
        { code: "not-a-crime", rows: 1 },
      ],
    });
  });

  it("is none where the study brings no events", () => {
    expect(eventAccount({ plan: planOf({}), tables: {}, ...people })).toBeNull();
  });
});
