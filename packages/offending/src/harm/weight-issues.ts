import type { Issue } from "@likewise/schema";

/**
 * What can be wrong with a weight table. Every issue of this package comes from this list.
 *
 * @example
 * weightIssueCodes.find((entry) => entry.code === "weight_contradicted").severity; // "rejected"
 */
export const weightIssueCodes = [
  {
    code: "weight_of_nothing",
    severity: "rejected",
    expected: "an offence code that can be read, or an offence in words",
    found: "neither",
  },
  {
    code: "weight_unusable",
    severity: "rejected",
    expected: "a weight of 0 or more",
    found: "none, or a negative number",
  },
  {
    code: "weight_contradicted",
    severity: "rejected",
    expected: "one weight for an offence",
    found: "several; none of them is used",
  },
  {
    code: "weight_code_unreadable",
    severity: "reported",
    expected: "an offence code of three digits of class and two of offence, or a class of the counting rules",
    found: "other text; the row is known by its words alone",
  },
  {
    code: "weight_differs_from_published",
    severity: "reported",
    expected: "the weight published for the offence in this edition",
    found: "another one; it is used as it stands",
  },
] as const satisfies readonly Pick<Issue, "code" | "severity" | "expected" | "found">[];

export type WeightIssueCode = (typeof weightIssueCodes)[number]["code"];

/** The issue of a row of a weight table; the table and its file stand in for those of an extract. */
export function weightIssue(code: WeightIssueCode, id: string, file: string | null, row: number | null): Issue {
  const entry = weightIssueCodes.find((each) => each.code === code)!;
  return { ...entry, table: `weights ${id}`, file, row, column: null };
}
