import type { StatedShare } from "./stated-share.ts";

/** What is known of a before-and-after beyond its figures. */
export interface BeforeAfterFigures {
  readonly figures: readonly StatedShare[];
  /** Whether people who did not take part are shown over the same time. */
  readonly comparisonGroup: boolean;
  /** What people were selected on; `unknown` counts as recent offending, which is what most are selected on. */
  readonly selectedOn: "recent-offending" | "other" | "unknown";
}

/** Something a before-and-after cannot be read without. */
export interface BeforeAfterWarning {
  readonly code: string;
  /** Ids of the figures it is about; none where it is about the design. */
  readonly figures: readonly string[];
}

interface Rule {
  readonly code: string;
  /** Null where it does not hold. */
  figures(given: BeforeAfterFigures): readonly string[] | null;
}

const rules: readonly Rule[] = [
  // At most 2 on the Maryland scale.
  { code: "no-comparison-group", figures: ({ comparisonGroup }) => (comparisonGroup ? null : []) },
  // Regression to the mean: they fall by themselves.
  { code: "selected-on-recent-offending", figures: ({ selectedOn }) => (selectedOn === "other" ? null : []) },
  // Those who engage or complete differ from those who do not, so their share is not that of the others later.
  { code: "different-people", figures: differentPeople },
  { code: "different-population", figures: ({ figures }) => idsWhere(figures, ({ when }) => when === "context") },
  { code: "window-not-stated", figures: ({ figures }) => idsWhere(figures, ({ window }) => window === null) },
  {
    code: "no-counts",
    figures: ({ figures }) => idsWhere(figures, ({ events, total }) => events === null || total === null),
  },
];

/**
 * Codes of the warnings a before-and-after can carry, in the order they are given.
 *
 * @example
 * beforeAfterWarningCodes.length; // 6
 */
export const beforeAfterWarningCodes: readonly string[] = rules.map(({ code }) => code);

/**
 * The warnings that a before-and-after must be shown with.
 *
 * @example
 * const figure = { id: "before", share: 0.5, events: 10, total: 20, window: "block-1", population: "selected", when: "before" };
 * const after = { ...figure, id: "after", window: "block+1", when: "after" };
 * const given = { figures: [figure, after], comparisonGroup: false, selectedOn: "other" };
 * beforeAfterWarnings(given); // [{ code: "no-comparison-group", figures: [] }]
 */
export function beforeAfterWarnings(given: BeforeAfterFigures): BeforeAfterWarning[] {
  return rules.flatMap(({ code, figures: about }) => {
    const figures = about(given);
    return figures === null ? [] : [{ code, figures }];
  });
}

function differentPeople({ figures }: BeforeAfterFigures): readonly string[] | null {
  const own = figures.filter(({ when }) => when !== "context");
  const populations = new Set(own.map(({ population }) => population));
  if (populations.size > 1) return own.map(({ id }) => id);
  return idsWhere(own, ({ selfSelected }) => selfSelected === true);
}

function idsWhere(figures: readonly StatedShare[], holds: (figure: StatedShare) => boolean): readonly string[] | null {
  const found = figures.filter(holds).map(({ id }) => id);
  return found.length === 0 ? null : found;
}
