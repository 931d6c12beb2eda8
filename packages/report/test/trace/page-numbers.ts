/** One text of a page with the numbers in it. */
export interface NumberedText {
  readonly kind: TextKind;
  readonly text: string;
  /** Digits, thousands not apart, without sign. */
  readonly numbers: readonly string[];
  /** The text with a mark where a number stands: two renderings of one place have the same. */
  readonly mask: string;
}

/** `axis`: the scale of a picture. `picture`: what is written in one. `name`: the name of a picture, of a table's box, of a page. */
export type TextKind = "cell" | "prose" | "picture" | "axis" | "name";

const inline = /<\/?(?:a|b|i|em|strong|span|code|sup|sub|small|abbr|time)\b[^>]*>/g;

/** Every text of a page that holds a number, in its order: tables, prose, pictures, and names that are read out. */
export function pageNumbers(page: string): NumberedText[] {
  const texts: NumberedText[] = [];
  const body = page.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "").replace(inline, "");
  let kind: TextKind = "prose";
  /** How deep in what is drawn as the scale of a picture. */
  let scale = 0;
  let inPicture = false;
  for (const [, tag, text] of body.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (text !== undefined) {
      add(inPicture ? (scale > 0 ? "axis" : "picture") : kind, text);
      continue;
    }
    const name = /^<\/?([a-z0-9]*)/i.exec(tag!)![1]!;
    const closes = tag!.startsWith("</");
    if (name === "svg") inPicture = !closes;
    if (inPicture && name === "g") {
      if (closes) scale = Math.max(0, scale - 1);
      else if (scale > 0 || tag!.includes("role-axis-label")) scale += 1;
    }
    if (/^(?:td|th|caption)$/.test(name)) kind = closes ? "prose" : "cell";
    for (const [, value] of tag!.matchAll(/ (?:aria-label|alt|title|content)="([^"]*)"/g)) add("name", value!);
  }
  return texts;

  function add(of: TextKind, markup: string): void {
    if (!/\d/.test(markup)) return;
    const text = plain(markup);
    const numbers = numbersOf(text);
    if (numbers.length > 0) texts.push({ kind: of, text, numbers, mask: `${of} ${masked(text)}` });
  }
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
    .replaceAll("# million", "#");
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
