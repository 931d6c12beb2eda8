import { type ScreenedColumn, shareWhere } from "../screened-column.ts";
import type { IdentifierKind } from "./identifier-kind.ts";

/** @source Royal Mail, Postcode Address File: postcode areas; Crown dependencies included */
const areas =
  "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";
const outward = `(?:${areas})\\d[a-z\\d]?`;
const inward = "\\d[abd-hjlnp-uw-z]{2}";
const wholePostcode = new RegExp(`^[(,]?(?:gir ?0aa|${outward}[ .-]?${inward})[,.;)]?$`, "i");
const spacedPostcode = new RegExp(`\\b${outward} ${inward}\\b`, "i");
const joinedPostcode = new RegExp(`\\b${outward}${inward}\\b`);

export const outwardCode = new RegExp(`^${outward}$`, "i");
export const inwardCode = new RegExp(`^${inward}[,.;]?$`, "i");

/** Full postcodes with or without their space, alone or in a longer text. */
export const postcode: IdentifierKind = {
  id: "postcode",
  label: "postcodes",
  header: /\bpost ?code\b|\bzip ?code\b/,
  coarser: /district|area|sector|outward|outcode|\bdist\b/,
  cell: (text) => wholePostcode.test(text) || spacedPostcode.test(text) || joinedPostcode.test(text),
  within: (text) => wholePostcode.test(text) || spacedPostcode.test(text) || joinedPostcode.test(text),
  share: 0.1,
  atLeast: 2,
  holds: null,
  use: "district",
};

const ways = "road|rd|street|avenue|ave|lane|crescent|terrace";
const otherWays =
  "st|close|drive|way|gardens|gdns|court|ct|grove|place|mews|walk|square|rise|hill|view|park|green|row|parade";
const numbered = new RegExp(
  `(?:^|[^\\d/])\\d{1,4}[a-z]?,? (?:(?!to |in |on |of |and |the )[\\p{L}'.-]+ ){1,3}(?:${ways})\\b`,
  "iu",
);
const numberedOther = new RegExp(
  `(?:^|[^\\d/])\\d{1,4}[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}'.-]+ ){1,3}(?:${otherWays.replace(/\b[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)})\\b`,
  "u",
);
const wholeNumbered = new RegExp(`^\\d{1,4}[a-z]?,? [\\p{L}'. -]+ (?:${ways}|${otherWays})\\b`, "iu");
const welsh = /^\d{1,4}[a-z]?,? (?:heol|ffordd|stryd|l[oô]n|rhodfa|clos|maes|cilgant) \p{L}/iu;
const flat = /^(?:flat|apt|apartment|room|rm|unit) ?\d+[a-z]?\b,? ?.*\p{L}{3}/iu;
const cottage = new RegExp(
  `^[\\p{L}' ]+ (?:cottage|farm|house|court|lodge|barn|villa),? [\\p{L}' -]+ (?:${ways}|${otherWays})\\b`,
  "iu",
);
const streetAlone = new RegExp(`^[\\p{L}' .-]+ (?:${ways}|${otherWays})$`, "iu");

function isNumbered(text: string): boolean {
  return text.length > 8 && (numbered.test(text) || numberedOther.test(text));
}

function isAddress(text: string): boolean {
  return (
    isNumbered(text) ||
    wholeNumbered.test(text) ||
    welsh.test(text) ||
    flat.test(text) ||
    cottage.test(text) ||
    streetAlone.test(text)
  );
}

/** House numbers, flats and cottages with their street; streets alone where most of a column are. */
export const address: IdentifierKind = {
  id: "address",
  label: "addresses",
  header: /\baddress\b|\baddr(ess)? ?(line)? ?\d\b|\bstreet ?(name|address|no|number)?$|house (no|number|name)\b/,
  coarser: /e ?mail|ip address/,
  cell: isAddress,
  within: isNumbered,
  share: 0.3,
  atLeast: 2,
  holds: (column: ScreenedColumn) => {
    const streets = shareWhere(column, (text) => streetAlone.test(text) && !isNumbered(text));
    const others = shareWhere(column, (text) => isAddress(text) && !streetAlone.test(text));
    return others.rows >= 0.2 * column.rows || (streets.texts >= 5 && streets.rows + others.rows >= 0.6 * column.rows);
  },
  use: null,
};

/** Whether most texts are names of streets: with house numbers beside them, they are addresses. */
export function namesStreets(column: ScreenedColumn): boolean {
  const streets = shareWhere(column, (text) => streetAlone.test(text));
  return streets.texts >= 3 && streets.rows >= 0.4 * column.rows;
}

const reference = /^(?:[HNOST][A-HJ-Z]) ?\d{3,5} \d{3,5}$/i;
const degrees = /^[([]?\s?(?:49|5\d|60)\.\d{3,},? ?-?\d\.\d{3,}[)\]]?$/;
const words = /^\/{3}\p{L}+\.\p{L}+\.\p{L}+$/u;

/** A point on the ground in one cell; in two columns see `crossColumnKinds`. */
export const gridReference: IdentifierKind = {
  id: "coordinates",
  label: "coordinates of places",
  header: /\b(latitude|longitude|easting|northing|grid ref(erence)?|coordinates|what3words)\b/,
  coarser: null,
  cell: (text) => reference.test(text) || degrees.test(text) || words.test(text),
  within: (text) => degrees.test(text) || words.test(text),
  share: 0.3,
  atLeast: 3,
  holds: null,
  use: null,
};
