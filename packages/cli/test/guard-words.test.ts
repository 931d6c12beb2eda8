import { guards } from "@likewise/evidence";
import { guardWordings } from "@likewise/report";
import { describe, expect, it } from "vitest";

describe("every guard", () => {
  it("has its words for a reader, and no words are of a guard that is not there", () => {
    expect(Object.keys(guardWordings).sort()).toEqual(guards.map(({ id }) => id).sort());
  });

  it("is told in words that end no sentence twice", () => {
    for (const { because, explanation, whatToDo, title } of Object.values(guardWordings)) {
      expect(because).not.toMatch(/[.]$/);
      expect(because.charAt(0)).toBe(because.charAt(0).toLowerCase());
      expect([explanation, whatToDo].every((text) => /[.]$/.test(text))).toBe(true);
      expect(title).not.toMatch(/[.]$/);
    }
  });
});
