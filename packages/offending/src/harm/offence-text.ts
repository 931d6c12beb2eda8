/** What is left of an offence in words once spelling habits are taken out, and what was taken out that can tell offences apart. */
export interface OffenceText {
  /** Lower case, words and single spaces; empty where nothing is left. */
  readonly text: string;
  /** Sections named, without subsections: `["20"]`. */
  readonly sections: readonly string[];
  /** Acts named. */
  readonly acts: readonly string[];
  /** The words say the offence is no longer for use. */
  readonly expired: boolean;
}

/**
 * An offence in words without habits of spelling: case, spaces, punctuation, dashes, the section and Act it is contrary
 * to, and "EXPIRED - NOT FOR USE AFTER …".
 *
 * Sections and Acts are kept beside the words, because only they tell some offences apart: two texts that name different
 * ones are not the same offence. Only Acts in `actNames` are recognised; misspellings are left alone, for a synonym to
 * settle.
 *
 * @example
 * normaliseOffenceText("Controlling/coercive  behaviour - Serious Crime Act 2015 s.76").text; // "controlling coercive behaviour"
 * normaliseOffenceText("GBH (s20)").sections; // ["20"]
 */
export function normaliseOffenceText(raw: string): OffenceText {
  const plain = raw
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'");
  const current = plain.replace(expiredMark, " ");
  const sections: string[] = [];
  const withoutSections = current.replace(section, (_, number: string) => {
    sections.push(number);
    return " ";
  });
  const acts: string[] = [];
  const withoutActs = withoutSections
    .replace(/\s+/g, " ")
    .replace(act, (_, name: string) => {
      acts.push(wordsOf(name));
      return " ";
    })
    .replace(/\bcontrary to[\s.,;:()-]*$/, " ");
  return {
    text: wordsOf(withoutActs),
    sections: [...new Set(sections)].sort(),
    acts: [...new Set(acts)].sort(),
    expired: current !== plain,
  };
}

/** Whether two texts can be one offence: they do not name different sections or Acts. */
export function namesAgree(one: OffenceText, other: OffenceText): boolean {
  return overlap(one.sections, other.sections) && overlap(one.acts, other.acts);
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((name) => other.includes(name));
}

function wordsOf(text: string): string {
  return text
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/&/g, " and ")
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * Acts whose names are taken off an offence. A general rule cannot tell where the name of an Act begins: "harassment,
 * alarm or distress public order act" has no mark there.
 */
const actNames: readonly string[] = [
  "anti-social behaviour, crime and policing act",
  "assaults on emergency workers (offences) act",
  "bail act",
  "child abduction act",
  "children and young persons act",
  "communications act",
  "crime and disorder act",
  "criminal attempts act",
  "criminal damage act",
  "criminal justice act",
  "criminal justice and courts act",
  "criminal justice and public order act",
  "criminal law act",
  "domestic abuse act",
  "domestic violence, crime and victims act",
  "family law act",
  "firearms act",
  "forced marriage (civil protection) act",
  "fraud act",
  "malicious communications act",
  "misuse of drugs act",
  "offences against the person act",
  "online safety act",
  "police act",
  "prevention of crime act",
  "protection from harassment act",
  "protection of freedoms act",
  "public order act",
  "road traffic act",
  "sentencing act",
  "serious crime act",
  "sexual offences act",
  "stalking protection act",
  "theft act",
];

/** A name as a pattern that does not mind commas, dashes and brackets. */
const namePattern = [...actNames]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.split(/[^a-z]+/).join("[^a-z]+"))
  .join("|");

const act = new RegExp(
  `(?:\\b(?:contrary to|under|of)\\s+)?(?:\\bthe\\s+)?\\b(${namePattern})\\b(?:[\\s,]*\\d{4})?`,
  "g",
);
const section =
  /(?<![a-z0-9'])(?:contrary to\s+)?(?:ss?|sec|sect|sections?)\.?\s*(\d+[a-z]{0,2})(?:\s*\(\w+\))*(?![a-z0-9])/g;
const expiredMark =
  /[[(]?\s*(?:\bexpired\b(?:[\s:-]*not for use(?: after)?(?:[\s:-]*\d[\d/.-]*)?)?|\bnot for use after[\s:-]*\d[\d/.-]*)\s*[\])]?/g;
