import { compareGroups } from "@likewise/compare";
import { artefactsFromTable, numberColumn, type OutcomeStatus, outcomesArtefact } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { randomised, tableOf } from "./support/studies.ts";

const arm = [1, 1, 1, 0, 0, 0];
const { baseline, rowsRead, exclusions } = artefactsFromTable(tableOf({ arm, y: [0, 1, 0, 1, 0, 1] }), {
  treatment: "arm",
  covariates: [],
  outcomes: [{ id: "y", kind: "binary", column: "y" }],
});

/** The refusals where each person's outcome has one of these states. */
function refusals(
  states: readonly (OutcomeStatus | "proof-not-over" | "not-found")[],
  window: string,
  dataEnd?: string,
) {
  const isMissing = (state: string) => state === "proof-not-over" || state === "not-found";
  const outcomes = outcomesArtefact({
    units: baseline.table.columns,
    options: {},
    madeFrom: [],
    outcome: "y",
    window,
    value: numberColumn(states.map((state, row) => (isMissing(state) ? null : row % 2))),
    status: states.map((state) => (isMissing(state) ? "missing" : (state as OutcomeStatus))),
    missingReason: states.map((state) => (isMissing(state) ? state : null)) as never,
  });
  const { comparison } = compareGroups({
    id: "headline",
    label: "test",
    baseline,
    outcomes,
    declarations: [{ id: "y", kind: "binary" }],
    plan: randomised,
    provenance: { inputs: [], seed: 1, version: "0.0.0", options: null },
    rowsRead,
    exclusions,
    ...(dataEnd === undefined ? {} : { dataEnd }),
  });
  return comparison.refusals;
}

const all = <State>(state: State) => arm.map(() => state);

describe("an arm nobody of whom has a known outcome", () => {
  it("is refused for the window where it ends after the data, with the day they end", () => {
    const [primary] = refusals(all("censored" as const), "recorded-48m", "2024-03-31");
    expect(primary).toEqual({
      id: "window-not-over:y:riskDifference:crude",
      what: "y:riskDifference:crude",
      why: "the window of 48 months is not over for anybody observed: the data end on 2024-03-31",
      unlocks: "a shorter window, or a later extract",
    });
  });

  it("may have the whole arm cut short alone, and the proof not over", () => {
    const states = ["proof-not-over", "proof-not-over", "not-found", "observed", "observed", "observed"] as const;
    expect(refusals(states, "moj-proven-12m")[0]!.why).toBe(
      "the window of 12 months, with the time for proof after it, is not over for anybody of the treated arm observed: the data end before it does",
    );
  });

  it("is refused where only those with the event are known, for that is no share of anybody", () => {
    // rows 1, 3 and 5 had the event; observation of all the others ended first
    const states = ["censored", "observed", "censored", "observed", "censored", "observed"] as const;
    expect(refusals(states, "recorded-12m")[0]).toMatchObject({
      id: "window-not-over:y:riskDifference:crude",
      why: "the window of 12 months is not over for anybody observed: the data end before it does",
    });
    // row 0 was observed to the end without one, so the treated arm is known
    expect(refusals(["observed", ...states.slice(1)], "recorded-12m")[0]!.why).toContain(
      "anybody of the comparison arm",
    );
  });

  it("keeps its own refusal where no window is the cause", () => {
    expect(refusals(all("not-found" as const), "recorded-12m")[0]!.id).toBe("empty-arm:y:riskDifference:crude");
  });
});
