/** An element of an XML part, its namespace prefix in its name. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/**
 * XML as a tree, by the rules of XML 1.0 for what our parts use.
 *
 * @throws Error for what is not well formed, or holds a character that XML cannot
 */
export function parseXml(xml: string): XmlElement {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (illegal !== null) throw new Error(`not a character of XML at ${illegal.index}`);
  const tokens = xml.replace(/^<\?xml [^>]*\?>\s*/, "").matchAll(/<([^>]*)>|([^<]+)/g);
  const root: XmlElement & { children: (XmlElement | string)[] } = { name: "", attributes: {}, children: [] };
  const open: (typeof root)[] = [root];
  let length = 0;
  for (const [whole, tag, text] of tokens) {
    length += whole.length;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(plain(text));
    else if (tag!.startsWith("/")) {
      if (open.pop()!.name !== tag!.slice(1)) throw new Error(`closed out of turn: ${whole}`);
    } else {
      const element = elementOf(tag!);
      parent.children.push(element);
      if (!tag!.endsWith("/")) open.push(element);
    }
  }
  if (open.length !== 1 || length !== xml.replace(/^<\?xml [^>]*\?>\s*/, "").length) throw new Error("not closed");
  const elements = root.children.filter((child) => typeof child !== "string");
  if (elements.length !== 1) throw new Error(`expected one root, got ${elements.length}`);
  return elements[0]!;
}

function elementOf(tag: string) {
  const match = /^([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*\/?$/.exec(tag);
  if (match === null) throw new Error(`not a tag: <${tag}>`);
  const pairs = [...match[2]!.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, plain(value!)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`twice the same attribute: <${tag}>`);
  return { name: match[1]!, attributes: Object.fromEntries(pairs), children: [] as (XmlElement | string)[] };
}

function plain(text: string): string {
  return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const known: Record<string, string> = {
      "amp;": "&",
      "lt;": "<",
      "gt;": ">",
      "quot;": '"',
      "apos;": "'",
      "#39;": "'",
    };
    const letter = known[name];
    if (letter === undefined) throw new Error(`not an entity: ${whole}`);
    return letter;
  });
}

/** All elements of a name, in the order of the document. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  const inside = element.children.flatMap((child) => (typeof child === "string" ? [] : elementsNamed(child, name)));
  return element.name === name ? [element, ...inside] : inside;
}

/** All text of an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
