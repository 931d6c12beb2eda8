/** What is done with each piece of an XML text. Names are as written, prefix included. */
export interface XmlVisitor {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  /** Text between tags, its entities resolved. */
  readonly text: (text: string) => void;
}

export type XmlAttributes = ReadonlyMap<string, string>;

/**
 * Walks through an XML text once, from its first tag to its last. Nothing is fetched and no entity but the five of XML
 * and numbered characters is known, so that a document cannot grow while it is read.
 *
 * An empty element is opened and closed.
 *
 * @throws SyntaxError when a tag, a comment or a section is never closed, or the document declares its own type
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  const { text } = visitor;
  const inside: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag === -1) break;
    if (tag > at) text(resolved(xml.slice(at, tag)));
    if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag + 4);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag + 9);
      text(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag + 2);
    else if (xml.startsWith("<!", tag)) throw new SyntaxError("scanXml: a document must not declare its own type");
    else {
      const end = endOfTag(xml, tag + 1);
      if (xml[tag + 1] === "/") {
        const name = xml.slice(tag + 2, end).trim();
        if (inside.pop() !== name) throw new SyntaxError("scanXml: tags must be closed in the order they were opened");
        visitor.close(name);
      } else openTag(xml.slice(tag + 1, end), visitor, inside);
      at = end + 1;
    }
  }
  if (inside.length > 0) throw new SyntaxError("scanXml: every tag must be closed");
}

/** The part of a name after its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found === -1) throw new SyntaxError(`scanXml: ${mark} must follow`);
  return found + mark.length;
}

/** Where a tag closes: a > inside quotes does not count. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  throw new SyntaxError("scanXml: every tag must be closed");
}

const noAttributes: XmlAttributes = new Map();

function openTag(tag: string, { open, close }: XmlVisitor, inside: string[]): void {
  const empty = tag.endsWith("/");
  const content = empty ? tag.slice(0, -1) : tag;
  const space = content.search(/\s/);
  const name = space === -1 ? content : content.slice(0, space);
  open(name, space === -1 ? noAttributes : attributesOf(content, space));
  if (empty) close(name);
  else inside.push(name);
}

function attributesOf(tag: string, from: number): XmlAttributes {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    const equals = tag.indexOf("=", at);
    if (equals === -1) return attributes;
    let start = equals + 1;
    while (/\s/.test(tag[start] ?? "x")) start++;
    const quote = tag[start];
    if (quote !== '"' && quote !== "'") throw new SyntaxError("scanXml: attributes must be quoted");
    const end = tag.indexOf(quote, start + 1);
    if (end === -1) throw new SyntaxError("scanXml: attributes must be quoted");
    attributes.set(tag.slice(at, equals).trim(), resolved(tag.slice(start + 1, end)));
    at = end + 1;
  }
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function resolved(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
