import type { Columns, Issue, Refusal, StudyPlan, Table } from "@likewise/schema";
import { componentMixes, mixTables } from "../dose/component-mixes.ts";
import { coupleCompletion } from "../dose/couple-completion.ts";
import { dose, doseTables } from "../dose/dose.ts";
import { jointSessions, jointSessionTables } from "../dose/joint-sessions.ts";
import { reachByRole, reachByRoleTables } from "../dose/reach-by-role.ts";
import { strands, strandTables } from "../dose/strands.ts";
import { performance } from "../performance/performance.ts";
import { performanceTables } from "../performance/performance-tables.ts";
import { targetProgress, targetProgressTables } from "../performance/target-progress.ts";
import { ratingChange } from "../ratings/rating-change.ts";
import { ratingTables } from "../ratings/rating-tables.ts";
import { accessTables } from "../services/access-tables.ts";
import { accessTest } from "../services/access-test.ts";
import { activityLog } from "../services/activity-log.ts";
import { activityTables } from "../services/activity-tables.ts";
import { staffTables } from "../staff/staff-tables.ts";
import { staffTraining } from "../staff/staff-training.ts";
import { waitingTables, waitingTime } from "../waiting/waiting-time.ts";
import { workstreamTables } from "../workstreams/workstream-tables.ts";
import { workstreams } from "../workstreams/workstreams.ts";
import { beforeMandate, beforeMandateTables } from "./before-mandate.ts";
import { caseStatuses, caseStatusTables } from "./case-statuses.ts";
import { childrenWorker, childrenWorkerTables } from "./children-worker.ts";
import { completionByRule, completionTables } from "./completion.ts";
import { completionRulesOf } from "./completion-rules.ts";
import { deliveryModes, deliveryModeTables } from "./delivery-modes.ts";
import { furthestTables } from "./furthest-tables.ts";
import { informationRequests, informationRequestTables } from "./information-requests.ts";
import { linkedSupport, linkedSupportTables } from "./linked-support.ts";
import { meetings } from "./meetings.ts";
import { partnerSharing, partnerSharingTables } from "./partner-sharing.ts";
import { pathway } from "./pathway.ts";
import { pathwayIssues } from "./pathway-issues.ts";
import { screeningFailures, screeningTables } from "./screening-failures.ts";
import { sourceMix, sourceMixTables } from "./source-mix.ts";
import { spend, spendTables } from "./spend.ts";
import { stockAndFlow, stockTables } from "./stock-and-flow.ts";
import { suitability, suitabilityTables } from "./suitability.ts";
import { supportLength, supportLengthTables } from "./support-length.ts";
import { targetDrift, targetDriftTables } from "./target-drift.ts";
import { throughputRatio } from "./throughput-ratio.ts";

/** What every description is worked out from. */
export interface DescriptionInput {
  readonly plan: StudyPlan;
  readonly tables: Readonly<Record<string, Columns>>;
}

export interface DescriptionOutput {
  /** Results as plain data; of rules and waits one each. */
  readonly results: readonly object[];
  readonly tables: readonly Table[];
  readonly refusals: readonly Refusal[];
  readonly issues?: readonly Issue[];
}

/** People a result may name: none, those the study follows, or victim-survivors and children linked to them. */
export type NamesOf = "nobody" | "cohort" | "victims";

/** One description of a programme that a run can give from the tables it has, without being asked. */
export interface Description {
  readonly id: string;
  readonly label: string;
  /** The part of the plan it answers; left out where the plan does not ask. One without it is always asked for. */
  readonly asked?: (plan: StudyPlan) => unknown;
  /** Tables and fields it cannot do without; without one of them it is left out. */
  readonly needs: readonly string[];
  /** Whose identifiers its results may hold, so that those of victim-survivors and children are written apart. */
  readonly names: NamesOf;
  describe(input: DescriptionInput): DescriptionOutput;
}

/**
 * Every description of the pathway and of what was delivered, in the order of the case.
 *
 * @example
 * pathwayDescriptions.map((one) => one.id).slice(0, 3); // ["pathway", "waiting", "stock-and-flow"]
 */
export const pathwayDescriptions: readonly Description[] = [
  {
    id: "pathway",
    label: "Who came in and went out of each step, by month, source, provider and area",
    needs: ["referrals"],
    names: "cohort",
    describe: (input) => one(pathway(input), furthestTables, pathwayIssues(input)),
  },
  {
    id: "waiting",
    label: "Waiting times between stages, open cases censored",
    needs: ["referrals", "stages"],
    names: "cohort",
    describe: (input) =>
      several(
        (input.plan.cohort.waiting ?? [{ from: "referred", to: "started" }]).map((wait) =>
          waitingTime({ ...input, ...wait }),
        ),
        waitingTables,
      ),
  },
  {
    id: "stock-and-flow",
    label: "Cases that began, ended and were open, by month",
    needs: ["referrals.closed_date"],
    names: "cohort",
    describe: (input) => one(stockAndFlow(input), stockTables),
  },
  {
    id: "case-statuses",
    label: "The one status of every case",
    needs: ["referrals"],
    names: "cohort",
    describe: (input) => one({ ...caseStatuses(input), refusals: [] }, caseStatusTables),
  },
  {
    id: "completion",
    label: "Completion by each rule",
    needs: ["stages"],
    names: "cohort",
    describe: (input) =>
      several(
        completionRulesOf(input.plan).map((rule) => completionByRule({ ...input, rule })),
        (result) => completionTables([result]),
      ),
  },
  {
    id: "throughput",
    label: "Completions of a period over starts of the same period",
    asked: (plan) => plan.cohort.throughput,
    needs: ["stages"],
    names: "cohort",
    describe: (input) =>
      several(
        input.plan.cohort.throughput!.map((period) => throughputRatio({ ...input, ...period })),
        () => [],
      ),
  },
  {
    id: "source-mix",
    label: "Who refers, and completion by source",
    needs: ["referrals.source"],
    names: "cohort",
    describe: (input) => one(sourceMix(input), sourceMixTables),
  },
  {
    id: "target-drift",
    label: "People accepted outside the definition of the target",
    asked: (plan) => plan.cohort.target,
    needs: ["stages"],
    names: "cohort",
    describe: (input) => one(targetDrift(input), targetDriftTables),
  },
  {
    id: "suitability",
    label: "Suitability, item after item",
    needs: ["referrals.acknowledges", "referrals.takes_responsibility", "referrals.motivated"],
    names: "cohort",
    describe: (input) => one(suitability(input), suitabilityTables),
  },
  {
    id: "delivery-modes",
    label: "Completion by mode of delivery",
    needs: ["referrals.mode"],
    names: "cohort",
    describe: (input) => one(deliveryModes(input), deliveryModeTables),
  },
  {
    id: "screening-failures",
    label: "Screening failures found after entry",
    needs: ["abuse", "stages"],
    names: "victims",
    describe: (input) => one(screeningFailures(input), screeningTables),
  },
  {
    id: "before-mandate",
    label: "Who started before a mandate",
    needs: ["orders", "stages"],
    names: "cohort",
    describe: (input) => one(beforeMandate(input), beforeMandateTables),
  },
  {
    id: "dose",
    label: "Sessions and minutes planned and delivered, continuity of worker",
    needs: ["sessions"],
    names: "cohort",
    describe: (input) => one(dose(input), doseTables),
  },
  {
    id: "component-mixes",
    label: "Parts of the programme taken up, alone and together",
    needs: ["sessions.component"],
    names: "cohort",
    describe: (input) => one(componentMixes(input), (result) => mixTables(result)),
  },
  {
    id: "reach-by-role",
    label: "Who was reached, by role",
    needs: ["sessions", "people.role"],
    names: "victims",
    describe: (input) => one(reachByRole(input), reachByRoleTables),
  },
  {
    id: "joint-sessions",
    label: "Safety checks before joint sessions",
    needs: ["sessions.component", "stages"],
    names: "victims",
    describe: (input) => one(jointSessions(input), jointSessionTables),
  },
  {
    id: "strands",
    label: "Time in strands, overlaps and mixes",
    needs: ["phases"],
    names: "cohort",
    describe: (input) => one(strands(input), strandTables),
  },
  {
    id: "linked-support",
    label: "Workers allocated to victim-survivors",
    needs: ["links.worker_type", "stages"],
    names: "victims",
    describe: (input) => one(linkedSupport(input), linkedSupportTables),
  },
  {
    id: "support-length",
    label: "How long victim-survivors are supported",
    needs: ["links.worker_type", "links.from"],
    names: "nobody",
    describe: (input) => one(supportLength(input), supportLengthTables),
  },
  {
    id: "children-worker",
    label: "Children old enough for a worker of their own",
    needs: ["links.worker_type", "people.birth_year", "stages"],
    names: "victims",
    describe: (input) => one(childrenWorker(input), childrenWorkerTables),
  },
  {
    id: "couple-completion",
    label: "Completion of both members of a couple",
    needs: ["links", "stages"],
    names: "victims",
    describe: (input) =>
      several(
        completionRulesOf(input.plan).map((rule) => coupleCompletion({ ...input, rule })),
        ({ tables }) => tables,
      ),
  },
  {
    id: "partner-sharing",
    label: "Partners who shared information, case by case",
    needs: ["requests.person", "requests.partner", "referrals"],
    names: "cohort",
    describe: (input) => one(partnerSharing(input), partnerSharingTables),
  },
  {
    id: "information-requests",
    label: "Time to reply to requests for information",
    needs: ["requests"],
    names: "cohort",
    describe: (input) => one(informationRequests(input), informationRequestTables),
  },
  {
    id: "meetings",
    label: "Days between meetings, and cases discussed lately",
    needs: ["hearings", "referrals"],
    names: "cohort",
    describe: (input) => one(meetings(input), () => []),
  },
  {
    id: "spend",
    label: "Spend for each referral, start, completer and session",
    needs: ["costs", "referrals"],
    names: "cohort",
    describe: (input) => one(spend(input), spendTables),
  },
  {
    id: "performance",
    label: "What was delivered against the contract, by quarter",
    asked: (plan) => plan.programme?.contract,
    needs: [],
    names: "cohort",
    describe: (input) => one(performance(input), performanceTables),
  },
  {
    id: "target-progress",
    label: "Numbers against their baseline and what was promised of them",
    asked: (plan) => plan.programme?.changeTargets,
    needs: [],
    names: "nobody",
    describe: (input) => one(targetProgress(input), targetProgressTables),
  },
  {
    id: "ratings",
    label: "Change of ratings from one time point to another, item by item",
    asked: (plan) => plan.cohort.ratings,
    needs: ["measures"],
    names: "cohort",
    describe: (input) =>
      several(
        input.plan.cohort.ratings!.map((ratings) => ratingChange({ ...input, ratings })),
        ratingTables,
      ),
  },
  {
    id: "staff-training",
    label: "Courses that members of staff have taken",
    asked: (plan) => plan.cohort.training,
    needs: ["training"],
    names: "cohort",
    describe: (input) => one(staffTraining(input)!, staffTables),
  },
  {
    id: "workstreams",
    label: "Input, output and outcome of each part of the programme",
    asked: (plan) => plan.cohort.workstreams,
    needs: [],
    names: "cohort",
    describe: (input) => one(workstreams(input)!, workstreamTables),
  },
  {
    id: "activity-log",
    label: "Milestones and outputs of each strand",
    needs: ["activities"],
    names: "nobody",
    describe: (input) => one(activityLog(input), activityTables),
  },
  {
    id: "access-test",
    label: "How hard it is to get help, by test calls",
    needs: ["test_calls"],
    names: "nobody",
    describe: (input) => one(accessTest(input), accessTables),
  },
];

/**
 * Every description the tables of a study allow, in order: what a run publishes beside its comparisons.
 *
 * @param plan   the validated plan
 * @param tables canonical tables by name
 * @returns results by id of description; tables for `results.tables`; issues; refusals
 */
export function describePathway(input: DescriptionInput): {
  readonly results: Readonly<Record<string, readonly object[]>>;
  readonly tables: readonly Table[];
  readonly issues: readonly Issue[];
  readonly refusals: readonly Refusal[];
  /** Descriptions whose results may name victim-survivors or children. */
  readonly ofVictims: readonly string[];
} {
  const given = pathwayDescriptions
    .filter(({ asked }) => asked === undefined || asked(input.plan) !== undefined)
    .filter(({ needs }) => needs.every((need) => isThere(input.tables, need)))
    .map((description) => ({ ...description, ...description.describe(input) }));
  return {
    results: Object.fromEntries(given.map(({ id, results }) => [id, results])),
    tables: given.flatMap(({ tables }) => tables),
    issues: given.flatMap(({ issues = [] }) => issues),
    refusals: given.flatMap(({ refusals }) => refusals),
    ofVictims: given.filter(({ names }) => names === "victims").map(({ id }) => id),
  };
}

/** Whether a table, or a field of one as `table.field`, was brought. */
function isThere(tables: DescriptionInput["tables"], need: string): boolean {
  const [table, field] = need.split(".") as [string, string?];
  const columns = Object.hasOwn(tables, table) ? tables[table]!.columns : undefined;
  return columns !== undefined && (field === undefined || Object.hasOwn(columns, field));
}

type Answer = { readonly refusals: readonly Refusal[]; readonly issues?: readonly Issue[] };

function one<Result extends Answer>(
  result: Result,
  toTables: (result: Result) => readonly Table[],
  issues: readonly Issue[] = [],
): DescriptionOutput {
  return {
    results: [result],
    tables: toTables(result),
    refusals: result.refusals,
    issues: [...issues, ...(result.issues ?? [])],
  };
}

function several<Result extends Answer>(
  results: readonly Result[],
  toTables: (result: Result) => readonly Table[],
): DescriptionOutput {
  return {
    results,
    tables: results.flatMap(toTables),
    refusals: results.flatMap(({ refusals }) => refusals),
    issues: results.flatMap(({ issues = [] }) => issues),
  };
}
