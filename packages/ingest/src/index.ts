// From files to tables

export type { Assumption } from "./files/assumption.ts";
export { describeFile, type FileDescription } from "./files/describe-file.ts";
// How a cell is read
export { decodeWindows1252 } from "./files/windows-1252.ts";
// What can be wrong with data, and with whom it could identify
export { type CrossColumnKind, crossColumnKinds } from "./identifiers/cross-column-kinds.ts";
export { identifierKinds } from "./identifiers/identifier-kinds.ts";
export type { IdentifierKind } from "./identifiers/kinds/identifier-kind.ts";
export { type IdentifierFinding, screenColumns } from "./identifiers/screen-columns.ts";
export { type ScreenedColumn, screenedColumn } from "./identifiers/screened-column.ts";
export { type Ingested, ingestStudy } from "./ingest-study.ts";
export { type IssueCode, type IssueCodeName, issueCode, issueCodes } from "./issue-codes.ts";
export { pseudonymToken } from "./pseudonyms/pseudonym-token.ts";
export { type FlatTable, readFlatFile } from "./read-flat-file.ts";
export type { RejectedTable } from "./table/account-of.ts";
export { type DateFormat, dateFormats } from "./values/date-formats.ts";
export { readBoolean } from "./values/read-boolean.ts";
export { type Century, type DateProblem, type PartialDate, readDate } from "./values/read-date.ts";
export { readDistrict } from "./values/read-district.ts";
export { readMoney } from "./values/read-money.ts";
export { readNumber } from "./values/read-number.ts";
export { readPercent } from "./values/read-percent.ts";
