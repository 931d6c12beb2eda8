// From files to tables

export { type Ingested, ingestStudy } from "./ingest-study.ts";
export { type FlatTable, readFlatFile } from "./read-flat-file.ts";
export { type ReferenceFile, readReferenceFile } from "./read-reference-file.ts";
export type { RejectedTable } from "./table/account-of.ts";
export { placeReceived, type UsedRows } from "./table/used-rows.ts";

// Kinds of file, and what is read off them

export type { Assumption } from "./files/assumption.ts";
export { describeFile, type FileDescription } from "./files/describe-file.ts";
export type { FileReader, ReaderId } from "./files/file-reader.ts";
export { isUsual } from "./files/is-usual.ts";
export { fileReaders } from "./files/readers.ts";
export { decodeWindows1252 } from "./files/windows-1252.ts";

// How a cell is read

export { type DateFormat, dateFormats } from "./values/date-formats.ts";
export { readBoolean } from "./values/read-boolean.ts";
export { type Century, type DateProblem, type PartialDate, readDate } from "./values/read-date.ts";
export { readDistrict } from "./values/read-district.ts";
export { readMoney } from "./values/read-money.ts";
export { readNumber } from "./values/read-number.ts";
export { readPercent } from "./values/read-percent.ts";

// What can be wrong with data

export { type IssueCode, type IssueCodeName, issueCode, issueCodes } from "./issue-codes.ts";

// What identifies people, and what is kept apart

export { type CrossColumnKind, crossColumnKinds } from "./identifiers/cross-column-kinds.ts";
export { identifierKinds } from "./identifiers/identifier-kinds.ts";
export type { IdentifierKind } from "./identifiers/kinds/identifier-kind.ts";
export { type IdentifierFinding, screenColumns } from "./identifiers/screen-columns.ts";
export type { ScreenedColumn } from "./identifiers/screened-column.ts";
export { pseudonymToken } from "./pseudonyms/pseudonym-token.ts";
export { victimTables } from "./victims/rows-apart.ts";

// Linking tables to people by identifiers

export type { BlockEstimates } from "./linking/fit-blocks.ts";
export { type IdentifierRole, type IdentifierRoleName, identifierRoles } from "./linking/identifier-roles.ts";
export type { LinkageErrors, LinkageSummary, Linked, MatchRate, ReviewList } from "./linking/linkage.ts";
export { normaliseAddress, normaliseEmail, normaliseTelephone } from "./linking/normalise-contact.ts";
export { normaliseDate } from "./linking/normalise-date.ts";
export { normaliseName } from "./linking/normalise-name.ts";
export {
  normaliseCroNumber,
  normaliseNhsNumber,
  normaliseNiNumber,
  normalisePncNumber,
} from "./linking/normalise-numbers.ts";
export { normalisePostcode, postcodeDistrict } from "./linking/normalise-postcode.ts";
export { normaliseSex } from "./linking/normalise-sex.ts";

// A plan from files

export type { Draft, DraftNote } from "./draft/draft.ts";
export type { DraftFile } from "./draft/draft-file.ts";
export { draftStudy } from "./draft/draft-study.ts";
export { inspectFile } from "./draft/inspect-file.ts";
export type { DraftQuestion } from "./draft/questions.ts";
export { recordWords } from "./draft/vocabulary/index.ts";
export type { FieldWords, NotDrafted, RecordWords } from "./draft/vocabulary/vocabulary.ts";
