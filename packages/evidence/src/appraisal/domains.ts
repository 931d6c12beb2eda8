import type { DomainJudgement, Outcome, Reason } from "@likewise/schema";
import { attritionVerdict } from "../attrition.ts";
import type { Design } from "../design.ts";
import { bounds } from "../tables/bounds.ts";
import { caps, covariateTiming } from "../tables/caps.ts";
import { designRow } from "../tables/design-rows.ts";
import { type DropTestId, dropTest } from "../tables/drop-tests.ts";
import type { TableEntry } from "../tables/provenance.ts";
import { judge, type Signal, signalIf, unknownIf } from "./judgement.ts";

/** What a domain is judged from: the design, and what is known of the outcomes appraised. */
export interface AppraisalInput {
  readonly design: Design;
  readonly reporters: readonly Outcome["reporter"][];
  /** The estimate that decides was fixed by default, not by the plan. */
  readonly primaryByDefault: boolean;
}

/** A domain of bias, after ROBINS-I. */
export interface Domain extends TableEntry {
  readonly id: DomainJudgement["id"];
  readonly label: string;
  readonly assess: (input: AppraisalInput) => DomainJudgement;
}

const robins = {
  source:
    "Sterne and others (2016), ROBINS-I, BMJ 355:i4919: domains and scale of judgements; what leads to each is a default of this toolkit",
  status: "policy",
} as const;

export const domains = [
  { id: "confounding", label: "Confounding", assess: confounding, ...robins },
  { id: "selection", label: "Selection of people into the study", assess: selection, ...robins },
  { id: "classification", label: "Who counts as treated", assess: classification, ...robins },
  { id: "deviations", label: "Departures from what was intended", assess: deviations, ...robins },
  { id: "missing-data", label: "Missing data", assess: missingData, ...robins },
  { id: "measurement", label: "Measurement of outcomes", assess: measurement, ...robins },
  { id: "reporting", label: "Choice of the result reported", assess: reporting, ...robins },
] as const satisfies readonly Domain[];

function confounding({ design }: AppraisalInput): DomainJudgement {
  const row = designRow(design);
  const tests = row.drops.filter((id) => confoundingTests.includes(id));
  const found = tests.map((id) => ({ id, ...dropTest(id).assess(design) }));
  const atRandom = row.id === "randomised";
  const signals: Signal[] = [
    ...signalIf(design.comparator === "none", "critical", "C1", textOf("C1")),
    ...signalIf(design.comparator === "national-rate", "critical", "C2", textOf("C2")),
    ...chosenByBehaviour(design),
    ...signalIf(
      design.comparator === "historical",
      design.concurrentSeries ? "moderate" : "serious",
      "C8",
      textOf("C8"),
    ),
    ...signalIf(row.id === "unadjusted" && design.comparator !== "dropouts", "serious", row.id, row.reason),
    ...signalIf(
      row.usesCovariates && covariateTiming.applies(design),
      "serious",
      covariateTiming.id,
      covariateTiming.text,
    ),
    ...found.flatMap(({ id, status, text }) =>
      status === "failed" ? signalIf(true, atRandom ? "moderate" : "serious", id, text) : [],
    ),
    ...(row.usesCovariates ? (design.essentials.desirableMissing ?? []) : []).flatMap((role) =>
      signalIf(true, "moderate", `desirable-${role.id}`, `the analysis does not take account of ${role.label}`),
    ),
  ];
  const unknown = found.filter(({ status }) => status === "not-assessed");
  return judge(
    "confounding",
    signals,
    unknown.map(({ id, text }): Reason => ({ rule: id, text, drop: null })),
    { judgement: atRandom ? "low" : "moderate", rule: row.id, text: row.reason },
  );
}

/** Tests of the decision table that ask whether the groups were alike to begin with. */
const confoundingTests: readonly DropTestId[] = [
  "balance",
  "exclusion",
  "manipulation",
  "other-rule-at-cutoff",
  "pre-trend",
  "pre-periods",
  "comparator-choice",
  "other-change",
  "essential-missing",
  "essential-balance",
  "variance-ratio",
  "autocorrelation",
];

function chosenByBehaviour({ comparator, adjustment }: Design): Signal[] {
  const by = adjustment === "none" ? "critical" : "serious";
  return [
    ...signalIf(comparator === "dropouts", by, "C3", textOf("C3")),
    ...signalIf(comparator === "refusers", by, "C5", textOf("C5")),
  ];
}

function selection({ design }: AppraisalInput): DomainJudgement {
  const { analysisSet, indexDateRule, supportShare, comparator } = design;
  const compared = comparator !== "none";
  return judge(
    "selection",
    [
      ...signalIf(analysisSet === "completed", "serious", "C4", textOf("C4")),
      ...signalIf(compared && indexDateRule === "immortal", "serious", "C7", textOf("C7")),
      ...signalIf(
        compared && indexDateRule === "different",
        "moderate",
        "index-date-rule",
        "follow-up starts by a different rule in the two groups",
      ),
      ...signalIf(
        supportShare !== null && supportShare < bounds.leastSupport,
        "moderate",
        "support",
        dropText("support", design),
      ),
    ],
    [
      ...unknownIf(analysisSet === null, "C4", silenceOf("C4")),
      ...unknownIf(compared && indexDateRule === null, "C7", silenceOf("C7")),
    ],
    { judgement: "low", rule: "same-start", text: "everyone is followed from the same point, whatever became of them" },
  );
}

function classification({ design: { analysisSet, comparator } }: AppraisalInput): DomainJudgement {
  const later = "who counts as treated is known only from what happened after entry";
  return judge(
    "classification",
    [
      ...signalIf(analysisSet === "completed" || comparator === "dropouts", "serious", "status-set-later", later),
      ...signalIf(
        analysisSet === "started",
        "moderate",
        "status-at-start",
        "who started is settled after the decision",
      ),
    ],
    unknownIf(analysisSet === null && comparator !== "dropouts", "C4", silenceOf("C4")),
    { judgement: "low", rule: "status-at-entry", text: "who counts as treated was settled at entry" },
  );
}

function deviations({ design }: AppraisalInput): DomainJudgement {
  const { status, text } = dropTest("crossover").assess(design);
  return judge(
    "deviations",
    signalIf(status === "failed", "moderate", "crossover", text),
    unknownIf(status === "not-assessed", "crossover", text),
    { judgement: "low", rule: "crossover", text: "nearly everyone was treated as assigned" },
  );
}

function missingData({ design }: AppraisalInput): DomainJudgement {
  const { attrition, attritionContradicted } = design;
  const verdict = attrition === null ? null : attritionVerdict(attrition);
  return judge(
    "missing-data",
    [
      ...signalIf(verdict === "fail", "serious", "attrition", dropText("attrition", design)),
      ...signalIf(verdict === "amber", "moderate", "attrition", dropText("attrition", design)),
      ...signalIf(
        attritionContradicted,
        "moderate",
        "attrition-contradicted",
        "fewer people are declared lost than the data show",
      ),
    ],
    unknownIf(verdict === null, "attrition", dropText("attrition", design)),
    { judgement: "low", rule: "attrition", text: "few people were lost, and about as many from each group" },
  );
}

function measurement({ design, reporters }: AppraisalInput): DomainJudgement {
  const { outcomeSource, followUp, comparator } = design;
  const compared = comparator !== "none";
  const differs = compared && (outcomeSource === "different" || followUp === "different");
  return judge(
    "measurement",
    [
      ...signalIf(differs, "serious", "C6", textOf("C6")),
      ...signalIf(
        reporters.includes("perpetrator"),
        "serious",
        "perpetrator-account",
        "an outcome rests on the account of the person whose behaviour is judged",
      ),
      ...signalIf(
        reporters.includes("worker"),
        "moderate",
        "worker-judgement",
        "an outcome rests on the judgement of those who deliver the programme",
      ),
    ],
    unknownIf(!differs && (outcomeSource === null || followUp === null), "C6", silenceOf("C6")),
    { judgement: "low", rule: "C6", text: "outcomes come from one source over the same time in both groups" },
  );
}

function reporting({ design: { planFixed }, primaryByDefault }: AppraisalInput): DomainJudgement {
  return judge(
    "reporting",
    [
      ...signalIf(
        planFixed === false,
        "moderate",
        "plan-not-fixed",
        "the analysis was not fixed before outcomes were seen",
      ),
      ...signalIf(
        primaryByDefault,
        "moderate",
        "primary-by-default",
        "the estimate that decides was chosen by default, not by the plan",
      ),
    ],
    unknownIf(planFixed === null, "plan", "whether the analysis was fixed before outcomes were seen was not stated"),
    { judgement: "low", rule: "plan", text: "the analysis was fixed before outcomes were seen" },
  );
}

function textOf(id: string): string {
  return caps.find((cap) => cap.id === id)!.text;
}

function silenceOf(id: string): string {
  return caps.find((cap) => cap.id === id)!.silence;
}

function dropText(id: DropTestId, design: Design): string {
  return dropTest(id).assess(design).text;
}
