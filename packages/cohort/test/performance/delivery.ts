import type { Contract, ContractTarget, StudyPlan } from "@likewise/schema";
import { planOf, tableOf } from "../study.ts";

/** A plan with a contract that begins in the middle of a quarter, and data cut in the middle of another. */
export function planWith(
  targets: readonly [ContractTarget, ...ContractTarget[]],
  over: Partial<Contract> = {},
  asAt = "2023-11-15",
): StudyPlan {
  return {
    ...planOf({ data: { asAt, tables: {} } }),
    programme: { contract: { from: "2023-02-15", to: "2023-12-31", targets: [...targets], ...over } },
  };
}

/** Eight people: one referred before the contract, one on no known day, nobody from July to September. */
export function delivered() {
  const referred: readonly (readonly [string, string | null])[] = [
    ["before", "2023-02-01"],
    ["a", "2023-02-20"],
    ["b", "2023-03-31"],
    ["c", "2023-04-01"],
    ["d", "2023-06-30"],
    ["e", "2023-10-10"],
    ["undated", null],
  ];
  return {
    people: tableOf(
      ["person", "role"],
      ...referred.map(([id]) => [id, "perpetrator"]),
      ["va", "adult-victim-survivor"],
      ["vb", "adult-victim-survivor"],
      ["vc", "adult-victim-survivor"],
      ["child", "child"],
    ),
    referrals: tableOf(
      ["person", "referral_date", "closed_date"],
      ...referred.map(([id, day]) => [id, day, id === "b" ? "2023-08-01" : null]),
    ),
    stages: tableOf(
      ["person", "stage", "date"],
      ["a", "started", "2023-03-20"],
      ["b", "started", "2023-05-10"],
      ["c", "started", "2023-04-20"],
      ["a", "completed", "2023-09-01"],
    ),
    links: tableOf(
      ["person", "linked_person", "kind", "offer_date"],
      ["a", "va", "dyad", "2023-03-01"],
      ["b", "vb", "dyad", "2023-04-15"],
      ["c", "vc", "family", null],
      ["c", "child", "family", null],
    ),
    sessions: tableOf(
      ["person", "session_date", "attended"],
      ...["a", "c"].flatMap((person) =>
        [1, 2, 3, 4].map((week) => [person, `2023-05-0${week}`, person === "a" ? week < 4 : week === 1]),
      ),
    ),
    costs: tableOf(
      ["period_from", "period_to", "kind", "amount_pounds"],
      ["2023-07-01", "2023-12-31", "cash", 18_400],
      ["2023-04-01", "2023-06-30", "cash", 7_000.5],
      ["2023-04-01", "2023-06-30", "in-kind", 5_000],
    ),
  };
}
