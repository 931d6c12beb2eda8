import { normaliseOffenceCode, offenceCodes } from "@likewise/offending";
import { describe, expect, it } from "vitest";

describe("a Home Office code has one normal form", () => {
  it.each([
    // by the rule of the classification: three digits of class, two of offence
    ["00867", "00867"],
    ["008/67", "00867"],
    ["8/67", "00867"],
    ["8/06", "00806"],
    ["8 / 6", "00806"],
    ["008-67", "00867"],
    ["008\u201367", "00867"],
    ["008 67", "00867"],
    ["HO 8/67", "00867"],
    ["Home Office code: 105/01", "10501"],
    ["8.06", "00806"],
    ["105/01", "10501"],
    [" 10501 ", "10501"],
    ["\uff11\uff10\uff15\uff10\uff11", "10501"],
    ["8N", "8N"],
    ["008n", "8N"],
    ["105A", "105A"],
  ])("%j is %s", (text, code) => {
    expect(normaliseOffenceCode(text)).toBe(code);
  });

  it.each(["", "806", "6639", "8.6", "8/670", "0008/67", "assault", "08-Jun", "105", "8/06/2024", "N8"])(
    "%j is not read as one",
    (text) => {
      expect(normaliseOffenceCode(text)).toBeNull();
    },
  );

  it("zeros a spreadsheet took are put back where somebody has said so", () => {
    expect(
      ["806", "6639", "10501", "67"].map((text) => normaliseOffenceCode(text, { leadingZerosLost: true })),
    ).toEqual(["00806", "06639", "10501", null]);
  });

  it("every built-in code is in it, once, with a source and how sure we are", () => {
    expect(offenceCodes).toHaveLength(41);
    expect(offenceCodes.every(({ code }) => normaliseOffenceCode(code) === code)).toBe(true);
    expect(new Set(offenceCodes.map(({ code }) => code)).size).toBe(41);
    expect(offenceCodes.every(({ source, status }) => source !== "" && status === "verified-secondary")).toBe(true);
  });
});
