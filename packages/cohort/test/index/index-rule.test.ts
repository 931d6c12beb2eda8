import { buildCohort, indexRule, withIndexRule } from "@likewise/cohort";
import type { Columns, StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const ids = Array.from({ length: 20 }, (_, i) => `P${String(i).padStart(2, "0")}`);
const isTreated = (i: number) => i < 10;
const arms: StudyPlan["cohort"]["arms"] & object = { from: "people.arm", treated: ["t"], comparison: ["c"] };

function ruleOf(indexDates: readonly string[], more: Record<string, Columns>, cohort: StudyPlan["cohort"] = {}) {
  const people = tableOf(
    ["person", "arm", "index_date"],
    ...ids.map((id, i) => [id, isTreated(i) ? "t" : "c", indexDates[i]!]),
  );
  const plan = planOf({ cohort: { arms, indexDate: "people.index_date", ...cohort } });
  const tables = { people, ...more };
  return indexRule({ plan, tables, baseline: buildCohort({ plan, tables }).baseline });
}
const sameDay = ids.map(() => "2024-01-10");
const referrals = tableOf(["person", "referral_date"], ...ids.map((id) => [id, "2024-01-10"]));

describe("the rule of the index date, from the data", () => {
  it("is the same where one stage explains the index dates of both arms", () => {
    const found = ruleOf(sameDay, { referrals });
    expect(found).toMatchObject({ value: "same", why: "In both arms the index date is the day of referred" });
  });

  it("is different where treated people start at their start and the others at their referral", () => {
    const dates = ids.map((_, i) => (isTreated(i) ? "2024-03-01" : "2024-01-10"));
    const stages = tableOf(["person", "stage", "date"], ...ids.slice(0, 10).map((id) => [id, "started", "2024-03-01"]));
    const found = ruleOf(dates, { referrals, stages });
    expect(found.value).toBe("different");
    expect(found.why).toBe(
      "The index date is the day of started in the treated arm and of referred in the comparison arm",
    );
  });

  it("is immortal where only treated people were put in their arm after their index date", () => {
    const panel = (treated: string) =>
      tableOf(
        ["person", "decision_date", "panel_decision"],
        ...ids.map((id, i) => [id, isTreated(i) ? treated : "2024-01-10", isTreated(i) ? "selected" : "not-selected"]),
      );
    const cohort: StudyPlan["cohort"] = {
      arms: { from: "selections.panel_decision", treated: ["selected"], comparison: ["not-selected"] },
    };
    const found = ruleOf(sameDay, { referrals, selections: panel("2024-02-09") }, cohort);
    expect(found).toMatchObject({
      value: "immortal",
      why: "More treated people were put in their arm after their index date, and had to be free of the event until then",
      arms: [
        { decidedLater: 10, medianDaysToDecision: 30 },
        { decidedLater: 0, medianDaysToDecision: null },
      ],
    });
    expect(ruleOf(sameDay, { referrals, selections: panel("2024-01-10") }, cohort).value).toBe("same");
  });

  it("is the same where the index date is the date of the decision itself", () => {
    const selections = tableOf(
      ["person", "decision_date", "panel_decision"],
      ...ids.map((id, i) => [
        id,
        i % 2 === 0 ? "2024-02-09" : "2024-01-10",
        isTreated(i) ? "selected" : "not-selected",
      ]),
    );
    const cohort: StudyPlan["cohort"] = {
      arms: { from: "selections.panel_decision", treated: ["selected"], comparison: ["not-selected"] },
      indexDate: "selections.decision_date",
    };
    expect(ruleOf(sameDay, { selections }, cohort).value).toBe("same");
  });

  it("cannot be said where no recorded stage explains the dates", () => {
    expect(ruleOf(sameDay, {}).value).toBeNull();
  });

  it("stands in the facts where it is worse than what is declared", () => {
    const same = { value: "same", why: "as planned" } as const;
    const immortal = { kind: "likewise/index-rule", value: "immortal", why: "seen", arms: [] } as const;
    expect(withIndexRule({ indexDateRule: same }, immortal).indexDateRule).toEqual({ value: "immortal", why: "seen" });
    expect(
      withIndexRule({ indexDateRule: { value: "immortal", why: "known" } }, { ...immortal, value: "same" })
        .indexDateRule!.why,
    ).toBe("known");
    expect(withIndexRule({}, { ...immortal, value: null })).toEqual({});
    expect(withIndexRule({}, { ...immortal, value: "same" }).indexDateRule).toEqual({ value: "same", why: "seen" });
    expect(withIndexRule({ indexDateRule: same }, { ...immortal, value: "same" }).indexDateRule).toEqual(same);
  });
});
