/**
 * An NHS number as ten digits; null without its ten digits or with a wrong check digit.
 *
 * @source NHS Data Dictionary, NHS NUMBER: https://www.datadictionary.nhs.uk/attributes/nhs_number.html
 * @example
 * normaliseNhsNumber("943 476 5919"); // "9434765919"
 */
export function normaliseNhsNumber(text: string): string | null {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return null;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += (10 - place) * Number(digits[place]);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) ? digits : null;
}

/** Check letters of police numbers: the number is divided by 23, and the remainder picks one; I, O and S are not used. */
const checkLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

/**
 * A PNC number as two digits of the year, seven of the serial and the check letter; null where it is none or the letter
 * is wrong. The year may have two digits or four, and the serial may lack its zeros: `2003/11985X` and `03/0011985X` are
 * one number. The century is left out on both sides.
 *
 * @example
 * normalisePncNumber("1998/12345J"); // "98/0012345J"
 */
export function normalisePncNumber(text: string): string | null {
  const parts =
    /^(?:\d{2})?(\d{2})[/-](\d{1,7})([A-Z])$/.exec(bare(text)) ?? /^(?:\d{2})?(\d{2})(\d{7})([A-Z])$/.exec(bare(text));
  if (parts === null) return null;
  const [, year, serial, letter] = parts;
  const padded = serial!.padStart(7, "0");
  return checkLetters[Number(year! + padded) % 23] === letter ? `${year}/${padded}${letter}` : null;
}

/**
 * A CRO number, `serial/year letter` or `SF year/serial letter`, without spaces and leading zeros of the serial; null
 * where it is none.
 *
 * @example
 * normaliseCroNumber("sf 05 / 0482703 J"); // "SF05/482703J"
 */
export function normaliseCroNumber(text: string): string | null {
  const [, sfYear, sfSerial, sfLetter] = /^SF(\d{2})[/-](\d{1,7})([A-Z])$/.exec(bare(text)) ?? [];
  if (sfYear !== undefined) return `SF${sfYear}/${Number(sfSerial)}${sfLetter}`;
  const [, serial, year, letter] = /^(\d{1,7})[/-](?:\d{2})?(\d{2})([A-Z])$/.exec(bare(text)) ?? [];
  return serial === undefined ? null : `${Number(serial)}/${year}${letter}`;
}

/**
 * A National Insurance number as its two letters and six digits; null where it is none, temporary (TN) or of letters
 * that are not given out. The last letter is left out: it is often not recorded, and no two people differ in it alone.
 *
 * @source https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
 * @example
 * normaliseNiNumber("qq 12 34 56 c"); // null
 * normaliseNiNumber("ab 12 34 56 c"); // "AB123456"
 */
export function normaliseNiNumber(text: string): string | null {
  const match = /^([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])(\d{6})[A-D]?$/.exec(bare(text).replaceAll("-", ""));
  if (match === null || /^(?:BG|GB|KN|NK|NT|TN|ZZ)$/.test(match[1]!)) return null;
  return match[1]! + match[2]!;
}

function bare(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}
