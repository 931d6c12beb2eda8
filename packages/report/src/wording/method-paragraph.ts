import type { Comparison } from "@likewise/schema";
import { formatMeasured, formatNumber } from "./formats.ts";

/** How a comparison was made, in plain words: who was compared with whom, and what the interval of its answer allows for. */
export function methodParagraph(comparison: Comparison): string {
  return [
    assignmentSentence(comparison),
    groupSentence(comparison),
    scoreSentence(comparison),
    missingSentence(comparison),
    samplingSentence(comparison),
    blindSentence(comparison),
    intervalSentence(comparison),
    trialSentence(comparison),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Where the methods a comparison used are published, each once. */
export function methodReferences({ design }: Comparison): string[] {
  const { source, ...asked } = design as Design;
  const own = typeof source === "string" ? source.split("; ") : [];
  return [...own, ...furtherSources.flatMap(({ where, reference }) => (where(asked) ? [reference] : []))];
}

/** Options of a comparison that a paragraph or its references turn on. */
interface Design {
  readonly source?: unknown;
  readonly missing?: unknown;
  readonly imputations?: unknown;
  readonly scoreSquares?: unknown;
  readonly scoreSplines?: unknown;
  readonly stabilise?: unknown;
  readonly samplingWeights?: unknown;
  readonly targetTrial?: unknown;
}

const furtherSources: readonly { readonly where: (design: Design) => boolean; readonly reference: string }[] = [
  {
    where: ({ targetTrial }) => targetTrial !== undefined,
    reference: "Hernán and Robins (2016), doi:10.1093/aje/kwv254",
  },
  {
    where: ({ targetTrial }) => targetTrial !== undefined,
    reference: "Maringe et al. (2020), doi:10.1093/ije/dyaa057",
  },
  {
    where: ({ scoreSplines }) => scoreSplines !== undefined,
    reference: "Harrell (2015), Regression Modeling Strategies, section 2.4.5",
  },
  {
    where: ({ missing }) => missing === "indicator",
    reference: "Rosenbaum and Rubin (1984), doi:10.1080/01621459.1984.10478078, appendix B",
  },
  {
    where: ({ imputations }) => imputations !== undefined,
    reference: "van Buuren and Groothuis-Oudshoorn (2011), doi:10.18637/jss.v045.i03",
  },
  {
    where: ({ imputations }) => imputations !== undefined,
    reference: "Barnard and Rubin (1999), doi:10.1093/biomet/86.4.948",
  },
  {
    where: ({ imputations }) => imputations !== undefined,
    reference: "Leyrat and others (2019), doi:10.1177/0962280217713032",
  },
  {
    where: ({ samplingWeights }) => samplingWeights !== undefined,
    reference: "DuGoff, Schuler and Stuart (2014), doi:10.1111/1475-6773.12090",
  },
];

function assignmentSentence({ design }: Comparison): string {
  const how = design.assignment.replaceAll("-", " ");
  return design.assignment === "random"
    ? "Who was offered the programme was decided at random."
    : `Who was offered the programme was not decided at random (${how}).`;
}

function groupSentence(comparison: Comparison): string {
  const { treated, comparison: other } = comparison.arms.labels;
  return (ways[comparison.design.method] ?? asTheyAre)(comparison, treated, other);
}

type Way = (comparison: Comparison, treated: string, other: string) => string;

const asTheyAre: Way = (_, treated, other) =>
  `The two groups (${treated}; ${other}) are compared as they are, and again with adjustment for the characteristics listed.`;

const ways: Readonly<Record<string, Way>> = {
  none: asTheyAre,
  nearest: (comparison, treated, other) =>
    `Each person in the first group (${treated}) is set beside the nearest in the second (${other}) by ${nearness(comparison)}.${limits(comparison)}${reuse(comparison)}`,
  radius: (comparison, treated, other) =>
    `Each person in the first group (${treated}) is set beside everybody in the second (${other}) within a radius, by ${nearness(comparison)}.${limits(comparison)} One person of the second group can stand beside several.`,
  optimal: (comparison, treated, other) =>
    `People in the first group (${treated}) are paired with people in the second (${other}) so that all distances together are the smallest there can be, by ${nearness(comparison)}.${limits(comparison)}`,
  full: (comparison, treated, other) =>
    `Everybody in both groups (${treated}; ${other}) is put into sets of one person with one or more of the other group, so that all distances together are the smallest there can be, by ${nearness(comparison)}.${limits(comparison)}`,
  subclass: (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are put into bands by their chance of being selected, and compared within each band.`,
  cem: (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are compared with people who are the same on every characteristic listed, numbers taken in bands.`,
  exact: (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are compared with people who are the same on the columns named.`,
  ipw: (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are given weights from their chance of being selected, so that the weighted groups are alike.`,
  overlap: (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are given weights that count those most who could have been in either group.`,
  "matching-weights": (_, treated, other) =>
    `People of both groups (${treated}; ${other}) are given weights that keep of each group what pairs would.`,
  entropy: (_, treated, other) =>
    `People in the second group (${other}) are given weights, as near to equal as can be, so that its averages are those of the first (${treated}).`,
};

function nearness({ design }: Comparison): string {
  const { distance } = design as { readonly distance?: unknown };
  return typeof distance === "string" && distance.includes("mahalanobis")
    ? "all the characteristics listed together"
    : "the chance of being selected, worked out from the characteristics listed";
}

function limits({ design }: Comparison): string {
  const { caliper } = design as { readonly caliper?: { readonly sd?: unknown; readonly width?: unknown } | null };
  return typeof caliper?.sd === "number" && typeof caliper.width === "number"
    ? ` No two people in a set may differ by more than ${formatMeasured(caliper.sd)} standard deviations of that (${formatNumber(caliper.width, 4)}).`
    : "";
}

function reuse({ design }: Comparison): string {
  return (design as { readonly replace?: unknown }).replace === true
    ? " One person of the second group can stand beside several, and standard errors allow for it."
    : "";
}

/** How characteristics enter the chance of being selected, where not simply as they are. */
function scoreSentence({ design }: Comparison): string {
  const { scoreSquares, scoreSplines, stabilise } = design as Design;
  const listed = (names: unknown) => (Array.isArray(names) ? names.join(", ") : "");
  return [
    ...(listed(scoreSquares) === ""
      ? []
      : [`The chance of being selected also takes the square of ${listed(scoreSquares)}.`]),
    ...(listed(scoreSplines) === ""
      ? []
      : [
          `The chance of being selected follows ${listed(scoreSplines)} along a smooth curve that is straight at both ends.`,
        ]),
    ...(stabilise === true
      ? ["Weights of each group are multiplied by its share of people, which changes no weighted average."]
      : []),
  ].join(" ");
}

/** What became of people about whom a characteristic is not known. */
function missingSentence({ design }: Comparison): string {
  const { missing, imputations } = design as Design;
  if (missing === "indicator") {
    return "People about whom a characteristic is not known stay in: not being known counts as a characteristic of its own.";
  }
  return typeof imputations === "number"
    ? `Characteristics that are not known were filled in ${formatNumber(imputations, 0)} times over from the others and the group, never from outcomes; each time a comparison was made of its own, and the results were pooled, which counts how much they differ.`
    : "";
}

function samplingSentence({ design }: Comparison): string {
  return (design as Design).samplingWeights === undefined
    ? ""
    : "Everybody counts for as many people as the survey says they stand for.";
}

function blindSentence({ design }: Comparison): string {
  return design.method === "none" ? "" : "The groups were formed without sight of any outcome.";
}

/** What the deciding intervals allow for, each kind once. */
function intervalSentence({ estimates }: Comparison): string {
  const kinds = [
    ...new Set(estimates.filter(({ primary }) => primary).map(({ standardErrorKind }) => standardErrorKind)),
  ];
  return kinds.length === 0 ? "" : `Standard errors: ${kinds.join("; ")}.`;
}

/** How completing, or a number of sessions, was compared. */
function trialSentence({ targetTrial }: Comparison): string {
  if ((targetTrial?.outcomes ?? []).length === 0) return "";
  return `Among ${targetTrial!.people}, the strategies were compared as a trial would: each person was copied to both from time zero, copies were censored on leaving their strategy and weighted for it, and intervals come from resampling people. The contrast of people by what became of them stands beside it. No verdict rests on either.`;
}
