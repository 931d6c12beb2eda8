import { allocate } from "./allocate.ts";
import { change } from "./change.ts";
import { check } from "./check.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { explain } from "./explain.ts";
import { freeze } from "./freeze.ts";
import { grade } from "./grade.ts";
import { init } from "./init.ts";
import { key } from "./key.ts";
import { measures } from "./measures.ts";
import { parameters } from "./parameters.ts";
import { plan } from "./plan.ts";
import { portfolio } from "./portfolio.ts";
import { report } from "./report.ts";
import { request } from "./request.ts";
import { run } from "./run.ts";
import { schema } from "./schema.ts";
import { simulate } from "./simulate.ts";
import { value } from "./value.ts";
import { verify } from "./verify.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command<never>[] = [
  plan,
  init,
  request,
  check,
  freeze,
  run,
  portfolio,
  report,
  explain,
  verify,
  compare,
  change,
  grade,
  simulate,
  allocate,
  measures,
  value,
  parameters,
  schema,
  key,
];
