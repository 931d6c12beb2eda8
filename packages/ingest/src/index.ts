// From files to tables

// How a cell is read
export { decodeWindows1252 } from "./files/windows-1252.ts";
// What can be wrong with data, and with whom it could identify
export { type IdentifierKind, identifierKinds } from "./identifiers/identifier-kinds.ts";
export { type Ingested, ingestStudy } from "./ingest-study.ts";
export { type IssueCode, type IssueCodeName, issueCode, issueCodes } from "./issue-codes.ts";
export { type FlatTable, readFlatFile } from "./read-flat-file.ts";
export type { RejectedTable } from "./table/account-of.ts";
export { type DateFormat, dateFormats } from "./values/date-formats.ts";
export { readBoolean } from "./values/read-boolean.ts";
export { type Century, type DateProblem, type PartialDate, readDate } from "./values/read-date.ts";
export { readDistrict } from "./values/read-district.ts";
export { readMoney } from "./values/read-money.ts";
export { readNumber } from "./values/read-number.ts";
export { readPercent } from "./values/read-percent.ts";
