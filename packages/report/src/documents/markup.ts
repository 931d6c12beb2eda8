/** A node of a page's markup. A picture is kept whole: nothing inside it is text of the page. */
export type MarkupNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "picture"; readonly svg: string; readonly attributes: ReadonlyMap<string, string> }
  | Element;

export interface Element {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
  /** Where its closing tag ends, in characters from the beginning of the markup. */
  readonly end: number;
}

/**
 * The tree of markup as our own templates write it: every element closed, every attribute in double quotes, five
 * entities. Anything else is a fault of the pages, and is never guessed at.
 *
 * @throws TypeError for what the pages never write, with where it stands
 */
export function parseMarkup(markup: string): readonly MarkupNode[] {
  let at = 0;
  const nodes = until(null);
  return nodes;

  function until(parent: string | null): MarkupNode[] {
    const found: MarkupNode[] = [];
    while (at < markup.length) {
      if (markup.startsWith("</", at)) {
        const close = `</${parent}>`;
        if (parent === null || !markup.startsWith(close, at)) throw unexpected(`the end of ${parent ?? "the markup"}`);
        at += close.length;
        return found;
      }
      found.push(markup[at] === "<" ? element() : text());
    }
    if (parent !== null) throw unexpected(`</${parent}>`);
    return found;
  }

  function text(): MarkupNode {
    const next = markup.indexOf("<", at);
    const raw = markup.slice(at, next < 0 ? markup.length : next);
    at += raw.length;
    return { kind: "text", text: plain(raw) };
  }

  function element(): MarkupNode {
    const start = at;
    const tag = matchAt(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9:-]*(?:="[^"]*")?)*)\s*>/y);
    if (tag === null) throw unexpected("a tag of the pages");
    const [, name, written] = tag as unknown as [string, string, string];
    const attributes = attributesOf(written);
    if (name === "svg") return picture(start, attributes);
    if (empty.has(name)) return { kind: "element", name, attributes, children: [], end: at };
    const children = until(name);
    return { kind: "element", name, attributes, children, end: at };
  }

  function picture(start: number, attributes: ReadonlyMap<string, string>): MarkupNode {
    let open = 1;
    while (open > 0) {
      const tag = matchAt(/[^<]*<(\/?)(svg\b)?/y);
      if (tag === null) throw unexpected("</svg>");
      if (tag[2] !== undefined) open += tag[1] === "/" ? -1 : 1;
    }
    at += 1;
    return { kind: "picture", svg: markup.slice(start, at), attributes };
  }

  function matchAt(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = at;
    const match = expression.exec(markup);
    if (match !== null) at = expression.lastIndex;
    return match;
  }

  function plain(raw: string): string {
    return raw.replace(/&([#a-z0-9]*;?)/g, (whole, name: string) => {
      const letter = entities[name];
      if (letter === undefined) throw unexpected(`an entity of the pages, and not ${whole}`);
      return letter;
    });
  }

  function attributesOf(written: string): ReadonlyMap<string, string> {
    return new Map(
      [...written.matchAll(/([a-zA-Z][a-zA-Z0-9:-]*)(?:="([^"]*)")?/g)].map(([, name, value]) => [
        name!,
        plain(value ?? ""),
      ]),
    );
  }

  function unexpected(expected: string): TypeError {
    const found = markup.slice(at, at + 40);
    return new TypeError(`parseMarkup: expected ${expected} at character ${at}, got ${JSON.stringify(found)}`);
  }
}

const empty: ReadonlySet<string> = new Set(["br", "hr"]);

const entities: Readonly<Record<string, string>> = { "amp;": "&", "lt;": "<", "gt;": ">", "quot;": '"', "#39;": "'" };
