import type { ScreenedColumn } from "../screened-column.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

// One letter before the sign is enough to find an address; a run of them would be searched again from each of its letters.
const plainAddress = /[^\s@<>,;]@[^\s@<>,;]{1,255}\.[a-z]{2,}/i;
const spelledAddress =
  /[\w.+-] ?(?:\[at\]|\(at\)|\{at\}| at )\s?[\w-]{1,255}(?:\.| ?\[dot\] ?| ?\(dot\) ?| dot )[a-z]{2,}/i;

function isEmail(text: string): boolean {
  return text.includes("@")
    ? plainAddress.test(text) || spelledAddress.test(text)
    : text.length > 8 && spelledAddress.test(text);
}

/** Addresses with the signs, or with `at` and `dot` spelt out. */
export const email: IdentifierKind = {
  id: "e-mail",
  label: "e-mail addresses",
  header: /\be ?mail\b/,
  coarser: null,
  cell: isEmail,
  within: isEmail,
  share: 0.1,
  atLeast: 1,
  holds: null,
  use: "linking",
};

const prefixed = /(?:\+ ?44|\b0044)[\d ().-]{9,18}\d/;
const national = /(?:^|[^\d./-])\(?0[1237]\d{1,4}\)?[ .-]?\d[\d .-]{4,12}\d(?![\d/])/;
const inPairs = /(?:^|[^\d])0[1237](?: \d{2}){4} \d\b/;

/** A number with its country code or leading zero, ten or eleven digits however they are spaced. */
function isTelephone(text: string): boolean {
  if (text.length < 10) return false;
  const found = prefixed.exec(text) ?? inPairs.exec(text) ?? national.exec(text);
  if (found === null) return false;
  const digits = found[0]
    .replace(/\D/g, "")
    .replace(/^(00)?44/, "0")
    .replace(/^00/, "0");
  return digits.length >= 10 && digits.length <= 11 && /^0[1237]/.test(digits);
}

/** A mobile number that lost its zero where it was read as a number. */
const withoutZero = /^(?:44)?7[1-57-9]\d{8}(?:\.0+)?$/;

export const telephone: IdentifierKind = {
  id: "telephone",
  label: "telephone numbers",
  header: /\b(tele)?phone\b|\bmobile\b|\btel( ?(no|num|number))?$|\blandline\b|contact number/,
  coarser: null,
  cell: (text) => isTelephone(text) || withoutZero.test(text),
  within: isTelephone,
  share: 0.1,
  atLeast: 2,
  holds: isNoPaddedSerial,
  use: "linking",
};

/** Figures alone, padded with zeros or not, are numbers only where nearly all of them could be. */
function isNoPaddedSerial(column: ScreenedColumn): boolean {
  const figures = column.texts.filter((text) => /^\d+(\.0+)?$/.test(text));
  const alike = figures.filter((text) => isTelephone(text) || withoutZero.test(text));
  const spaced = column.texts.length - figures.length;
  return figures.length === 0 || alike.length >= 0.7 * figures.length || spaced > figures.length;
}

const networks =
  "insta(?:gram)?|snap(?:chat)?|fb|facebook|face ?book|twitter|tik ?tok|whats ?app|telegram|discord|ig|sc";
const site = /\b(?:fb|facebook|instagram|twitter|tiktok|snapchat|linkedin|x)\.com\/[\w.-]+/i;
const named = new RegExp(`^(?:${networks}) ?[:@=-] ?@?[\\w.-]{3,}$`, "i");
const signed = /(?:^|[\s(])@[a-z_][\w.-]{2,}/i;

export const handle: IdentifierKind = {
  id: "handle",
  label: "user names on social media",
  header:
    /\b(facebook|instagram|snapchat|twitter|tiktok|whatsapp|social media)\b.*\b(name|handle|id|account|user ?name)\b/,
  coarser: null,
  cell: (text) => signed.test(text) || site.test(text) || named.test(text),
  within: (text) => signed.test(text) || site.test(text),
  share: 0.1,
  atLeast: 2,
  holds: null,
  use: null,
};
