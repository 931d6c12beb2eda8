import type { Outcome, StudyPlan } from "../../generated/types.ts";
import type { PlanProblem } from "../check-shape.ts";
import { checkLabelWindow } from "./check-label-window.ts";
import { checkWindow, windowNamed } from "./check-window.ts";
import { repeatedIds, unknownName } from "./name-problems.ts";
import type { PlanNames } from "./plan-names.ts";

/** Each outcome comes from a table the plan brings, with a window that can be observed and a measure for its kind. */
export function checkOutcomes(plan: StudyPlan, names: PlanNames): PlanProblem[] {
  return [
    ...repeatedIds("outcomes", names.outcomes),
    ...plan.outcomes.flatMap((outcome, index) => {
      const path = `outcomes[${index}]`;
      return [
        ...checkSource(path, outcome, names),
        ...(outcome.window === undefined ? [] : checkWindow(`${path}.window`, outcome.window, "after")),
        ...checkLabelWindow(path, outcome.label, outcome.window, "after"),
        ...checkProof(path, outcome, names),
        ...checkMeasure(path, outcome),
      ];
    }),
  ];
}

const sources = ["events", "outcomes", "measures"];

function checkSource(path: string, outcome: Outcome, names: PlanNames): PlanProblem[] {
  const from = outcome.from ?? "events";
  const unknown = unknownName(`${path}.from`, "events, outcomes or measures", from, sources);
  if (unknown.length > 0) return unknown;
  const fields = names.fields.get(from);
  if (fields === undefined) {
    return [
      { path: `${path}.from`, message: `expected a table the plan brings, found no table ${from} in data.tables` },
    ];
  }
  return from === "events" ? checkEvents(path, outcome, fields) : [];
}

/** The field of events that tells the events an outcome counts. */
const tellingField: Readonly<Record<string, string>> = {
  domestic: "domestic",
  "same-victim": "victim",
  "new-victim": "victim",
};

function checkEvents(path: string, outcome: Outcome, fields: readonly string[]): PlanProblem[] {
  const problems: PlanProblem[] = [];
  if (outcome.window === undefined) {
    problems.push({
      path: `${path}.window`,
      message: "expected a window id, as the outcome comes from events, found nothing",
    });
  }
  if (outcome.kind === "continuous" && outcome.harm === undefined) {
    problems.push({
      path: `${path}.kind`,
      message: "expected binary, count or time-to-event from events, or harm beside it, found continuous",
    });
  }
  const telling = tellingField[outcome.events ?? "all"];
  if (telling !== undefined && !fields.includes(telling)) {
    problems.push({
      path: `${path}.events`,
      message: `expected data.tables.events to map ${telling}, which tells these events, found it unmapped`,
    });
  }
  return problems;
}

/** Proven outcomes need a window that leaves time for the proof, others must not have it; charged ones need disposals. */
function checkProof(path: string, outcome: Outcome, names: PlanNames): PlanProblem[] {
  if ((outcome.from ?? "events") !== "events" || outcome.window === undefined) return [];
  const window = windowNamed(outcome.window);
  if (window === null) return [];
  const proven = outcome.basis === "proven";
  const problems: PlanProblem[] = [];
  if (proven !== (window.provenBy !== null)) {
    const expected = proven
      ? "a window with time for the proof such as moj-proven-12m"
      : "a window without proof such as recorded-12m";
    problems.push({
      path: `${path}.window`,
      message: `expected ${expected}, as the basis is ${outcome.basis}, found "${outcome.window}"`,
    });
  }
  if (proven !== (outcome.definition === "proven")) {
    problems.push({
      path: `${path}.definition`,
      message: `expected ${proven ? '"proven"' : 'a definition other than "proven"'}, as the basis is ${outcome.basis}, found "${outcome.definition}"`,
    });
  }
  if (proven && !names.fields.get("events")?.includes("proven_date")) {
    problems.push({
      path: `${path}.basis`,
      message: "expected data.tables.events to map proven_date, found it unmapped",
    });
  }
  if (outcome.basis === "charged" && !names.fields.get("events")?.includes("disposal")) {
    problems.push({
      path: `${path}.basis`,
      message: "expected data.tables.events to map disposal, found it unmapped",
    });
  }
  return problems;
}

/** Measures that mean something for each kind of outcome; with a time beside it a binary outcome has hazards too. */
const measuresOfKind: Readonly<Record<Outcome["kind"], readonly string[]>> = {
  binary: [
    "riskDifference",
    "riskRatio",
    "oddsRatio",
    "hazardRatio",
    "restrictedMeanSurvivalTimeDifference",
    "differenceInDifferences",
    "levelChange",
    "slopeChange",
  ],
  count: ["rateRatio", "rateDifference", "meanDifference", "differenceInDifferences", "levelChange", "slopeChange"],
  continuous: ["meanDifference", "differenceInDifferences", "levelChange", "slopeChange"],
  "time-to-event": ["hazardRatio", "restrictedMeanSurvivalTimeDifference"],
};

function checkMeasure(path: string, { kind, measure }: Outcome): PlanProblem[] {
  const measures = measuresOfKind[kind];
  if (measure === undefined || measures.includes(measure)) return [];
  return [
    {
      path: `${path}.measure`,
      message: `expected one of ${measures.join(", ")} for a ${kind} outcome, found ${measure}`,
    },
  ];
}
