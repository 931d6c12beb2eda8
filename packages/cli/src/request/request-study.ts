import { writeFile } from "node:fs/promises";
import { Failure } from "@likewise/schema";
import { jsonText } from "../study/json-text.ts";
import { loadPlan } from "../study/load-plan.ts";
import { requireRetained } from "../study/require-retained.ts";
import type { Console } from "../terminal/console.ts";
import { requestCounts } from "./counts.ts";
import { requestText } from "./request-text.ts";
import { specification } from "./specification.ts";

export interface RequestOptions {
  readonly study: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The data specification of a study, and the counts there are so far. */
export async function requestStudy({ study, out, json }: RequestOptions, console: Console): Promise<number> {
  const { plan, folder } = await loadPlan(study);
  requireRetained(plan.data.protection?.retainUntil, console);
  const counts = await requestCounts(plan, folder);
  const asked = specification(plan, counts.index);
  const { index: _days, ...published } = counts;
  const text = json
    ? jsonText({ kind: "likewise/request", version: 1, edition: "working", ...asked, counts: published })
    : requestText(asked, counts);
  if (out === undefined) console.out(text);
  else {
    await writeFile(out, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      const why = error.code === "EEXIST" ? "is there already: name a new file" : "cannot be written";
      throw new Failure("usage", `--out: ${out} ${why}`);
    });
    console.out(`${out}\n`);
  }
  return 0;
}
