import type { Block, ParagraphRole, Run, TableBlock, Term } from "./block.ts";
import { type Element, type MarkupNode, parseMarkup } from "./markup.ts";

/**
 * Markup of our own pages as blocks of a document. Every element is named here, so that what is new on a page cannot
 * be lost from Word in silence.
 *
 * Left out on purpose, as each says what something beside it says: the narrow form of a picture, marks without words, the
 * name of a fold that holds nothing but tables, which their captions name, and the numbers that a page gives to some of
 * its tables, as a document numbers them all, and links from a picture to its table, which its caption names.
 *
 * @throws TypeError for an element or a place of one that is not known
 */
export function blocksOf(markup: string): readonly Block[] {
  return inside(parseMarkup(markup));
}

/** Elements that only hold others. */
const holders: ReadonlySet<string> = new Set([
  "div",
  "section",
  "article",
  "aside",
  "header",
  "footer",
  "blockquote",
  "figure",
]);

const inline: Readonly<Record<string, Run["style"] | "same">> = {
  a: "same",
  abbr: "same",
  b: "bold",
  br: "same",
  code: "code",
  dfn: "same",
  em: "italic",
  i: "italic",
  meter: "same",
  q: "same",
  small: "same",
  span: "same",
  strong: "bold",
  sub: "same",
  sup: "same",
  time: "same",
};

function inside(nodes: readonly MarkupNode[]): Block[] {
  const blocks: Block[] = [];
  let loose: MarkupNode[] = [];
  const flush = () => {
    const runs = runsOf(loose);
    if (runs.length > 0) blocks.push({ kind: "paragraph", role: "body", runs });
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) loose.push(node);
    else {
      flush();
      blocks.push(...blocksOfNode(node));
    }
  }
  flush();
  return blocks;
}

function isInline(node: MarkupNode): boolean {
  return node.kind === "text" || (node.kind === "picture" ? isMark(node) : node.name in inline);
}

/** A shape beside words that say everything it does. */
function isMark(node: MarkupNode & { kind: "picture" }): boolean {
  return node.attributes.get("aria-hidden") === "true";
}

function blocksOfNode(node: MarkupNode): Block[] {
  if (node.kind === "text") throw new TypeError("blocksOf: text must stand in a paragraph");
  if (node.kind === "picture") return [figureBlock(node, "")];
  if (hasClass(node, "narrow") || hasClass(node, "to-table")) return [];
  const { name, children } = node;
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) return [{ kind: "heading", level: Number(heading[1]), text: textOf(children) }];
  if (name === "p") return paragraph(roleOf(node), children);
  if (name === "ul" || name === "ol") return [{ kind: "list", ordered: name === "ol", items: items(node) }];
  if (name === "dl") return [{ kind: "terms", terms: terms(node) }];
  if (name === "table") return [tableBlock(node)];
  if (name === "details") return fold(node);
  if (name === "figure") return figureWith(node);
  if (name === "hr") return [];
  if (holders.has(name)) return inside(children);
  throw new TypeError(`blocksOf: expected an element of the report, got ${name}`);
}

function paragraph(role: ParagraphRole, children: readonly MarkupNode[]): Block[] {
  const runs = runsOf(children);
  return runs.length === 0 ? [] : [{ kind: "paragraph", role, runs }];
}

function roleOf(element: Element): ParagraphRole {
  if (hasClass(element, "note") || hasClass(element, "hash")) return "note";
  return hasClass(element, "summary") || hasClass(element, "lead-in") ? "lead" : "body";
}

function hasClass({ attributes }: Element, name: string): boolean {
  return attributes.get("class")?.split(" ").includes(name) ?? false;
}

function items(list: Element): Block[][] {
  return elementsOf(list, ["li"]).map(({ children }) => inside(children));
}

function terms(list: Element): Term[] {
  const found: Term[] = [];
  let term: readonly Run[] = [];
  for (const { name, children } of elementsOf(list, ["dt", "dd", "div"]).flatMap((one) =>
    one.name === "div" ? elementsOf(one, ["dt", "dd"]) : [one],
  )) {
    if (name === "dt") term = runsOf(children);
    else {
      found.push({ term, meaning: runsOf(children) });
      term = [];
    }
  }
  return found;
}

function fold({ children }: Element): Block[] {
  const summary = children.find((node) => node.kind === "element" && node.name === "summary") as Element;
  const held = inside(children.filter((node) => node !== summary));
  if (held.every(({ kind }) => kind === "table")) return held;
  return [...paragraph("fold", summary.children), ...held];
}

/** A figure's caption is that of its picture, and what stands below the caption stays below. */
function figureWith({ children }: Element): Block[] {
  const caption = children.find((node) => node.kind === "element" && node.name === "figcaption") as Element | undefined;
  if (caption === undefined) return inside(children);
  const title = textOf(caption.children);
  const blocks = inside(children.filter((node) => node !== caption));
  const named = blocks.map((block) => (block.kind === "figure" ? { ...block, caption: title } : block));
  return named.some(({ kind }) => kind === "figure") ? named : [...paragraph("fold", caption.children), ...named];
}

function figureBlock({ svg, attributes }: MarkupNode & { kind: "picture" }, caption: string): Block {
  return { kind: "figure", caption, svg, alternative: attributes.get("aria-label") ?? "" };
}

function tableBlock(table: Element): TableBlock {
  const parts = elementsOf(table, ["caption", "thead", "tbody"]);
  const partsOf = (name: string) => parts.filter((part) => part.name === name);
  const rowsOf = (name: string) =>
    partsOf(name)
      .flatMap((part) => elementsOf(part, ["tr"]))
      .map((row) => elementsOf(row, ["th", "td"]));
  const [head, ...more] = rowsOf("thead");
  if (head === undefined || more.length > 0) throw new TypeError("blocksOf: a table must have one row of headers");
  const rows = rowsOf("tbody");
  for (const cell of [head, ...rows].flat())
    if (cell.attributes.has("colspan") || cell.attributes.has("rowspan"))
      throw new TypeError("blocksOf: a cell of a table must not span others");
  const odd = rows.find((row) => row.length !== head.length);
  if (odd !== undefined)
    throw new TypeError(`blocksOf: a row must have ${head.length} cells as its header, got ${odd.length}`);
  return {
    kind: "table",
    caption: textOf(partsOf("caption").flatMap(({ children }) => children)).replace(/^Table \d+[.:] /, ""),
    head: head.map(({ children }) => textOf(children)),
    rows: rows.map((row) => row.map(({ children }) => textOf(children))),
    numeric: head.map((_, column) => hasClass(table, `n${column + 1}`)),
  };
}

/** The elements inside one that may hold no text of its own. */
function elementsOf({ name, children }: Element, expected: readonly string[]): Element[] {
  return children.flatMap((node) => {
    if (node.kind === "text" && node.text.trim() === "") return [];
    if (node.kind === "element" && expected.includes(node.name)) return [node];
    const got = node.kind === "element" ? node.name : node.kind;
    throw new TypeError(`blocksOf: ${name} must hold ${expected.join(" or ")}, got ${got}`);
  });
}

function textOf(nodes: readonly MarkupNode[]): string {
  return runsOf(nodes)
    .map(({ text }) => text)
    .join("");
}

/** Text with its style, spaces as a reader sees them. */
function runsOf(nodes: readonly MarkupNode[]): Run[] {
  const runs: { text: string; style: Run["style"] }[] = [];
  collect(nodes, "plain");
  for (const [index, run] of runs.entries()) {
    run.text = run.text.replace(/[ \t\r\n]+/g, " ");
    const before = runs[index - 1]?.text ?? " ";
    if (before.endsWith(" ") || before === "") run.text = run.text.replace(/^ /, "");
  }
  const last = runs.findLast(({ text }) => text !== "");
  if (last !== undefined) last.text = last.text.replace(/ $/, "");
  return runs.filter(({ text }) => text !== "");

  function collect(list: readonly MarkupNode[], style: Run["style"]): void {
    for (const node of list) {
      if (node.kind === "text") add(node.text, style);
      else if (node.kind === "picture") {
        if (!isMark(node)) throw new TypeError("blocksOf: a picture must not stand in a line of text");
      } else {
        const own = inline[node.name];
        if (own === undefined) throw new TypeError(`blocksOf: expected text, got ${node.name}`);
        if (node.name === "br") add(" ", style);
        collect(node.children, own === "same" ? style : own);
      }
    }
  }

  function add(text: string, style: Run["style"]): void {
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ text, style });
  }
}
