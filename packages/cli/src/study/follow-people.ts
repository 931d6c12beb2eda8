import { buildCohort, eligibleOnEvents, observe, outcomesFromTable } from "@likewise/cohort";
import { poolRareLevels, profileOf } from "@likewise/disclosure";
import type { Engine } from "@likewise/engine";
import { eventAccount, eventBaseline, offendingOutcomes } from "@likewise/offending";
import {
  type Account,
  type Baseline,
  extendBaseline,
  type Outcomes,
  type StudyPlan,
  stackOutcomes,
} from "@likewise/schema";
import { withFirstScores } from "./first-scores.ts";
import { type HarmOfRun, harmOfRun } from "./harm-of-run.ts";
import { type MeasuresOfRun, measuresOfRun } from "./measures-of-run.ts";
import type { StudyInputs } from "./read-inputs.ts";

/** Who is in the study, what was known of them at the index date, and what became of them. */
export interface PeopleFollowed {
  readonly cohort: ReturnType<typeof buildCohort>;
  readonly observation: ReturnType<typeof observe>;
  readonly baseline: Baseline;
  readonly outcomes: Outcomes;
  readonly harm: HarmOfRun;
  readonly measured: MeasuresOfRun;
  /** Rows of people and of events, in and out. */
  readonly accounts: readonly Account[];
  /** Assumptions every comparison of these people rests on. */
  readonly notes: readonly string[];
}

/** Index dates and arms, then what events and instruments say of each person before and after. */
export async function followPeople(engine: Engine, plan: StudyPlan, inputs: StudyInputs): Promise<PeopleFollowed> {
  const { tables, linkedTables, definitions } = inputs;
  const { weights } = inputs.harmWeights;
  const cohort = buildCohort({ plan, tables });
  const { anchors } = cohort;
  const observation = observe({ plan, tables, anchors });
  const seen = { plan, tables, anchors, observation };
  const history = await eventBaseline({ engine, ...seen, weights });
  const items = (plan.cohort.baseline ?? []).map((item) => item.id);
  const eligible = eligibleOnEvents({ plan, baseline: extendBaseline(cohort.baseline, history, items) });
  const profile = profileOf(plan.disclosure?.profile ?? "default", plan.disclosure?.threshold);
  const { baseline: known, notes: pooled } = poolRareLevels(eligible.baseline, profile);
  const measured = measuresOfRun({ plan, tables: linkedTables, baseline: known, definitions });
  const baseline = withFirstScores(known, plan, measured);
  const harm = harmOfRun({ ...seen, baseline, history, weights });
  const outcomes = stackOutcomes([
    await offendingOutcomes({ engine, ...seen }),
    ...harm.outcomes,
    ...measured.outcomes,
    outcomesFromTable({ plan, tables, baseline }),
  ]);
  const later = [eligible.account, eventAccount(seen)];
  return {
    cohort,
    observation,
    baseline,
    outcomes,
    harm,
    measured,
    accounts: [...cohort.accounts, ...later.flatMap((account) => (account === null ? [] : [account]))],
    notes: [...inputs.linkage.notes, ...pooled, ...harm.notes],
  };
}
