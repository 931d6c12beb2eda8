/** A piece of HTML that is safe to put into a page: made only by `html` and `raw`. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * HTML from a template. Every value that is not itself HTML is escaped, so no name, label or path from a study can
 * become markup. Lists are joined; null, undefined and false leave nothing.
 *
 * @example
 * html`<b>${"a < b"}</b>`.html; // "<b>a &lt; b</b>"
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0]!;
  parts.forEach((part, index) => {
    text += render(part) + strings[index + 1]!;
  });
  return raw(text);
}

/** Marks text this package made itself (an SVG, a style sheet) as HTML. Never for text from a study. */
export function raw(text: string): Html {
  const piece = { html: text };
  made.add(piece);
  return piece;
}

/** A heading of a level that depends on where it stands. */
export function heading(level: 3 | 4 | 5, text: string): Html {
  return html`${raw(`<h${level}>`)}${text}${raw(`</h${level}>`)}`;
}

/** The pieces made here: an object read from a file cannot pass for one, whatever it holds. */
const made = new WeakSet<object>();

/**
 * Text with the five characters of markup escaped.
 *
 * @example
 * escapeText("\"R&D\""); // "&quot;R&amp;D&quot;"
 */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(render).join("");
  if (typeof part === "object") {
    if (!made.has(part)) throw new TypeError("html: part must be text, a number or made by html, got an object");
    return (part as Html).html;
  }
  return escapeText(String(part));
}
