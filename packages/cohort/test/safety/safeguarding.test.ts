import { safeguardingRows, safeguardingRules } from "@likewise/cohort";
import type { Columns } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { tableOf } from "../study.ts";
import { describedOf, treated } from "./study-of-pairs.ts";

/** One case each rule must raise, and one it must not. */
const planted: Readonly<
  Record<string, { raises: Record<string, Columns>; person: string; not: Record<string, Columns> }>
> = {
  "phq-9-item-9": {
    raises: { measures: phq(["P1", "intake", "2022-01-05", 0], ["P1", "exit", "2022-06-05", 1]) },
    person: "P1",
    // Positive once, and not at the last answer; a code for a refusal is no answer.
    not: {
      measures: phq(
        ["P1", "intake", "2022-01-05", 2],
        ["P1", "exit", "2022-06-05", 0],
        ["P2", "exit", "2022-06-05", 9],
      ),
    },
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
    (rule, { raises, person }) => {
      const { safeguarding } = found(raises);
      expect(safeguarding).toMatchObject([{ rule, person }]);
      const [row] = safeguardingRows(safeguarding).rows;
      expect(row![0]).toBe(rule);
      expect(row![2]!.length).toBeGreaterThan(20);
      expect(row![3]).toMatch(/^202\d-\d\d-\d\d$/);
    },
  );

  it.each(Object.entries(planted))("%s: is not raised where it must not be", (_, { not }) => {
    expect(found(not).safeguarding).toEqual([]);
  });

  it("stand in no table, no refusal, no warning and no result, as a name or as a number", () => {
    for (const [rule, { raises }] of Object.entries(planted)) {
      const { safeguarding, triangulation, ...rest } = found(raises);
      expect(safeguarding.length + triangulation.length).toBeGreaterThan(0);
      expect(JSON.stringify(rest)).not.toContain(rule);
      expect(JSON.stringify({ tables: rest.tables, refusals: rest.refusals })).not.toMatch(/"[PV]1"/);
    }
  });

  it("no offer is not raised where the plan sets no days", () => {
    expect(describedOf({ people: treated("P1"), ...planted["no-offer"]!.raises }).safeguarding).toEqual([]);
  });
});

function found(tables: Record<string, Columns>) {
  return describedOf({ people: treated("P1", "P2"), ...tables }, { safety: { offerWithinDays: 14 } });
}

function phq(...rows: readonly (readonly (string | number)[])[]) {
  return tableOf(
    ["person", "measure", "wave", "date", "item", "response"],
    ...rows.map(([person, wave, date, response]) => [person!, "phq-9", wave!, date!, "9", response!]),
  );
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
