/** One text of a page with the numbers in it. */
export interface NumberedText {
  readonly kind: TextKind;
  readonly text: string;
  /** Of a cell: the name of its column. */
  readonly heading: string;
  /** Digits, thousands not apart, without sign. */
  readonly numbers: readonly string[];
  /** The text with a mark where a number stands: two renderings of one place have the same. */
  readonly mask: string;
}

/** `head`: a header cell. `picture`: what is written in one. `name`: the name of a picture, of a table's box, of a page. */
export type TextKind = "cell" | "head" | "prose" | "picture" | "name";

const inline = /<\/?(?:a|b|i|em|strong|span|code|sup|sub|small|abbr|time)\b[^>]*>/g;

/** Every text of a page that holds a number, in its order: tables, prose, pictures, and names that are read out. */
export function pageNumbers(page: string): NumberedText[] {
  const texts: NumberedText[] = [];
  const body = page.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "").replace(inline, "");
  let kind: TextKind = "prose";
  let inPicture = false;
  let headings: string[] = [];
  let inHead = false;
  let column = 0;
  let row = "";
  for (const [, tag, text] of body.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (text !== undefined) {
      if (kind === "head" && inHead) headings[column] = plain(text);
      if (kind === "head" && !inHead) row = masked(plain(text));
      add(inPicture ? "picture" : kind, text);
      continue;
    }
    const name = /^<\/?([a-z0-9]*)/i.exec(tag!)![1]!;
    const closes = tag!.startsWith("</");
    if (name === "svg") inPicture = !closes;
    if (name === "table") [headings, row] = [[], ""];
    if (name === "thead") inHead = !closes;
    if (name === "tr") column = -1;
    if (!closes && /^t[dh]$/.test(name)) column += 1;
    if (/^(?:td|th|caption)$/.test(name)) kind = closes ? "prose" : name === "th" ? "head" : "cell";
    for (const [, value] of tag!.matchAll(/ (?:aria-label|alt|title|content)="([^"]*)"/g)) add("name", value!);
  }
  return texts;

  function add(of: TextKind, markup: string): void {
    if (!/\d/.test(markup)) return;
    // A sentence by itself: where one reads otherwise, those beside it still have their place.
    for (const text of sentencesOf(plain(markup))) {
      const numbers = numbersOf(text);
      const place = of === "cell" ? `${masked(headings[column] ?? "")} ${row} ` : "";
      const heading = of === "cell" ? (headings[column] ?? "") : "";
      if (numbers.length > 0) texts.push({ kind: of, text, heading, numbers, mask: `${of} ${place}${masked(text)}` });
    }
  }
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!;]) /);
}

const number = /\d(?:[\d,]*\d)?(?:\.\d+)?/g;

/** Numbers as they stand in a text, without sign, thousands not apart. */
export function numbersOf(text: string): string[] {
  return (text.match(number) ?? []).map((token) => token.replaceAll(",", ""));
}

function masked(text: string): string {
  return text
    .replace(number, "#")
    .replace(/[−-](?=£?#)/g, "")
    .replaceAll("# million", "#")
    .replace(/less than (?=#)/g, "");
}

function plain(markup: string): string {
  return markup
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
