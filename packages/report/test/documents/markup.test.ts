import { type MarkupNode, parseMarkup } from "@likewise/report";
import { describe, expect, it } from "vitest";

const shape = (nodes: readonly MarkupNode[]): unknown[] =>
  nodes.map((node) => {
    if (node.kind === "text") return node.text;
    if (node.kind === "picture") return { svg: node.svg };
    return { [node.name]: shape(node.children), ...Object.fromEntries(node.attributes) };
  });

describe("parseMarkup", () => {
  it("gives elements, their attributes and their text, in order", () => {
    expect(shape(parseMarkup('<p class="note" id="a">One <b>two</b><br>three</p>four'))).toEqual([
      { p: ["One ", { b: ["two"] }, { br: [] }, "three"], class: "note", id: "a" },
      "four",
    ]);
  });

  it("reads the five entities of the pages in text and in attributes, each once", () => {
    expect(shape(parseMarkup('<p title="R&amp;D &quot;x&quot;">&lt;b&gt; &amp;lt; &#39;</p>'))).toEqual([
      { p: ["<b> &lt; '"], title: 'R&D "x"' },
    ]);
  });

  it("knows an attribute without a value", () => {
    expect(shape(parseMarkup('<a href="x.csv" download>x</a>'))).toEqual([{ a: ["x"], href: "x.csv", download: "" }]);
  });

  it("keeps a picture whole, one inside another too", () => {
    const svg = '<svg role="img"><g><svg><text>a &amp; b</text></svg></g></svg>';
    expect(shape(parseMarkup(`<div>${svg}after</div>`))).toEqual([{ div: [{ svg }, "after"] }]);
  });

  it("says where each element ends", () => {
    const markup = "<div><p>a</p><table></table></div>";
    const [div] = parseMarkup(markup);
    if (div?.kind !== "element") throw new TypeError("an element");
    expect(div.end).toBe(markup.length);
    const ends = div.children.map((one) => (one.kind === "element" ? markup.slice(0, one.end) : ""));
    expect(ends).toEqual(["<div><p>a</p>", "<div><p>a</p><table></table>"]);
  });

  it("gives nothing for nothing", () => {
    expect(parseMarkup("")).toEqual([]);
  });

  it.each([
    ["<p>a", /expected <\/p> at character 4/],
    ["<p>a</b></p>", /expected the end of p at character 4/],
    ["</p>", /expected the end of the markup/],
    ["<svg><g></g>", /expected <\/svg>/],
    ["a < b", /expected a tag of the pages/],
    ["<p class='x'>a</p>", /expected a tag of the pages/],
    ["<P>a</P>", /expected a tag of the pages/],
    ["<!-- a -->", /expected a tag of the pages/],
    ["a &nbsp; b", /expected an entity of the pages, and not &nbsp;/],
  ])("never guesses at what the pages do not write: %s", (markup, message) => {
    expect(() => parseMarkup(markup)).toThrow(message);
  });
});
