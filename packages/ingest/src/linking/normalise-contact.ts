/**
 * A telephone number as digits from its 0 on, `+` in front of one from another country; null where it is none. `+44`,
 * `0044` and a bracketed (0) after them are 0.
 *
 * @example
 * normaliseTelephone("+44 (0)113 496 0123"); // "01134960123"
 */
export function normaliseTelephone(text: string): string | null {
  if (/[^\d\s()+./-]/.test(text)) return null;
  const international = text
    .replace(/\(0\)/, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+");
  const number = international.replace(/^\+440?/, "0");
  return /^(?:0\d{9,10}|\+[1-9]\d{6,14})$/.test(number) ? number : null;
}

/**
 * An e-mail address in lower case; null where it is none.
 *
 * @example
 * normaliseEmail(" Jo.Bloggs@Example.ORG "); // "jo.bloggs@example.org"
 */
export function normaliseEmail(text: string): string | null {
  const bare = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(bare) ? bare : null;
}

/**
 * An address as capital letters and figures with one space between words and the usual words cut short; null where it
 * holds none. Compared letter by letter: it proves a link, and its absence is no proof against one.
 *
 * @example
 * normaliseAddress("Flat 2, 10 St. Mary's Road"); // "FLAT 2 10 ST MARYS RD"
 */
export function normaliseAddress(text: string): string | null {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toUpperCase();
  const words = plain.split(/[^\p{L}\d]+/u).filter((word) => word !== "");
  return words.length === 0 ? null : words.map((word) => short[word] ?? word).join(" ");
}

const short: Readonly<Record<string, string>> = {
  ROAD: "RD",
  STREET: "ST",
  SAINT: "ST",
  AVENUE: "AVE",
  LANE: "LN",
  CLOSE: "CL",
  DRIVE: "DR",
  CRESCENT: "CRES",
  COURT: "CT",
  GARDENS: "GDNS",
  TERRACE: "TER",
  APARTMENT: "FLAT",
  APT: "FLAT",
};
