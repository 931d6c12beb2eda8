import {
  formOfTable,
  isTable,
  nameOfTable,
  subjectOfTable,
  type TableForm,
  tableForms,
  tableId,
} from "@likewise/schema";
import { describe, expect, it } from "vitest";

const forms: readonly TableForm[] = Object.values(tableForms).flat();

describe("forms of tables", () => {
  it("are each of one subject", () => {
    expect(new Set(forms).size).toBe(forms.length);
  });

  it.each(forms)("%s is found again in an id made from it, with its name", (form) => {
    const name = "some-name_of 2";
    const id = form.includes("*") ? form.replace("*", name) : form;
    expect(formOfTable({ id })).toBe(form);
    expect(nameOfTable({ id }, form)).toBe(form.includes("*") ? name : "");
  });

  it("give way to one that says more of the id", () => {
    expect(formOfTable({ id: tableId("reach-ratio-*", "age") })).toBe("reach-ratio-*");
    expect(subjectOfTable({ id: tableId("reach-by-role") })).toBe("attendance");
    expect(formOfTable({ id: tableId("reoffending-*-first", "da-12m-recorded-12m") })).toBe("reoffending-*-first");
    expect(isTable({ id: tableId("mechanisms-first") }, "reoffending-*-first")).toBe(false);
  });

  it("keep a name as it is, whatever stands in it", () => {
    expect(tableId("harm-match-*", "$& *")).toBe("harm-match-$& *");
  });

  it("know no table whose id begins as theirs and has no name", () => {
    expect(formOfTable({ id: "reach-" })).toBeNull();
    expect(subjectOfTable({ id: "spending" })).toBeNull();
  });
});
