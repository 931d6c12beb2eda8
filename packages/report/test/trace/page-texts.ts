/** One text of a page: what stands between two blocks, or the name of a picture. */
export interface PageText {
  readonly text: string;
  readonly isPicture: boolean;
  /** Whether it is a line of the list of every number: keys of results and their values. */
  readonly isKeys: boolean;
}

const inline = /<\/?(?:a|b|i|em|strong|span|code|sup|sub)\b[^>]*>/g;

/** Every text a reader meets, titles and names of pictures too, in the order of the page; what is drawn inside a picture is left to its name. */
export function pageTexts(page: string): PageText[] {
  const pictures: string[] = [];
  const lists: string[] = [];
  const body = page
    .replace(/^[\s\S]*?<body>/, "")
    .replace(/<div class="numbers">([\s\S]*?)<\/div>/g, (_, list: string) => {
      lists.push(list);
      return "<br>";
    })
    .replace(/<svg\b[^>]*?aria-label="([^"]*)"[\s\S]*?<\/svg>/g, (_, name: string) => {
      pictures.push(name);
      return "<br>";
    })
    .replace(/<svg\b[\s\S]*?<\/svg>/g, " ");
  return [
    ...pictures.map((text) => ({ text: plain(text), isPicture: true, isKeys: false })),
    ...textsOf(body).map((text) => ({ text, isPicture: false, isKeys: false })),
    ...lists.flatMap(textsOf).map((text) => ({ text, isPicture: false, isKeys: true })),
  ].filter(({ text }) => /[a-z]/i.test(text));
}

function textsOf(markup: string): string[] {
  return markup
    .replace(inline, "")
    .split(/<[^>]*>/)
    .map(plain);
}

function plain(markup: string): string {
  return markup
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
