import type { Design } from "../design.ts";
import { bounds } from "./bounds.ts";
import type { Levels, TableEntry } from "./provenance.ts";

/** A flaw no adjustment repairs: the level cannot exceed `cap`, whatever else holds. */
export interface Cap extends TableEntry {
  readonly id: string;
  readonly text: string;
  /** What a page says when nobody has checked. */
  readonly silence: string;
  /** True when the flaw is there, false when not, null when not assessed. */
  readonly applies: (design: Design) => boolean | null;
  readonly cap: (design: Design) => Levels;
  /** Design caps (C1–C7) also end causal wording and make the verdict `cannot-say`. */
  readonly endsVerdict: boolean;
}

export const caps = [
  {
    id: "C1",
    text: "there is no comparison group, and people chosen at a bad moment tend to improve anyway",
    silence: "whether there is a comparison group was not stated",
    applies: ({ comparator }) => comparator === "none",
    cap: ({ periodControls, contrast, pointsEachSide }) => ({
      wwclg:
        periodControls === true ||
        (contrast === "interrupted-time-series" &&
          pointsEachSide !== null &&
          pointsEachSide >= bounds.leastPointsEachSide)
          ? 2
          : 1,
      original: 2,
    }),
    endsVerdict: true,
    source: "WWCLEG scoring guide 2016, before/after of the treated only",
    status: "verified",
  },
  {
    id: "C2",
    text: "the comparison is a rate for a different population",
    silence: "whether the comparison is with a national rate was not stated",
    applies: ({ comparator }) => comparator === "national-rate",
    cap: () => ({ wwclg: 1, original: 1 }),
    endsVerdict: true,
    source: "design table",
    status: "policy",
  },
  {
    id: "C3",
    text: "those who finished are compared with those who dropped out, who differ in motivation and in luck",
    silence: "whether the comparison group dropped out was not stated",
    applies: ({ comparator }) => comparator === "dropouts",
    cap: ({ adjustment }) => ({ wwclg: adjustment === "none" ? 1 : 2, original: 2 }),
    endsVerdict: true,
    source: "design table; groups formed by behaviour after entry",
    status: "policy",
  },
  {
    id: "C4",
    text: "only those who completed are counted as treated, and completing is itself a sign of doing well",
    silence: "whether everyone offered a place is counted as treated was not stated",
    applies: ({ analysisSet, comparator }) =>
      comparator === "none" ? false : analysisSet === null ? null : analysisSet === "completed",
    cap: () => ({ wwclg: 2, original: 2 }),
    endsVerdict: true,
    source: "design table; survivor selection and immortal time",
    status: "policy",
  },
  {
    id: "C5",
    text: "the comparison group turned the programme down",
    silence: "whether the comparison group turned the programme down was not stated",
    applies: ({ comparator }) => comparator === "refusers",
    cap: () => ({ wwclg: 2, original: 2 }),
    endsVerdict: true,
    source: "design table; motivation differs by construction",
    status: "policy",
  },
  {
    id: "C6",
    text: "outcomes were looked for in different places or over different lengths of time in the two groups",
    silence: "whether outcomes come from the same source over the same time in both groups was not stated",
    applies: ({ outcomeSource, followUp, comparator }) => {
      if (comparator === "none") return false;
      if (outcomeSource === "different" || followUp === "different") return true;
      return outcomeSource === null || followUp === null ? null : false;
    },
    cap: () => ({ wwclg: 1, original: 1 }),
    endsVerdict: true,
    source: "design table; measurement artefact",
    status: "policy",
  },
  {
    id: "C7",
    text: "follow-up starts at a point by which one group cannot yet have had an event",
    silence: "whether follow-up starts by the same rule in both groups was not stated",
    // A different rule that leaves early events possible in both arms is a weakness, not immortal time.
    applies: ({ indexDateRule, comparator }) =>
      comparator === "none" ? false : indexDateRule === null ? null : indexDateRule === "immortal",
    cap: () => ({ wwclg: 2, original: 2 }),
    endsVerdict: true,
    source: "design table; immortal time",
    status: "policy",
  },
  {
    id: "C8",
    text: "the comparison group is from an earlier time, and times change",
    silence: "whether the comparison group is from the same time was not stated",
    applies: ({ comparator }) => comparator === "historical",
    cap: ({ concurrentSeries }) => ({ wwclg: concurrentSeries ? 3 : 2, original: 3 }),
    endsVerdict: false,
    source: "design table; period effects",
    status: "policy",
  },
] as const satisfies readonly Cap[];

/**
 * C9 stands in the table of caps but lowers the level by one, inside the limit of two, and like a cap it does nothing
 * until somebody has looked.
 */
export const covariateTiming = {
  id: "C9",
  text: "a covariate recorded after entry was used to make the groups alike",
  silence: "whether all covariates were recorded before the index date was not stated",
  applies: ({ covariateTiming: timing }: Design): boolean | null => (timing === null ? null : timing === "some-after"),
  source: "design table; post-treatment adjustment",
  status: "policy",
} as const;
