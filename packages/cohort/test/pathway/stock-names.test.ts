import { stockAndFlow, stockName, stockTables } from "@likewise/cohort";
import { describe, expect, it } from "vitest";
import { peopleOf } from "../cases.ts";
import { planOf, tableOf } from "../study.ts";

describe("what adds up in a stock", () => {
  const tables = {
    people: peopleOf("a", "b"),
    referrals: tableOf(
      ["person", "referral_date", "closed_date"],
      ["a", "2024-05-03", "2024-06-02"],
      ["b", "2024-05-10", "2024-05-20"],
    ),
  };
  const plan = planOf({ data: { asAt: "2024-06-30", tables: {} } });
  const { options, ...rest } = stockAndFlow({ plan, tables });
  const [flows] = stockTables({ options, ...rest });

  it("is said of the first month too, before which nothing was open: began less open is ended", () => {
    const name = (who: Parameters<typeof stockName>[1]) => stockName(options, who, "2024-05");
    expect(flows!.sums).toEqual(
      expect.arrayContaining([
        { total: name("present"), parts: [name("in")] },
        { total: name("present"), parts: [name("stock"), name("out")] },
      ]),
    );
  });
});
