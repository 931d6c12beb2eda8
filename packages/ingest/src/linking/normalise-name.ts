/**
 * A name as it is compared: capital base letters and nothing else, or null where there is none.
 *
 * Case, accents, apostrophes, hyphens, spaces and full stops do not count, so `O’Brien`, `O'BRIEN` and `O Brien` are one
 * name, and so are `Anne-Marie` and `Anne Marie`; the O of O'Brien and the Mc of McDonald are kept. A title in front is
 * dropped. `Smith, John` in one cell is `John Smith`. Words for unknown are no name.
 *
 * @example
 * normaliseName("Dr. Zoë O’Brien-Łukasz"); // "ZOEOBRIENLUKASZ"
 */
export function normaliseName(text: string): string | null {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase();
  const [last, first, ...more] = plain.split(",");
  const inOrder = first === undefined || more.length > 0 ? plain : `${first} ${last}`;
  const untitled = inOrder.trim().replace(title, "");
  const letters = untitled.replace(/[ØŁĐÐÞÆŒ]/g, (letter) => unmarked[letter]!).replace(/[^\p{L}]/gu, "");
  return letters === "" || noName.test(letters) ? null : letters;
}

/** A title only where a name follows it; Dean and Major are names as well. */
const title = /^(?:(?:MR|MRS|MS|MISS|MX|DR|REV|SIR|DAME|PROF|PROFESSOR|MASTER)(?:\. *| +))+(?=\p{L})/u;
const noName = /^(?:UNKNOWN|NOTKNOWN|NOTRECORDED|NOTSTATED|NOTPROVIDED|ANONYMOUS)$/;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const unmarked: Readonly<Record<string, string>> = { Ø: "O", Ł: "L", Đ: "D", Ð: "D", Þ: "TH", Æ: "AE", Œ: "OE" };
