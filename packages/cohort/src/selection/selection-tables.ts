import { type Table, tableId } from "@likewise/schema";
import {
  countCell,
  dimensionOf,
  figureCell,
  type Level,
  levelsOf,
  notRecorded,
  shareCell,
  total,
} from "../pathway/cells.ts";
import type { AgainstScore, SelectionLog } from "./selection-log.ts";

/**
 * The selection log as tables: decisions of panel by provider, how they stand to the score, reasons for over-riding it
 * and for refusals of capacity, agreement with kappa, and scores by what became of the decision. A record is a decision.
 */
export function selectionTables(log: SelectionLog): Table[] {
  return [
    decisionTable(log),
    ...(log.againstScore === null ? [] : [againstScoreTable(log.againstScore)]),
    ...reasonTable(log),
    ...agreementTable(log),
    ...scoreTable(log),
  ];
}

const common = { unit: "record", window: null, linked: [] as string[] } as const;

const panelLevels: readonly Level[] = [
  { id: "selected", label: "Selected" },
  { id: "capacity-refused", label: "Suitable, no capacity" },
  { id: "not-selected", label: "Not selected" },
];
const providerLevels: readonly Level[] = [
  { id: "accepted", label: "Accepted" },
  { id: "capacity-refused", label: "Refused for want of capacity" },
  { id: "refused", label: "Refused otherwise" },
  { id: notRecorded, label: "Not recorded" },
];

function decisionTable({ counts, decisions }: SelectionLog): Table {
  const rows = panelLevels.map(({ id }) => ({ id, row: counts[id as keyof typeof counts] }));
  const sumOver = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    ...common,
    id: tableId("selection-decisions"),
    title: "Decisions of the panel, by what the provider then decided",
    definition: "selection-log",
    dimensions: [
      dimensionOf("panel", "Panel", panelLevels, true),
      dimensionOf("provider", "Provider", providerLevels, true),
    ],
    cells: [
      ...rows.flatMap(({ id: panel, row }) => [
        ...providerLevels.map(({ id: provider }) => countCell({ panel, provider }, row[provider]!)),
        countCell({ panel, provider: total }, sumOver(Object.values(row))),
      ]),
      ...providerLevels.map(({ id: provider }) =>
        countCell({ panel: total, provider }, sumOver(rows.map(({ row }) => row[provider]!))),
      ),
      countCell({ panel: total, provider: total }, decisions),
    ],
  };
}

function againstScoreTable({ agreed, overriddenUp, overriddenDown }: AgainstScore): Table {
  const results = [
    { id: "agreed", label: "As the score alone would have decided", share: agreed },
    {
      id: "overridden-up",
      label: "Found suitable, though the score alone would not have selected",
      share: overriddenUp,
    },
    { id: "overridden-down", label: "Not selected, though the score alone would have", share: overriddenDown },
  ];
  return {
    ...common,
    id: tableId("selection-against-score"),
    title: "Decisions of the panel held against the score",
    definition: "selection-log",
    dimensions: [
      dimensionOf(
        "result",
        "Decision",
        results.map(({ id, label }) => ({ id, label })),
        true,
      ),
    ],
    cells: [
      ...results.map(({ id, share }) => shareCell({ result: id }, share.numerator, share.denominator)),
      figureCell({ result: total }, agreed.denominator, agreed.denominator, 1),
    ],
  };
}

function reasonTable({ againstScore, capacityReasons }: SelectionLog): Table[] {
  const kinds = [
    { id: "overridden-up", label: "Over-ridden up", reasons: againstScore?.reasonsUp ?? [] },
    { id: "overridden-down", label: "Over-ridden down", reasons: againstScore?.reasonsDown ?? [] },
    { id: "capacity-refused", label: "Refused for want of capacity", reasons: capacityReasons },
  ].filter(({ reasons }) => reasons.length > 0);
  return kinds.map(({ id, label, reasons }) => ({
    ...common,
    id: tableId("selection-reasons-*", id),
    title: `${label}: reasons given`,
    definition: "selection-log",
    dimensions: [dimensionOf("reason", "Reason", levelsOf(reasons.map(({ code }) => code)), true)],
    cells: [
      ...reasons.map(({ code, rows }) => countCell({ reason: code }, rows as number)),
      countCell(
        { reason: total },
        reasons.reduce((sum, { rows }) => sum + (rows as number), 0),
      ),
    ],
    linked: [tableId("selection-decisions"), tableId("selection-against-score")].filter(
      (other) => againstScore !== null || other === "selection-decisions",
    ),
  }));
}

const pairs: Readonly<Record<string, string>> = {
  "score-panel": "Score and panel",
  "judgement-panel": "Judgement and panel",
  "score-judgement": "Score and judgement",
  "panel-provider": "Panel and provider",
};

function agreementTable({ agreement }: SelectionLog): Table[] {
  if (agreement.length === 0) return [];
  return [
    {
      ...common,
      id: tableId("selection-agreement"),
      title: "Agreement on the same decisions, and beyond chance",
      definition: "selection-log",
      dimensions: [
        dimensionOf(
          "pair",
          "Who is compared",
          agreement.map(({ id }) => ({ id, label: pairs[id]! })),
          false,
        ),
        dimensionOf(
          "measure",
          "Measure",
          [
            { id: "agreement", label: "Share agreed" },
            { id: "kappa", label: "Cohen’s kappa" },
          ],
          false,
        ),
      ],
      cells: agreement.flatMap(({ id: pair, agreed, kappa, interval }) => [
        shareCell({ pair, measure: "agreement" }, agreed.numerator, agreed.denominator),
        figureCell(
          { pair, measure: "kappa" },
          agreed.numerator,
          agreed.denominator,
          kappa,
          interval === null ? null : [...interval],
        ),
      ]),
    },
  ];
}

const groups: Readonly<Record<string, string>> = {
  accepted: "Accepted",
  "capacity-refused": "Refused for want of capacity",
  refused: "Refused otherwise",
  "not-selected": "Not selected",
  undecided: "Selected, the provider’s decision not recorded",
};

/** Means and medians of groups, never a person’s score; lowest and highest are those of persons. */
function scoreTable({ scores }: SelectionLog): Table[] {
  const scored = scores.filter((entry) => entry.scores.n > 0);
  if (scored.length === 0) return [];
  return [
    {
      ...common,
      id: tableId("selection-scores"),
      title: "Scores by what became of the decision",
      definition: "selection-log",
      dimensions: [
        dimensionOf(
          "group",
          "Decision",
          scored.map(({ group }) => ({ id: group, label: groups[group]! })),
          false,
        ),
        dimensionOf(
          "measure",
          "Measure",
          [
            { id: "mean", label: "Mean score" },
            { id: "median", label: "Median score" },
          ],
          false,
        ),
      ],
      cells: scored.flatMap(({ group, decisions, scores: { n, mean, median } }) => [
        figureCell({ group, measure: "mean" }, n, decisions, mean),
        figureCell({ group, measure: "median" }, n, decisions, median),
      ]),
    },
  ];
}
