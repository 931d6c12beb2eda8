import { type Columns, cell, type Issue } from "@likewise/schema";

/**
 * What the cohort stage can find wrong. Every issue of this package comes from this list.
 *
 * @example
 * cohortIssueCodes.find((entry) => entry.code === "person_in_both_arms").severity; // "rejected"
 */
export const cohortIssueCodes = [
  {
    code: "person_repeats",
    severity: "rejected",
    expected: "one row for each person",
    found: "a person who has an earlier row",
  },
  {
    code: "person_not_in_people",
    severity: "rejected",
    expected: "a person of the people table",
    found: "a person who is not in it",
  },
  {
    code: "person_in_both_arms",
    severity: "rejected",
    expected: "decisions of one arm for each person",
    found: "a person with decisions of both arms",
  },
  {
    code: "index_before_birth",
    severity: "reported",
    expected: "an index date in or after the year of birth",
    found: "an earlier one; age is missing",
  },
  {
    code: "covariate_is_a_date",
    severity: "reported",
    expected: "a number or a category as covariate",
    found: "a date; it is not used",
  },
  {
    code: "step_not_recorded",
    severity: "reported",
    expected: "each step of the pathway before this one",
    found: "an earlier step without a record",
  },
  {
    code: "steps_out_of_order",
    severity: "reported",
    expected: "a date on or after the step before",
    found: "an earlier date; left out of the median days",
  },
  {
    code: "exit_before_start",
    severity: "reported",
    expected: "an exit on or after the start",
    found: "an exit before it",
  },
  {
    code: "phases_out_of_order",
    severity: "reported",
    expected: "a phase on or after the phase meant to come before it",
    found: "one that begins earlier, or without the phase before",
  },
  {
    code: "completed_without_session",
    severity: "reported",
    expected: "a session attended by everyone who completed",
    found: "a completion without one",
  },
  {
    code: "referrals_overlap",
    severity: "reported",
    expected: "a referral after the one before it was closed",
    found: "two open at once; the person is one case, by the first",
  },
  {
    code: "rated_out_of_order",
    severity: "reported",
    expected: "a second rating on or after the first",
    found: "an earlier one; the change is not used",
  },
  {
    code: "joint_session_unchecked",
    severity: "reported",
    expected: "a safety check before a session of both parents",
    found: "none before it",
  },
  {
    code: "control_disclosed_after_entry",
    severity: "reported",
    expected: "nobody the screening should have kept out",
    found: "controlling behaviour disclosed after entry",
  },
  {
    code: "victim_not_linked",
    severity: "reported",
    expected: "a victim who is linked to the person",
    found: "one linked to no case of theirs; the record counts as that of a pair of its own",
  },
  {
    code: "abuse_out_of_order",
    severity: "reported",
    expected: "a later time point on or after the first",
    found: "an earlier date; the order of time points counts, not that of dates",
  },
  {
    code: "events_without_search",
    severity: "reported",
    expected: "a search that found the person in the source of their events",
    found: "events of a person who was not searched for or not found",
  },
  {
    code: "no_search_table",
    severity: "reported",
    expected: "a searches table that says who was looked for",
    found: "none; everyone is taken to have been searched for and found over the coverage the plan declares",
  },
  {
    code: "no_coverage",
    severity: "reported",
    expected: "a searches table or the coverage of the events table",
    found: "neither; no one can be said to be event-free",
  },
] as const satisfies readonly Pick<Issue, "code" | "severity" | "expected" | "found">[];

export type CohortIssueCode = (typeof cohortIssueCodes)[number]["code"];

/** An issue from the list, at its place. Where tables carry a `line` column it is the line as received. */
export function cohortIssue(
  code: CohortIssueCode,
  place: { tableName: string; table?: Columns | undefined; row?: number; column?: string },
): Issue {
  const { severity, expected, found } = cohortIssueCodes.find((entry) => entry.code === code)!;
  return {
    code,
    severity,
    table: place.tableName,
    file: null,
    row: place.table === undefined || place.row === undefined ? null : lineOf(place.table, place.row),
    column: place.column ?? null,
    expected,
    found,
  };
}

function lineOf(table: Columns, row: number): number | null {
  const line = table.columns.line;
  const value = line === undefined ? null : cell(line, row);
  return typeof value === "number" ? value : null;
}
