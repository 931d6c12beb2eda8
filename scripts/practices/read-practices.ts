import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** A page a practice comes from, with how far it was checked: VERIFIED was read there. */
export interface Source {
  readonly title: string;
  readonly link?: string;
  readonly status: "VERIFIED" | "DERIVED" | "RECALLED";
}

/** One practice. Without `planned` or `declined` it must be built; `why` goes with `planned`. */
export interface Practice {
  readonly practice: string;
  readonly result: string;
  readonly works: string;
  readonly planned?: string;
  readonly why?: string;
  readonly declined?: string;
  readonly source?: string;
}

/** The guide as data: sections by letter, kinds of later work, sources and practices by id. */
export interface Practices {
  readonly sections: Readonly<Record<string, { readonly title: string; readonly from: readonly string[] }>>;
  readonly work: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly rows: Readonly<Record<string, Practice>>;
}

export function readPractices(root: string): Practices {
  return parse(readFileSync(path.join(root, "scripts/practices/practices.yaml"), "utf8"), { uniqueKeys: true });
}
