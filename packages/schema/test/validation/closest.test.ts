import { closest } from "@likewise/schema";
import { describe, expect, it } from "vitest";

describe("did you mean", () => {
  it("counts a letter more, less, other or swapped as one edit", () => {
    for (const word of ["directionn", "direcion", "dirextion", "direciton", "DIRECTION"]) {
      expect(closest(word, ["definition", "direction"])).toBe("direction");
    }
  });

  it("gives nothing for an unlike word, and the first of equals", () => {
    expect(closest("zebra", ["direction", "kind"])).toBeNull();
    expect(closest("ab", ["cd"])).toBeNull();
    expect(closest("cat", ["bat", "rat"])).toBe("bat");
    expect(closest("x", [])).toBeNull();
  });

  it("prefers fewer edits to an earlier place", () => {
    expect(closest("treatd", ["treats", "treated"])).toBe("treats");
    expect(closest("treatedd", ["treats", "treated"])).toBe("treated");
  });
});
