import type { Cohort, Columns, ReasonCount, Refusal, StudyPlan } from "@likewise/schema";
import { type Description, describe, type Share, shareOf } from "@likewise/stats";
import { notInData, notRecorded } from "../pathway/cells.ts";
import { countReasons } from "../people/account.ts";
import { type Agreement, agreementOf, type Verdict } from "./agreement.ts";
import { type CapacityRefused, capacityRefusedProposal } from "./capacity-refused.ts";
import { type Decision, type DecisionOutcome, outcomeOf, readDecisions } from "./read-decisions.ts";

/** How decisions stand to what the score alone would have decided. */
export interface AgainstScore {
  readonly score: string | null;
  readonly threshold: number;
  readonly side: "at-or-above" | "at-or-below";
  /** Of decisions with a score. */
  readonly agreed: Share;
  /** The panel found suitable whom the score alone would not have selected. */
  readonly overriddenUp: Share;
  /** The panel did not select whom the score alone would have. */
  readonly overriddenDown: Share;
  readonly withoutScore: number;
  readonly reasonsUp: readonly ReasonCount[];
  readonly reasonsDown: readonly ReasonCount[];
}

export interface SelectionLog {
  readonly kind: "likewise/selection-log";
  readonly options: { readonly selection: NonNullable<Cohort["selection"]> };
  readonly decisions: number;
  readonly people: number;
  /** Rows without a person or a decision of the panel: not decisions. */
  readonly unread: number;
  /** Decisions by panel, then by provider; `not-recorded` where the provider's is blank. */
  readonly counts: Readonly<Record<Decision["panel"], Readonly<Record<string, number>>>>;
  /** null without a threshold. */
  readonly againstScore: AgainstScore | null;
  readonly agreement: readonly Agreement[];
  /** Scores of those accepted, refused for want of capacity, refused otherwise and not selected. */
  readonly scores: readonly {
    readonly group: DecisionOutcome;
    readonly decisions: number;
    readonly scores: Description;
  }[];
  /** Refused for want of capacity, with the reasons given. */
  readonly capacityReasons: readonly ReasonCount[];
  /** Row by row, with scores: about persons, never published. */
  readonly capacityRefused: readonly Decision[];
  readonly proposal: CapacityRefused | null;
  readonly refusals: readonly Refusal[];
}

/**
 * The selection log: score, judgement, panel and provider, held against each other.
 *
 * The panel judges; want of capacity is no judgement. So a person whom the panel or the provider refused for capacity
 * counts as found suitable, and is left out where the provider's judgement is compared. Against the score, a decision is
 * agreed when the panel found suitable exactly whom the score at the declared threshold would have selected,
 * over-ridden up or down otherwise; decisions without a score are in no share. Kappa stands beside each agreement.
 *
 * @param plan   `cohort.selection` says the threshold and which judgements mean suitable
 * @param tables `selections`; a person may have several decisions, each counts
 * @returns null when the study brings no selection log
 * @source agreement beyond chance: Cohen (1960), doi:10.1177/001316446002000104
 */
export function selectionLog({
  plan,
  tables,
}: {
  plan: StudyPlan;
  tables: Readonly<Record<string, Columns>>;
}): SelectionLog | null {
  if (tables.selections === undefined) return null;
  const selection = plan.cohort.selection ?? {};
  const { decisions, unread } = readDecisions(tables.selections);
  const selects = scoreSelects(selection);
  const suits = judgementSuits(selection);
  const agreed = agreementOf(decisions, selects, suits);
  const capacityRefused = decisions.filter((decision) => outcomeOf(decision) === "capacity-refused");
  return {
    kind: "likewise/selection-log",
    options: { selection },
    decisions: decisions.length,
    people: new Set(decisions.map(({ person }) => person)).size,
    unread,
    counts: countDecisions(decisions),
    againstScore: selects === null ? null : againstScore(decisions, selection, selects),
    agreement: agreed.agreement,
    scores: scoreGroups.map((group) => scoresOf(group, decisions)).filter((entry) => entry.decisions > 0),
    capacityReasons: reasonsOf(capacityRefused),
    capacityRefused,
    proposal: capacityRefusedProposal(decisions),
    refusals: [...missingParts(selection, tables.selections), ...agreed.refusals],
  };
}

const scoreGroups: readonly DecisionOutcome[] = [
  "accepted",
  "capacity-refused",
  "refused",
  "not-selected",
  "undecided",
];

type Selection = NonNullable<Cohort["selection"]>;

/** Whether the score alone would select. */
function scoreSelects({ threshold, side }: Selection): Verdict | null {
  if (threshold === undefined) return null;
  return ({ score }) => {
    if (score === null) return null;
    return side === "at-or-below" ? score <= threshold : score >= threshold;
  };
}

function judgementSuits({ suitable }: Selection): Verdict | null {
  if (suitable === undefined) return null;
  return ({ judgement }) => (judgement === null ? null : suitable.includes(judgement));
}

function countDecisions(decisions: readonly Decision[]): SelectionLog["counts"] {
  const none = () => ({ accepted: 0, refused: 0, "capacity-refused": 0, [notRecorded]: 0 }) as Record<string, number>;
  const counts = { selected: none(), "not-selected": none(), "capacity-refused": none() };
  for (const { panel, provider } of decisions) {
    const row = counts[panel];
    const column = provider ?? notRecorded;
    row[column] = (row[column] ?? 0) + 1;
  }
  return counts;
}

function againstScore(decisions: readonly Decision[], selection: Selection, selects: Verdict): AgainstScore {
  const scored = decisions.filter((decision) => selects(decision) !== null);
  const found = ({ panel }: Decision) => panel !== "not-selected";
  const up = scored.filter((decision) => found(decision) && selects(decision) === false);
  const down = scored.filter((decision) => !found(decision) && selects(decision) === true);
  return {
    score: selection.score ?? null,
    threshold: selection.threshold!,
    side: selection.side ?? "at-or-above",
    agreed: shareOf(scored.length - up.length - down.length, scored.length),
    overriddenUp: shareOf(up.length, scored.length),
    overriddenDown: shareOf(down.length, scored.length),
    withoutScore: decisions.length - scored.length,
    reasonsUp: reasonsOf(up),
    reasonsDown: reasonsOf(down),
  };
}

function reasonsOf(decisions: readonly Decision[]): ReasonCount[] {
  return countReasons(decisions.map(({ reason }) => reason ?? notRecorded));
}

function scoresOf(group: DecisionOutcome, decisions: readonly Decision[]) {
  const members = decisions.filter((decision) => outcomeOf(decision) === group);
  return {
    group,
    decisions: members.length,
    scores: describe(
      members.map(({ score }) => score ?? 0),
      members.map(({ score }) => Number(score !== null)),
    ),
  };
}

function missingParts({ threshold, suitable }: Selection, { columns }: Columns): Refusal[] {
  const what = "Agreement of decisions with the score";
  return [
    ...(columns.score === undefined ? [notInData("selection-score", what, "selections.score")] : []),
    ...(columns.score !== undefined && threshold === undefined
      ? [
          {
            id: "selection-threshold",
            what,
            why: "The plan does not say at which score the score alone would select",
            unlocks: "Set cohort.selection.threshold",
          },
        ]
      : []),
    ...(columns.judgement !== undefined && suitable === undefined
      ? [
          {
            id: "selection-judgement",
            what: "Agreement of decisions with professional judgement",
            why: "The plan does not say which judgements mean suitable",
            unlocks: "Set cohort.selection.suitable",
          },
        ]
      : []),
    ...(columns.provider_decision === undefined
      ? [notInData("selection-provider", "What the provider decided", "selections.provider_decision")]
      : []),
  ];
}
