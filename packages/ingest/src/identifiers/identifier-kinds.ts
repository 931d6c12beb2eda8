/** One kind of direct identifier: how its columns are headed and how its cells look. */
export interface IdentifierKind {
  readonly id: string;
  /** For messages: `an e-mail address`. */
  readonly label: string;
  /** Headers, in lower case words (`NHSNo` is read as `nhs no`). */
  readonly header: RegExp | null;
  /** Headers that match but are coarser than the identifier. */
  readonly coarser: RegExp | null;
  /** Whether a whole cell is one. */
  readonly cell: (text: string) => boolean;
  /** Whether a longer text holds one, or null where that cannot be told from a code. */
  readonly within: RegExp | null;
  /** Share of a column's different texts from which the column is one. */
  readonly share: number;
  /** Fewer different texts than this prove nothing. */
  readonly atLeast: number;
  /** Cells prove it only where hardly two rows agree: places and offences are two capitalised words as well. */
  readonly nearlyUnique: boolean;
}

const person =
  "(victim|client|offender|perpetrator|suspect|person|child|partner|patient|mother|father|carer|worker)('?s)?";

/**
 * The kinds looked for in every mapped column. A tenth of all ten-digit numbers pass the check of an NHS number, so
 * a column needs several before it is taken for one.
 */
export const identifierKinds: readonly IdentifierKind[] = [
  {
    id: "name",
    label: "names of people",
    header: new RegExp(
      `^((full|first|last|family|given|middle|maiden|known as|christian|${person}) ?)*names?$|surname|forename|\\balias(es)?$|^initials$`,
    ),
    coarser: null,
    cell: (text) =>
      /^(mr|mrs|ms|miss|dr)\.? \p{Lu}/iu.test(text) || /^\p{Lu}[\p{Ll}'’-]+,? \p{Lu}[\p{L}'’-]+$/u.test(text),
    within: /\b(Mr|Mrs|Ms|Miss|Dr)\.? \p{Lu}\p{Ll}/u,
    share: 0.8,
    atLeast: 20,
    nearlyUnique: true,
  },
  {
    id: "date-of-birth",
    label: "full dates of birth",
    header: /\bd ?o ?b\b|date of birth|birth ?date|birthday|born on/,
    coarser: /year|month/,
    cell: () => false,
    within: null,
    share: 1,
    atLeast: 1,
    nearlyUnique: false,
  },
  {
    id: "address",
    label: "addresses",
    header: /\baddress\b|\baddr(ess)? ?(line)? ?\d\b|\bstreet\b|house (no|number|name)\b/,
    coarser: /e ?mail|ip address/,
    cell: (text) =>
      /^(flat \S+,? )?\d+[a-z]? [\p{L} '.-]+ (road|rd|street|st|avenue|ave|lane|close|drive|way|gardens|court|crescent|terrace|grove|place)\b/iu.test(
        text,
      ),
    within: null,
    share: 0.3,
    atLeast: 2,
    nearlyUnique: false,
  },
  {
    id: "postcode",
    label: "postcodes",
    header: /\bpost ?code\b|\bzip ?code\b/,
    coarser: /district|area|sector|outward|outcode/,
    cell: (text) => /^(gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})$/i.test(text),
    within: /\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b/,
    share: 0.3,
    atLeast: 2,
    nearlyUnique: false,
  },
  {
    id: "nhs-number",
    label: "NHS numbers",
    header: /\bnhs ?(no|num|number|id)?$/,
    coarser: null,
    cell: isNhsNumber,
    within: null,
    share: 0.8,
    atLeast: 5,
    nearlyUnique: false,
  },
  {
    id: "pnc-number",
    label: "PNC numbers",
    header: /\bpnc ?(id|no|num|number|ref|reference)?$|\bcro ?(no|num|number)?$/,
    coarser: null,
    cell: (text) => /^(\d{2}|\d{4})\/\d{1,7}[a-z]$/i.test(text),
    within: /\b(19|20)?\d{2}\/\d{4,7}[A-Z]\b/,
    share: 0.3,
    atLeast: 2,
    nearlyUnique: false,
  },
  {
    id: "national-insurance-number",
    label: "National Insurance numbers",
    header: /\bnino\b|\bni ?(no|num|number)$|national insurance/,
    coarser: null,
    cell: (text) => /^[a-ceghj-pr-tw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]$/i.test(text),
    within: null,
    share: 0.3,
    atLeast: 2,
    nearlyUnique: false,
  },
  {
    id: "telephone",
    label: "telephone numbers",
    header: /\b(tele)?phone\b|\bmobile\b|\btel( ?(no|number))?$|\blandline\b|contact number/,
    coarser: null,
    cell: (text) => /^(\+44 ?(\(0\))?|0)[12378][\d ()-]{7,13}$/.test(text) && digitsOf(text).length >= 10,
    within: /(\+44 ?\d{2,4}|\b0[127]\d{2,4}) \d{3,4} ?\d{3,4}\b/,
    share: 0.8,
    atLeast: 3,
    nearlyUnique: false,
  },
  {
    id: "e-mail",
    label: "e-mail addresses",
    header: /\be ?mail\b/,
    coarser: null,
    cell: (text) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text),
    within: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
    share: 0.1,
    atLeast: 1,
    nearlyUnique: false,
  },
];

/**
 * Ten digits of which the last is a check digit modulo 11.
 *
 * @source NHS Data Dictionary, NHS NUMBER: https://www.datadictionary.nhs.uk/attributes/nhs_number.html
 */
function isNhsNumber(text: string): boolean {
  if (!/^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(text)) return false;
  const digits = digitsOf(text);
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += (10 - place) * Number(digits[place]);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === Number(digits[9]) && !/^(\d)\1{9}$/.test(digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
