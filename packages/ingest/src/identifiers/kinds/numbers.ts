import { normaliseNhsNumber } from "../../linking/normalise-numbers.ts";
import type { ScreenedColumn } from "../screened-column.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

const tenDigits = /^\d{3}[ -]?\d{3}[ -]?\d{4}(?:\.0+)?$/;
const spacedTen = /(?:^|[^\d-])(\d{3}([ -])\d{3}\2\d{4})(?![\d-])/;

/** Ten digits with their check digit, as a spreadsheet may have written them (9434765919.0). */
function isNhsNumber(text: string): boolean {
  return tenDigits.test(text) && normaliseNhsNumber(text.replace(/\.0+$/, "")) !== null;
}

/** A tenth of all ten-digit numbers pass the check, so most of a column's must. */
export const nhsNumber: IdentifierKind = {
  id: "nhs-number",
  label: "NHS numbers",
  header: /\bnhs ?(no|num|number|id)?$/,
  coarser: null,
  cell: isNhsNumber,
  within: (text) => {
    const found = spacedTen.exec(text);
    return found !== null && isNhsNumber(found[1]!);
  },
  share: 0.1,
  atLeast: 5,
  holds: (column: ScreenedColumn) => {
    const shaped = column.texts.filter((text) => tenDigits.test(text));
    return shaped.filter(isNhsNumber).length >= 0.5 * shaped.length;
  },
  use: "linking",
};

/** Year, serial of up to seven figures and a letter; the slash may be a dash, or gone where the year has four figures. */
export const pncNumber: IdentifierKind = {
  id: "pnc-number",
  label: "PNC numbers",
  header: /\bpnc ?(id|no|num|number|ref|reference)?$/,
  coarser: null,
  cell: (text) => /^(?:(?:\d{4}|\d{2})[/-]\d{3,7}|(?:19|20)\d{9}) ?[a-z]$/i.test(text),
  within: (text) =>
    /(?:^|[^\d/])(?:19|20)?\d{2}\/\d{5,7} ?[a-z]\b/i.test(text) || /\b(?:19|20)\d{2}-\d{7} ?[A-Z]\b/.test(text),
  share: 0.3,
  atLeast: 2,
  holds: null,
  use: "linking",
};

/** Serial and year, or the form of the older file with SF, and a letter. */
export const croNumber: IdentifierKind = {
  id: "cro-number",
  label: "CRO numbers",
  header: /\bcro ?(id|no|num|number|ref|reference)?$/,
  coarser: null,
  cell: (text) => /^(?:sf ?\d{2}\/\d{1,6}|\d{3,6}\/\d{2}) ?[a-z]$/i.test(text),
  within: (text) => /\bsf ?\d{2}\/\d{3,6} ?[a-z]\b/i.test(text) || /(?:^|[^\d/])\d{4,6}\/\d{2}[A-Z]\b/.test(text),
  share: 0.3,
  atLeast: 2,
  holds: null,
  use: "linking",
};

const nationalInsurance = /\b[a-ceghj-prtw-z][a-ceghj-nprtw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/i;
const spelled = /^[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d]$/i;

/** Two letters, six figures, and a letter from A to D, with or without spaces. */
export const niNumber: IdentifierKind = {
  id: "national-insurance-number",
  label: "National Insurance numbers",
  header: /\bnino\b|\bni ?(no|num|number)$|national insurance ?(no|num|number|ref)?$/,
  coarser: null,
  cell: (text) => spelled.test(text) || nationalInsurance.test(text),
  within: (text) => nationalInsurance.test(text),
  share: 0.3,
  atLeast: 2,
  holds: null,
  use: "linking",
};

/** A letter, four figures and two letters. */
export const prisonNumber: IdentifierKind = {
  id: "prison-number",
  label: "prison numbers",
  header: /\b(prison(er)?|noms|nomis) ?(id|no|num|number)$/,
  coarser: null,
  cell: (text) => /^[a-z]\d{4}[a-z]{2}$/i.test(text),
  within: null,
  share: 0.3,
  atLeast: 3,
  holds: null,
  use: "linking",
};

const registration = /^[a-z]{2}\d{2} ?[a-z]{3}$|^[a-z]\d{1,3} [a-z]{3}$|^[a-z]{3} ?\d{1,3} ?[a-z]$/i;

/** Vehicle registrations: two letters, two figures, three letters; and the two forms before 2001. */
export const vehicle: IdentifierKind = {
  id: "vehicle",
  label: "vehicle registrations",
  header: /\b(vehicle|car) ?(reg(istration)?|number)\b|\bvrm\b|number ?plate/,
  coarser: null,
  cell: (text) => registration.test(text),
  within: (text) => /\b[A-HJ-PR-Y]{2}\d{2} [A-HJ-PR-Z]{3}\b/.test(text),
  share: 0.3,
  atLeast: 3,
  holds: null,
  use: null,
};
