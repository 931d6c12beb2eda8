/** One text of a page: what stands between two blocks, or the name of a picture. */
export interface PageText {
  readonly text: string;
  readonly isPicture: boolean;
}

const inline = /<\/?(?:a|b|i|em|strong|span|code|sup|sub)\b[^>]*>/g;

/** Every text a reader meets, titles and names of pictures too, in the order of the page; what is drawn inside a picture is left to its name. */
export function pageTexts(page: string): PageText[] {
  const pictures: string[] = [];
  const body = page
    .replace(/^[\s\S]*?<body>/, "")
    .replace(/<svg\b[^>]*?aria-label="([^"]*)"[\s\S]*?<\/svg>/g, (_, name: string) => {
      pictures.push(name);
      return "<br>";
    })
    .replace(/<svg\b[\s\S]*?<\/svg>/g, " ");
  return [
    ...pictures.map((text) => ({ text: plain(text), isPicture: true })),
    ...body
      .replace(inline, "")
      .split(/<[^>]*>/)
      .map((text) => ({ text: plain(text), isPicture: false })),
  ].filter(({ text }) => /[a-z]/i.test(text));
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
