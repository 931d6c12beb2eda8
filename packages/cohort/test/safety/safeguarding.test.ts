import { safeguardingRows, safeguardingRules } from "@likewise/cohort";
import type { Columns, FlaggedAnswer } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { describedOf, treated } from "./study-of-pairs.ts";

/** One case each rule must raise, and one it must not. */
const planted: Readonly<
  Record<
    string,
    {
      raises: Record<string, Columns>;
      answers?: readonly FlaggedAnswer[];
      /** what the list calls it, where one rule has several names */
      called?: string;
      person: string;
      not: Record<string, Columns>;
    }
  >
> = {
  // Which answers are flagged is said by the definitions of instruments.
  "worrying-answer": {
    raises: {},
    answers: [answered("P1", "perpetrator")],
    called: "phq-9-item-9",
    person: "P1",
    not: { measures: tableOf(["person", "measure", "wave", "item", "response"], ["P1", "phq-9", "exit", "9", 2]) },
  },
  "no-offer": {
    raises: { links: linked(["P1", "V1", "2022-01-01", null]) },
    person: "V1",
    not: { links: linked(["P1", "V1", "2022-01-01", "2022-01-09"], ["P1", "V2", "2024-06-20", null]) },
  },
  "control-after-entry": {
    raises: started(["P1", "V1", "intake", "2022-03-01", "jealous-controlling", 2, "worker"]),
    person: "P1",
    not: started(["P1", "V1", "intake", "2022-01-05", "jealous-controlling", 2, "worker"]),
  },
  "escalating-severity": {
    raises: {
      abuse: told(
        ["P1", "V1", "intake", "2022-01-05", "physical", 1, "victim-survivor"],
        ["P1", "V1", "exit", "2022-06-05", "physical", 2, "victim-survivor"],
      ),
    },
    person: "V1",
    // Another's account is not hers; and what was worse once is not worse today.
    not: {
      abuse: told(
        ["P1", "V1", "intake", "2022-01-05", "physical", 1, "worker"],
        ["P1", "V1", "exit", "2022-06-05", "physical", 3, "worker"],
        ["P1", "V1", "intake", "2022-01-05", "physical", 1, "victim-survivor"],
        ["P1", "V1", "review", "2022-03-05", "physical", 3, "victim-survivor"],
        ["P1", "V1", "exit", "2022-06-05", "physical", 2, "victim-survivor"],
      ),
    },
  },
};

describe("cases that need a person today", () => {
  it("every rule has a case planted for it", () => {
    expect(Object.keys(planted)).toEqual(safeguardingRules.map(({ id }) => id));
  });

  it.each(Object.entries(planted))(
    "%s: is raised by the case planted, with why and a day, and by no other",
    (rule, { raises, answers, called = rule, person }) => {
      const { safeguarding } = found(raises, answers);
      expect(safeguarding).toMatchObject([{ rule: called, person }]);
      const [row] = safeguardingRows(safeguarding).rows;
      expect(row![0]).toBe(called);
      expect(row![2]!.length).toBeGreaterThan(20);
      expect(row![3]).toMatch(/^202\d-\d\d-\d\d$/);
    },
  );

  it.each(Object.entries(planted))("%s: is not raised where it must not be", (_, { not }) => {
    expect(found(not).safeguarding).toEqual([]);
  });

  it("stand in no table, no refusal, no warning and no result, as a name or as a number", () => {
    for (const [rule, { raises, answers, called = rule }] of Object.entries(planted)) {
      const { safeguarding, triangulation, ...rest } = found(raises, answers);
      expect(safeguarding.length + triangulation.length).toBeGreaterThan(0);
      expect(JSON.stringify(rest)).not.toContain(called);
      expect(JSON.stringify({ tables: rest.tables, refusals: rest.refusals })).not.toMatch(/"[PV]1"/);
    }
  });

  it("answers of victim-survivors and of children, and what victim-survivors say, are theirs", () => {
    const answers = [answered("P1", null), answered("V1", null), answered("P2", "victim-survivor")];
    const { safeguarding } = found({ links: linked(["P1", "V1", "2024-06-20", null]) }, answers);
    expect(safeguarding.map(({ person, isVictims }) => [person, isVictims])).toEqual([
      ["P1", false],
      ["V1", true],
      ["P2", true],
    ]);
  });

  it("no offer is not raised where the plan sets no days", () => {
    expect(describedOf({ people: treated("P1"), ...planted["no-offer"]!.raises }).safeguarding).toEqual([]);
  });
});

function found(tables: Record<string, Columns>, answers: readonly FlaggedAnswer[] = []) {
  const safety = { offerWithinDays: 14 };
  return describedOf({ people: treated("P1", "P2"), ...tables }, { safety }, undefined, answers);
}

function answered(person: string, reporter: string | null): FlaggedAnswer {
  const measure = { id: "phq-9", abbreviation: "PHQ-9" };
  // 5 June 2022
  return { person, reporter, measure, item: 9, answer: 1, code: "self-harm", day: 19_148 };
}

function linked(...rows: readonly (readonly (string | null)[])[]) {
  return tableOf(
    ["person", "linked_person", "kind", "from", "offer_date"],
    ...rows.map(([person, victim, from, offer]) => [person!, victim!, "dyad", from!, offer!]),
  );
}

function told(...rows: readonly (readonly (string | number)[])[]) {
  return tableOf(["person", "victim", "wave", "date", "kind", "severity", "reporter"], ...rows);
}

function started(...rows: readonly (readonly (string | number)[])[]) {
  return {
    referrals: tableOf(["person", "referral_date"], ["P1", "2022-01-01"]),
    stages: tableOf(["person", "stage", "date"], ["P1", "started", "2022-01-10"]),
    abuse: told(...rows),
  };
}
