import { commonForenames, commonSurnames, labelWords } from "./name-words.ts";
import { foldedLetters } from "./plain-text.ts";

/** What a text would be as a person's name. */
export interface NameShape {
  /** One word, several, or a surname with initials. */
  readonly form: "single" | "several" | "initials";
  /** Holds a common forename. */
  readonly forename: boolean;
  /** Holds a common surname, or one known by its shape. */
  readonly surname: boolean;
  /** What stands for the surname, in lower case. */
  readonly head: string;
  readonly initials: string;
}

const particles: ReadonlySet<string> = new Set(
  "al ap ab bin bint binti da dal dalla de del della den der di do dos du el ibn la las le los ni nic o ter ten van von y st".split(
    " ",
  ),
);
const titles = /^(mr|mrs|ms|miss|mx|dr|prof|professor|rev|revd|sir|lady|dame|master|cllr|pc|dc|sgt|det)\b\.? /i;
const suffixes = /[ ,]+(jnr|jr|snr|sr|phd|obe|mbe)\.?$/i;
const notLetters = /[^\p{L}' .,_\d/()-]/u;
const word = /^\p{L}[\p{L}']*$/u;

/** The shape of a text as a name, or null when it is none: codes, labels, sentences, figures. */
export function nameShape(text: string): NameShape | null {
  if (text.length < 2 || text.length > 60 || !/\p{L}{2}/u.test(text) || notLetters.test(text)) return null;
  const bare = text.replace(titles, "").replace(suffixes, "");
  const titled = bare.length < text.length;
  if (/^\d/.test(bare)) return null;
  // Names with a running number: the number is cut off, a code with figures anywhere else is none.
  const unnumbered = bare.replace(/[-_. ]?\d{1,4}$/, "").replace(/ ?\([^)]*\)$/, "");
  if (/[\d/()]/.test(unnumbered)) return null;
  const parts = wordsOf(unnumbered);
  if (parts.length === 0 || parts.length > 6 || !parts.every((part) => word.test(part))) return null;
  const initials = parts.filter((part) => isInitials(part, parts.length));
  const whole = parts.filter((part) => !initials.includes(part));
  const folded = whole.map(foldedLetters).map((part) => part.replaceAll("'", ""));
  const named = folded.filter((part) => !particles.has(part));
  if (named.length === 0 || named.length > 4) return null;
  if (named.some((part) => labelWords.has(part)) || named.some((part) => part.length < 2)) return null;
  const forename = named.some((part) => commonForenames.has(part));
  const surname =
    named.some((part) => commonSurnames.has(part)) ||
    whole.some(hasSurnameShape) ||
    (named.length < folded.length && !folded.includes("st"));
  const form =
    initials.length > 0 || (titled && named.length === 1) ? "initials" : named.length > 1 ? "several" : "single";
  return { form, forename, surname, head: named.join(" "), initials: initials.join("").toLowerCase() };
}

/** `Surname, F.` is split at the comma; `YusufStrang`, `Nadia_Desai` and `DEAN-PATEL` at their joints. */
function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, (pair, before: string, after: string, at: number) =>
      isJoinedPrefix(text, at) ? pair : `${before} ${after}`,
    )
    .split(/[\s_.,-]+/)
    .filter((part) => part !== "");
}

/** The `c` of `McAllister` and of `MacDonald` joins no two words. */
function isJoinedPrefix(text: string, at: number): boolean {
  return /(^|[^\p{L}])(Mc|Mac|Fitz|De|Le|La|Di|Van)$/u.test(text.slice(0, at + 1));
}

/** One letter, or up to three capitals beside a word that is not all capitals. */
function isInitials(part: string, parts: number): boolean {
  if (parts === 1 || part.length === 1) return part.length === 1;
  if (!/^\p{Lu}{2,3}$/u.test(part)) return false;
  const folded = foldedLetters(part);
  return ![particles, commonSurnames, commonForenames, labelWords].some((known) => known.has(folded));
}

/** Gaelic, Norman and Iberian beginnings, and endings of Slavic, Nordic, Punjabi, Cypriot and Armenian surnames. */
export function hasSurnameShape(part: string): boolean {
  return (
    /^(o|d)'\p{L}{3,}$/iu.test(part) ||
    /^ma?c\p{Lu}/u.test(part.charAt(0).toLowerCase() + part.slice(1)) ||
    /^mc\p{L}{3,}$/iu.test(part) ||
    /^fitz\p{L}{3,}$/iu.test(part) ||
    /^.{2,}(owski|ewski|czyk|czak|enko|ovic|escu|sson|dottir|poulos|opoulou|akis|ashvili|yan|ez|nnell|preet)$/i.test(
      foldedLetters(part),
    )
  );
}
