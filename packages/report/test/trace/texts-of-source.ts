/** A text written in the source: `hole` stands where a value goes. */
export interface SourceText {
  readonly text: string;
  /** Markup, by the tag of its template. */
  readonly isMarkup: boolean;
}

export const hole = "\u0001";

/** Every string and template of a TypeScript file, nested ones each by themselves; comments and regular expressions left out. */
export function textsOfSource(source: string): SourceText[] {
  const found: SourceText[] = [];
  code(0, "");
  return found;

  /** Reads code up to the bracket that closes it, or the end. */
  function code(from: number, close: string): number {
    let at = from;
    let before = "(";
    while (at < source.length) {
      const char = source[at]!;
      if (char === close) return at + 1;
      if (source.startsWith("//", at)) at = endOf("\n", at);
      else if (source.startsWith("/*", at)) at = endOf("*/", at) + 1;
      else if (char === '"' || char === "'") at = quoted(at);
      else if (char === "`") at = template(at, /html$/.test(source.slice(0, at)));
      else if (char === "{") at = code(at + 1, "}");
      else if (char === "/" && ("(,=:[!&|?{};>".includes(before) || /\breturn\s*$/.test(source.slice(0, at))))
        at = expression(at);
      else at += 1;
      if (!/\s/.test(char)) before = char;
    }
    return at;
  }

  function endOf(text: string, from: number): number {
    const end = source.indexOf(text, from);
    return end < 0 ? source.length : end + 1;
  }

  function quoted(from: number): number {
    let at = from + 1;
    let text = "";
    while (source[at] !== source[from]) {
      if (source[at] === undefined)
        throw new Error(`textsOfSource: a text must end, got ${source.slice(from, from + 60)}`);
      if (source[at] === "\\") at += 1;
      text += source[at];
      at += 1;
    }
    found.push({ text, isMarkup: false });
    return at + 1;
  }

  function template(from: number, isMarkup: boolean): number {
    let at = from + 1;
    let text = "";
    while (source[at] !== "`") {
      if (source.startsWith("${", at)) {
        text += hole;
        at = code(at + 2, "}");
        continue;
      }
      if (source[at] === "\\") {
        at += 1;
        text += source[at] === "n" ? "\n" : source[at];
      } else text += source[at];
      at += 1;
    }
    found.push({ text, isMarkup });
    return at + 1;
  }

  function expression(from: number): number {
    let at = from + 1;
    let inClass = false;
    while (source[at] !== "/" || inClass) {
      if (source[at] === "\\") at += 1;
      else if (source[at] === "[") inClass = true;
      else if (source[at] === "]") inClass = false;
      at += 1;
    }
    return at + 1;
  }
}
