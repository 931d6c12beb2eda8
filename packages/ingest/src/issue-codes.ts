import type { Issue } from "@likewise/schema";

/** One kind of problem: what becomes of the row, what was expected and what was found. */
export interface IssueCode {
  readonly code: string;
  /** `rejected`: the row is not used. `reported`: it is used as it stands. */
  readonly severity: Issue["severity"];
  /** Words for the issue; `{…}` are facts of the plan or the schema, never the value of a cell. */
  readonly expected: string;
  readonly found: string;
  /** Whether a terminal lists every one, as somebody answers for each by name; else the first few. */
  readonly listedWhole?: true;
  /** When it is raised, for people. */
  readonly means: string;
}

/**
 * Every problem ingestion can report, in the order in which a row's first reason is taken. A problem is always treated
 * alike: an unreadable cell rejects its row even in a column that may be blank, because there a blank means something
 * (no proof, still in custody) and a misprint must not come to mean it.
 */
export const issueCodes = [
  {
    code: "blank_row",
    severity: "rejected",
    expected: "a row with at least one value",
    found: "a blank row",
    means: "Every cell is blank, or the line is empty",
  },
  {
    code: "repeated_header",
    severity: "rejected",
    expected: "a row of data",
    found: "the header again",
    means: "The header again between rows of data, as on the pages of a print",
  },
  {
    code: "footer_row",
    severity: "rejected",
    expected: "a row of data",
    found: "a row below the data",
    means: "Below the data: a total, a count of records, a note, or what the plan says is a footer",
  },
  {
    code: "other_table",
    severity: "rejected",
    expected: "a row of the table that is read",
    found: "a row of another table in the same file",
    means: "A further table below the first in one file, with its title and header; the plan can name it",
  },
  {
    code: "too_many_cells",
    severity: "rejected",
    expected: "{headers} cells, as many as headers",
    found: "more cells than that",
    means: "More cells than headers, and the further ones are not blank: an unquoted delimiter has moved the cells",
  },
  {
    code: "too_few_cells",
    severity: "rejected",
    expected: "{headers} cells, as many as headers",
    found: "fewer cells than that",
    means: "Fewer cells than headers: the row was cut off or broken in two",
  },
  {
    code: "quote_stray",
    severity: "rejected",
    expected: "a delimiter or the end of the row after a closing quote",
    found: "further text",
    means: "Text after a closing quote, so that it is unclear where the cell ends",
  },
  {
    code: "not_linked",
    severity: "rejected",
    expected: "identifiers that link the row to one of the people",
    found: "none of the people",
    means: "The plan links this table to people by identifiers, and this row is linked to nobody",
  },
  {
    code: "link_for_review",
    severity: "rejected",
    expected: "identifiers that link the row to one of the people",
    found: "a link that somebody has to decide on",
    means:
      "Several people fit the row, or one fits not well enough; the pairs are in private/, a decision links the row",
  },
  {
    code: "required_missing",
    severity: "rejected",
    expected: "a value, as {field} is required",
    found: "a blank or missing code",
    means: "A required field is blank or holds a missing code",
  },
  {
    code: "spreadsheet_error",
    severity: "rejected",
    expected: "a value",
    found: "the error of a formula",
    means: "A spreadsheet's formula failed (#N/A, #REF!) or its result was never stored; `missing` can list it",
  },
  {
    code: "date_format",
    severity: "rejected",
    expected: "a date written {format}",
    found: "text that is not written so",
    means: "Not written in a date format the plan declares or the column proves",
  },
  {
    code: "date_impossible",
    severity: "rejected",
    expected: "a date that exists, written {format}",
    found: "a day that does not exist",
    means: "The right form, but no such day (31 February)",
  },
  {
    code: "date_century",
    severity: "rejected",
    expected: "a year of birth in four digits",
    found: "two digits that may stand for either century",
    means: "Of somebody born in 12 nobody can say whether that is 1912 or 2012",
  },
  {
    code: "date_out_of_range",
    severity: "rejected",
    expected: "a date after 1900-01-01 and before 2101",
    found: "a date outside that range",
    means: "Before 1900-01-02 or after 2100; systems write 1 January 1900 where they know no date",
  },
  {
    code: "number_not_a_number",
    severity: "rejected",
    expected: "a number",
    found: "text that is not a number",
    means: "Not a number; thousands commas in threes are read, decimal commas are not",
  },
  {
    code: "integer_expected",
    severity: "rejected",
    expected: "a whole number",
    found: "a number with a fraction, or too large",
    means: "A number with a fraction, or beyond 32 bits, in a field of whole numbers",
  },
  {
    code: "number_out_of_range",
    severity: "rejected",
    expected: "{range}",
    found: "a number outside that range",
    means: "Outside the smallest and largest value of the schema",
  },
  {
    code: "money_not_money",
    severity: "rejected",
    expected: "an amount in pounds",
    found: "text that is not an amount in pounds",
    means: "Not an amount; £, commas in threes, minus signs and brackets are read, other currencies are not",
  },
  {
    code: "percent_not_percent",
    severity: "rejected",
    expected: "a percentage",
    found: "text that is not a percentage",
    means: "Not a percentage; 22.69% is read as the proportion 0.2269",
  },
  {
    code: "boolean_unknown",
    severity: "rejected",
    expected: "yes or no (true or false, y or n, 1 or 0)",
    found: "another code; `values` in the plan recodes it",
    means: "Neither a yes nor a no, and not recoded by the plan",
  },
  {
    code: "code_unknown",
    severity: "rejected",
    expected: "one of {values}, with the same capitals",
    found: "another code; `values` in the plan recodes it",
    means: "Outside the list of the schema; case counts, and the plan's `values` can recode",
  },
  {
    code: "postcode_unreadable",
    severity: "rejected",
    expected: "a UK postcode, of which the district is kept",
    found: "text that is not one",
    means: "Not a postcode, in a column of which only the district is used",
  },
  {
    code: "id_scientific",
    severity: "rejected",
    expected: "an id in full",
    found: "a number in scientific notation",
    means: "A spreadsheet has rounded the id (1.23E+11), so that different ids have become one",
  },
  {
    code: "free_text",
    severity: "rejected",
    expected: "a code or a short label",
    found: "prose",
    means: "A cell of prose: a line break, over 200 characters or over 30 words",
  },
  {
    code: "identifier_in_cell",
    severity: "rejected",
    expected: "nothing that identifies a person",
    found: "{kind}",
    means: "A stray e-mail address, postcode, telephone or reference number, or a titled name, among codes",
  },
  {
    code: "future_birth_year",
    severity: "rejected",
    expected: "{year} or earlier",
    found: "a later year of birth",
    means: "Born after the year of the extract",
  },
  {
    code: "date_after_extract",
    severity: "rejected",
    expected: "on or before {asAt}",
    found: "a later date",
    means: "After the extract date `data.asAt`, where nothing can yet have been recorded",
  },
  {
    code: "date_order",
    severity: "rejected",
    expected: 'a date on or after that in "{first}"',
    found: "an earlier date",
    means: "Of two dates with an order, the second comes before the first",
  },
  {
    code: "event_before_birth",
    severity: "rejected",
    expected: "a date in or after the person's year of birth",
    found: "an earlier date",
    means: "A date before the year in which the person was born",
  },
  {
    code: "reference_unknown",
    severity: "rejected",
    expected: "an id that is in people",
    found: "an id that is not",
    means: "The person is not in `people`",
  },
  {
    code: "reference_rejected",
    severity: "rejected",
    expected: "an id whose row in people is used",
    found: "an id whose row there was rejected",
    means: "The person is in `people`, but that row was rejected: mend it and this row is used",
  },
  {
    code: "conflicting_rows",
    severity: "rejected",
    expected: "one row for each {key}",
    found: "rows that contradict each other",
    means: "Several rows have one key and different content, and the plan does not say which stands: none is used",
  },
  {
    code: "key_repeated",
    severity: "rejected",
    expected: "one row for each {key}",
    found: "a key that another row has",
    means: "The same key again: an exact repeat, or a row that the plan says does not stand",
  },
  {
    code: "stated_not_identifying",
    severity: "reported",
    listedWhole: true,
    expected: "a column that identifies nobody, and its header or cells look like {label}",
    found: "the plan's word that it does not: {why}",
    means: "A column that looks like one of identifiers, read because the plan says why it is none",
  },
  {
    code: "key_incomplete",
    severity: "reported",
    expected: "a value, as {key} tell rows apart",
    found: "a blank or missing code",
    means: "A part of the key is blank in a few rows only, so that they cannot be compared with the others; kept",
  },
  {
    code: "before_referral",
    severity: "reported",
    expected: "a date on or after the person's first referral",
    found: "an earlier date",
    means: "A session before the person was first referred; kept, as either date may be wrong or a referral missing",
  },
  {
    code: "equal_rows",
    severity: "reported",
    expected: "rows that differ, or a key that tells equal rows apart",
    found: "a row equal to an earlier one",
    means: "No key is declared and every cell equals an earlier row's; kept, as it may be another person or event",
  },
  {
    code: "overlapping_spells",
    severity: "reported",
    expected: "a first day after the end of the spell before",
    found: "a spell that begins inside another of its kind",
    means: "Two spells of one person and kind overlap; days are counted once",
  },
  {
    code: "category_twin",
    severity: "reported",
    expected: "one spelling of a code",
    found:
      "another (rows: {spelt}), different only in case, spaces, dashes, quotes or accents from a commoner (rows: {rows})",
    means:
      "Spellings of what may be one code; spaces around are trimmed, nothing else is merged unless the plan recodes",
  },
  {
    code: "missing_code_suspected",
    severity: "reported",
    expected: "a value, or a missing code that the plan lists",
    found: "what may be a missing code (rows: {rows})",
    means: "A dash, N/K, NULL, or a 77, 99 or -1 that stands apart from the other numbers; used as it stands",
  },
  {
    code: "percent_or_proportion",
    severity: "reported",
    expected: "percentages throughout",
    found: "a figure of 1 or less without a sign (rows: {small}; with a sign: {signed})",
    means: "It may be a proportion (0.23) among percentages (23%); read as a percentage all the same",
  },
  {
    code: "code_unmapped",
    severity: "reported",
    expected: "a code the plan's values name",
    found: "another code",
    means: "The plan recodes this column and does not name the code; kept as it stands",
  },
  {
    code: "id_whitespace",
    severity: "reported",
    expected: "an id without spaces around it",
    found: "spaces around an id",
    means: "Spaces around an id; trimmed",
  },
  {
    code: "id_normalised",
    severity: "reported",
    expected: "an id written like the others",
    found: "other letters or spaces, evened out as the plan says",
    means: "An id that `normalise` changed (capitals, or spaces inside), so that it can meet the same id elsewhere",
  },
  {
    code: "cell_set_missing",
    severity: "reported",
    expected: "{expected}",
    found: "{found}; the cell is missing and the row is used",
    means: "A cell that cannot be read in a column for which the plan says `unreadable: missing`",
  },
  {
    code: "id_twin",
    severity: "reported",
    expected: "ids that differ in more than case, spaces or dashes",
    found: "an id that does not",
    means: "Two people's ids differ only in case, spaces or dashes; kept apart",
  },
  {
    code: "encoding_mojibake",
    severity: "reported",
    expected: "text in one encoding",
    found: "letters that were decoded twice or lost",
    means: "Letters such as Â£ or a replacement character: the file was saved in one encoding and read in another",
  },
  {
    code: "type_mixed",
    severity: "reported",
    expected: "numbers or codes, not both; a declared type settles it",
    found: "numbers in {numbers} rows and other text in {others}",
    means: "A covariate without a declared type holds mostly numbers and some text, so it is a category",
  },
  {
    code: "decision_stale",
    severity: "reported",
    expected: "decisions about rows that are as they were",
    found: "{decisions} about rows that are gone or say something else now",
    means: "Decisions about pairs of a review list whose rows have changed since; they settle nothing",
  },
  {
    code: "header_whitespace",
    severity: "reported",
    expected: "a header without spaces around it",
    found: "spaces around the header",
    means: "Spaces around a mapped header; matched all the same",
  },
  {
    code: "encoding_assumed",
    severity: "reported",
    expected: "UTF-8, or an encoding named in the plan",
    found: "another encoding, read as Windows-1252",
    means: "The file is not UTF-8 and the plan names no encoding",
  },
] as const satisfies readonly IssueCode[];

export type IssueCodeName = (typeof issueCodes)[number]["code"];

const byCode: ReadonlyMap<string, IssueCode> = new Map(issueCodes.map((entry) => [entry.code, entry]));

/** The place of a code in the registry: what decides a row's first reason. */
export const issueRank: ReadonlyMap<string, number> = new Map(issueCodes.map(({ code }, rank) => [code, rank]));

/**
 * The entry of a code.
 *
 * @throws RangeError when there is no such code
 * @example
 * issueCode("equal_rows").severity; // "reported"
 */
export function issueCode(code: string): IssueCode {
  const entry = byCode.get(code);
  if (entry === undefined) throw new RangeError(`issueCode: code must be one of the registry, got ${code}`);
  return entry;
}

/** Facts that fill the slots of the wording. They come from the plan, the schema or counts, never from a cell. */
export type IssueFacts = Readonly<Record<string, string | number>>;

/** An issue with its words filled in. */
export function issueOf(
  code: IssueCodeName,
  place: Pick<Issue, "table" | "file" | "row" | "column">,
  facts: IssueFacts,
): Issue {
  const { severity, expected, found } = issueCode(code);
  return { code, severity, ...place, expected: filled(expected, facts), found: filled(found, facts) };
}

function filled(template: string, facts: IssueFacts): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => String(facts[slot] ?? slot));
}
