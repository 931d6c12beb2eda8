import { staffTables, staffTraining } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

type Training = NonNullable<StudyPlan["cohort"]["training"]>;
const mi: Training[number] = {
  course: "motivational-interviewing",
  posts: ["officer"],
  techniques: ["motivational-interviewing"],
};

const ids = ["p1", "p2", "p3", "p4", "p5"];
const people = tableOf(["person"], ...ids.map((id) => [id]));
const referrals = tableOf(["person", "referral_date"], ...ids.map((id) => [id, "2024-01-01"]));
// p5 has left: whoever held the case holds it no more
const stages = tableOf(["person", "stage", "date"], ["p5", "exit", "2024-04-01"]);
// w1 trained after 40 days, w2 before the post, w3 never, w4 booked for after the extract, w5 another post, w6 has left
const staff = tableOf(
  ["worker", "post", "from", "to"],
  ["w1", "officer", "2024-01-01", null],
  ["w2", "officer", "2024-02-01", "2024-12-31"],
  ["w3", "officer", "2024-03-01", null],
  ["w4", "officer", "2024-05-21", null],
  ["w5", "administrator", "2024-01-01", null],
  ["w6", "officer", "2024-01-01", "2024-03-01"],
);
const training = tableOf(
  ["worker", "course", "date"],
  ["w1", "motivational-interviewing", "2024-02-10"],
  ["w1", "motivational-interviewing", "2024-05-10"],
  ["w2", "motivational-interviewing", "2023-06-01"],
  ["w3", "first-aid", "2024-04-01"],
  ["w4", "motivational-interviewing", "2024-09-01"],
);
const links = tableOf(
  ["person", "linked_person", "kind", "from", "to"],
  ["p1", "w1", "worker", "2024-01-01", null],
  ["p2", "w3", "worker", "2024-01-01", null],
  ["p3", "w3", "worker", "2024-01-01", null],
  ["p3", "w5", "worker", "2024-01-01", null], // another post: the course is not meant for them
  ["p4", "w4", "worker", "2024-01-01", null],
  ["p4", "w2", "worker", "2024-01-01", "2024-02-01"],
  ["p2", "w9", "worker", "2024-01-01", null], // nobody entered this worker among the staff
  ["p5", "w3", "worker", "2024-01-01", null],
);
const sessions = tableOf(
  ["person", "session_date", "attended", "worker", "technique"],
  ["p1", "2024-02-01", true, "w1", "motivational-interviewing"], // before the course
  ["p1", "2024-02-10", true, "w1", "motivational-interviewing"],
  ["p1", "2024-03-01", true, "w1", "other"],
  ["p1", "2024-03-08", false, "w1", "motivational-interviewing"],
  ["p1", "2024-03-15", true, "w1", null],
  ["p2", "2024-03-01", true, "w3", "motivational-interviewing"], // a worker who was never trained
);

function trained(parts: Record<string, Columns | undefined> = {}, courses: Training = [mi]) {
  const given = { people, referrals, stages, staff, training, links, sessions, ...parts };
  const tables = Object.fromEntries(Object.entries(given).filter(([, table]) => table !== undefined)) as Record<
    string,
    Columns
  >;
  return staffTraining({ plan: planOf({ cohort: { training: courses } }), tables })!;
}

describe("training of staff", () => {
  it("practice-C13: an untrained officer who holds cases is listed, beside the share trained, the time it took and its use", () => {
    const [course] = trained().courses;
    expect(course!.untrainedWithCases).toEqual([
      { worker: "w3", post: "officer", cases: 2 },
      { worker: "w4", post: "officer", cases: 1 },
      { worker: "w9", post: null, cases: 1 },
    ]);
    expect(course!.trained).toMatchObject({ numerator: 2, denominator: 4 });
    // days: w2 0, w1 40 and censored w4 40, w6 60, w3 121: of five at risk one falls at 0, of four one at 40; 0.8 then 0.6
    expect(course!.daysToTraining.median).toBeNull();
    expect(course!.usedInSessions).toMatchObject({ numerator: 1, denominator: 2, notRecorded: 1 });
  });

  it("has a median where half were trained: 0 and 40 days of three", () => {
    const three = tableOf(
      ["worker", "post", "from", "to"],
      ["w1", "officer", "2024-01-01", null],
      ["w2", "officer", "2024-02-01", null],
      ["w3", "officer", "2024-03-01", null],
    );
    expect(trained({ staff: three }).courses[0]!.daysToTraining.median).toBe(40);
  });

  it("takes the worker of the last session attended where no worker is linked to a case", () => {
    expect(trained({ links: undefined }).courses[0]!.untrainedWithCases).toEqual([
      { worker: "w3", post: "officer", cases: 1 },
    ]);
  });

  it("lists a worker who has left the post and still holds a case", () => {
    const left = tableOf(["person", "linked_person", "kind"], ["p1", "w6", "worker"]);
    expect(trained({ links: left, sessions: undefined }).courses[0]!.untrainedWithCases).toEqual([
      { worker: "w6", post: null, cases: 1 },
    ]);
  });

  it("publishes counts that add up and names nobody", () => {
    const tables = staffTables(trained({}, [mi, { course: "first-aid" }]));
    expect(tables[0]!.cells.map(({ numerator }) => numerator)).toEqual([2, 2, 4, 1, 4, 5]);
    expect(JSON.stringify(tables)).not.toMatch(/w\d/);
  });

  it("counts who was trained on a day nobody wrote down, and leaves them out of the days", () => {
    const undated = tableOf(["worker", "course", "date"], ["w3", "motivational-interviewing", null]);
    const [course] = trained({ training: undated }).courses;
    expect([course!.trained.numerator, course!.undated]).toEqual([1, 1]);
    expect(course!.untrainedWithCases.map(({ worker }) => worker)).not.toContain("w3");
  });

  it("is refused without training, lists who holds cases without staff, and is nothing where no course is declared", () => {
    expect(trained({ training: undefined })).toMatchObject({ courses: [], refusals: [{ id: "no-training" }] });
    const noStaff = trained({ staff: undefined });
    expect(noStaff.refusals).toMatchObject([{ id: "no-staff" }]);
    expect(noStaff.courses[0]!.trained.value).toBeNull();
    expect(noStaff.courses[0]!.untrainedWithCases.map(({ worker }) => worker)).toEqual(["w3", "w4", "w5", "w9"]);
    expect(staffTraining({ plan: planOf({}), tables: { people } })).toBeNull();
  });
});
