/** A column of a design in words: a number, or one level of a factor. */
export interface RegressionTerm {
  readonly column: string;
  /** null for a number, and for the intercept */
  readonly level: string | null;
  /** the level that the factor's other levels are compared with; null or left out for a number */
  readonly reference?: string | null;
}

/** What is wrong with a regression before it is fitted; separation is what keeps it from having an answer. */
export type RegressionProblem =
  | {
      /** the outcome is the same for everybody */
      readonly kind: "constant-outcome";
      readonly people: number;
    }
  | {
      /** the column does not vary, so it has no coefficient */
      readonly kind: "constant";
      readonly column: string;
      readonly level: string | null;
    }
  | {
      /** the column is a combination of others, so it has no coefficient beside them */
      readonly kind: "collinear";
      readonly column: string;
      readonly level: string | null;
      readonly with: readonly { readonly column: string; readonly level: string | null }[];
    }
  | {
      /** the columns together determine the outcome of some people, so their coefficients have no finite value */
      readonly kind: "separation";
      readonly terms: readonly { readonly column: string; readonly level: string | null }[];
      /** whose outcome is determined */
      readonly people: number;
      /** what they all have; null when some have it and some do not */
      readonly outcome: "event" | "no event" | null;
    }
  | {
      /** so few people of a level have the event, or do not, that its coefficient says little */
      readonly kind: "sparse";
      readonly column: string;
      readonly level: string;
      readonly people: number;
      readonly events: number;
      /** fewer than this, with or without */
      readonly fewest: number;
    };
