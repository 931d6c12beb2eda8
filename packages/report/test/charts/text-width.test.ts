import { textWidth, wrapText } from "@likewise/report";
import { describe, expect, it } from "vitest";

describe("the width of text", () => {
  // Advance widths of Helvetica in thousandths of an em (Adobe font metrics): H 722, e 556, l 222, o 556, space 278.
  it("is the sum of Arial's letter widths", () => {
    expect(textWidth("Hello", 1000)).toBe(722 + 556 + 222 + 222 + 556);
    expect(textWidth("Hello Hello", 10)).toBeCloseTo((2 * 2278 + 278) / 100, 10);
    expect(textWidth("", 14)).toBe(0);
  });
});

describe("wrapped text", () => {
  it("loses no word and keeps every line within the width", () => {
    const text = "recorded domestic-abuse reoffending within 12 months of the decision of the panel";
    const lines = wrapText(text, 150, 14);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(150);
  });

  it("breaks a word wider than a line, letter by letter, and loses no letter", () => {
    const lines = wrapText(`${"a".repeat(60)} end`, 100, 14);
    expect(lines.join("").replace(" ", "")).toBe(`${"a".repeat(60)}end`);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(100);
  });

  it("of nothing is one empty line, and a letter wider than the line stands alone", () => {
    expect(wrapText("", 100, 14)).toEqual([""]);
    expect(wrapText("MM", 1, 14)).toEqual(["M", "M"]);
  });
});
