import { buildCohort } from "@likewise/cohort";
import { Failure, type StudyPlan } from "@likewise/schema";
import { describe, expect, it } from "vitest";
import { planOf, tableOf } from "../study.ts";

const people = tableOf(["person", "role"], ["P1", "perpetrator"], ["P2", "perpetrator"]);
const stages = tableOf(["person", "stage", "date"], ["P1", "engaged", "2022-03-01"], ["P2", "met panel", "2022-04-01"]);

function failureOf(cohort: StudyPlan["cohort"], tables = { people, stages }): string | null {
  try {
    buildCohort({ plan: planOf({ cohort }), tables });
    return null;
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== "usage") throw error;
    return error.message;
  }
}

const blocks = (anchors: string[]): StudyPlan["cohort"] => ({
  blocks: { anchors, before: 1, after: 1, selectedOn: "events" } as never,
});

describe("stages the plan names", () => {
  it("are refused where neither the plan nor the data know them, with what may have been meant", () => {
    expect(failureOf(blocks(["index", "engagd"]))).toBe(
      'study.yaml: cohort.blocks.anchors[1]: expected a stage that the data or cohort.funnel have, found "engagd"; did you mean "engaged"?',
    );
  });

  it("may be meant as one of the data alone", () => {
    expect(failureOf({ waiting: [{ from: "engaged", to: "met-panel" }] })).toContain('did you mean "met panel"?');
  });

  it("are refused wherever they are named, all at once", () => {
    const message = failureOf({
      landmarks: [{ outcome: "x", stage: "zzzzzzzz", day: 30 } as never],
      exposure: [{ outcome: "x", stage: "zzzzzzzz" }],
      runChart: { entry: "zzzzzzzz", exits: ["exit", "zzzzzzzz"] },
      pseudoStarts: { stage: "zzzzzzzz" },
      waiting: [{ from: "zzzzzzzz", to: "engaged" }],
    });
    const paths = [...message!.matchAll(/study\.yaml: cohort\.([^:]+):/g)].map(([, path]) => path);
    expect(paths).toEqual([
      "waiting[0].from",
      "runChart.entry",
      "runChart.exits[1]",
      "landmarks[0].stage",
      "exposure[0].stage",
      "pseudoStarts.stage",
    ]);
  });

  it("may be standard ones, or steps the plan declares, that nobody has reached yet", () => {
    const cohort = {
      ...blocks(["completed", "graduated"]),
      funnel: { steps: [{ stage: "graduated", label: "Graduated" }] },
    };
    expect(failureOf(cohort)).toBeNull();
  });

  it("may not be declared by a funnel where they nearly are another stage", () => {
    const funnel = { steps: [{ stage: "engagd", label: "Engaged" }] };
    expect(failureOf({ ...blocks(["engagd"]), funnel })).toContain("cohort.funnel.steps[0].stage");
  });

  it("cannot be told where no stages were read", () => {
    expect(failureOf(blocks(["engagd"]), { people } as never)).toBeNull();
  });
});
