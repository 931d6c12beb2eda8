import { rateRatio } from "@likewise/stats";
import { describe, expect, it } from "vitest";
import { expectClose, readOracle } from "../support.ts";

const { personTime } = readOracle<{
  personTime: {
    events: Record<"yes" | "no", number>;
    weeks: Record<"yes" | "no", number>;
    rate_ratio_yes_over_no: number;
    se_log_rate_ratio: number;
  };
}>("rossi.json");

describe("crude rate ratio", () => {
  const first = { events: personTime.events.yes, exposure: personTime.weeks.yes };
  const second = { events: personTime.events.no, exposure: personTime.weeks.no };

  it("agrees with R on Rossi's arrests per week at risk", () => {
    const found = rateRatio({ first, second });
    expectClose(found.ratio, personTime.rate_ratio_yes_over_no, 1e-13);
    expectClose(found.logStandardError, personTime.se_log_rate_ratio, 1e-13);
  });

  it("has the interval worked by hand: 100 in 114 against 140 in 114 is 0.714 (0.553 to 0.923)", () => {
    const found = rateRatio({ first: { events: 100, exposure: 114 }, second: { events: 140, exposure: 114 } });
    expectClose([found.ratio, found.lower, found.upper], [0.714, 0.553, 0.923], 5e-4, 1);
  });

  it("inverts when the groups are swapped and ignores the unit of time", () => {
    const here = rateRatio({ first, second });
    const there = rateRatio({ first: second, second: first });
    expectClose([there.ratio, there.lower, there.upper], [1 / here.ratio, 1 / here.upper, 1 / here.lower], 1e-14);
    const inDays = (rate: typeof first) => ({ ...rate, exposure: rate.exposure * 7 });
    expectClose(rateRatio({ first: inDays(first), second: inDays(second) }).ratio, here.ratio, 1e-15);
  });

  it("is refused without events or exposure", () => {
    expect(() => rateRatio({ first: { events: 0, exposure: 5 }, second })).toThrow(
      "rateRatio: first.events must be a whole number >= 1 (events), got 0",
    );
    expect(() => rateRatio({ first, second: { events: 1, exposure: 0 } })).toThrow(
      "rateRatio: second.exposure must be > 0 (time at risk), got 0",
    );
  });
});
