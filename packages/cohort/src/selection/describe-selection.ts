import type { Baseline, Columns, Facts, Outcomes, Refusal, StudyPlan, Table } from "@likewise/schema";
import { allocationFlow, allocationFlowTables } from "../arms/allocation-flow.ts";
import { departures, departureTables, withCrossover } from "../arms/departures.ts";
import { reach } from "../fairness/reach.ts";
import { reachTables } from "../fairness/reach-tables.ts";
import { scoreAudit } from "../fairness/score-audit.ts";
import { dataCuts, dataCutTables } from "../index/data-cut.ts";
import { indexRule, withIndexRule } from "../index/index-rule.ts";
import { contactMatrix, contactMatrixTables } from "../needs/contact-matrix.ts";
import { needCascade } from "../needs/need-cascade.ts";
import { needCascadeTables } from "../needs/need-cascade-tables.ts";
import { planCoverage, planCoverageTables } from "../needs/plan-coverage.ts";
import { serviceMatch } from "../needs/service-match.ts";
import { serviceMatchTables } from "../needs/service-match-tables.ts";
import { supportOffer } from "../needs/support-offer.ts";
import { completersBeside, completersTables } from "../outcomes/completers.ts";
import { byPriorOffence, priorOffenceTables } from "../outcomes/prior-offence.ts";
import type { NamesOf } from "../pathway/descriptions.ts";
import { selectionLog } from "./selection-log.ts";
import { selectionTables } from "./selection-tables.ts";

/**
 * Who was selected and reached, what people need and were offered, and what the data show of arms and index dates: each
 * part the tables of a study allow.
 *
 * @param outcomes of the people of the baseline
 * @returns results by id, which name people and stay private; tables for `results.tables`; refusals; and the facts of
 *          the plan with what the data show against them, for grading
 */
export function describeSelection(input: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
  baseline: Baseline;
  outcomes: Outcomes;
}): {
  readonly results: Readonly<Record<string, object>>;
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
  readonly facts: Facts;
  /** Results that may name victim-survivors or children. */
  readonly ofVictims: readonly string[];
} {
  const rule = indexRule(input);
  // People the panel chose were not assigned: who of them started is the pathway's matter.
  const assigned = input.plan.comparisons.some(({ assignment }) => assignment !== "selected");
  const departed = assigned ? departures(input) : null;
  const parts = [
    part("cohort", selectionLog(input), selectionTables),
    part("cohort", reach(input), reachTables),
    part("cohort", scoreAudit(input.plan), () => []),
    part("cohort", needCascade(input), needCascadeTables),
    part("cohort", serviceMatch(input), serviceMatchTables),
    part("cohort", planCoverage(input), planCoverageTables),
    // Its table stands among those of safety.
    part("victims", supportOffer(input), () => []),
    part("cohort", contactMatrix(input), contactMatrixTables),
    part("cohort", rule, () => []),
    part("cohort", departed, departureTables),
    part("cohort", assigned ? allocationFlow(input) : null, allocationFlowTables),
    ...dataCuts(input).map((cut) => part("cohort", cut, dataCutTables)),
    part("cohort", byPriorOffence(input), priorOffenceTables),
    part("cohort", completersBeside(input), completersTables),
  ].flatMap((one) => (one === null ? [] : [one]));
  const declared = withIndexRule(input.plan.evidence ?? {}, rule);
  return {
    results: Object.fromEntries(parts.map(({ id, result }) => [id, result])),
    tables: parts.flatMap(({ tables }) => tables),
    refusals: parts.flatMap(({ refusals }) => refusals),
    ofVictims: parts.filter(({ names }) => names === "victims").map(({ id }) => id),
    facts: departed === null ? declared : withCrossover(declared, departed),
  };
}

interface Answer {
  readonly kind: `likewise/${string}`;
  readonly refusals?: readonly Refusal[];
  /** Of results there are several of: what tells them apart. */
  readonly window?: string;
}

function part<Result extends Answer>(
  names: NamesOf,
  result: Result | null,
  toTables: (result: Result) => readonly Table[],
) {
  if (result === null) return null;
  const { kind, window, refusals = [] } = result;
  const id = kind.slice("likewise/".length);
  return { id: window === undefined ? id : `${id}-${window}`, names, result, tables: toTables(result), refusals };
}
