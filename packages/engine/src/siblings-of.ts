import { basename, dirname, join } from "node:path";

/** The hidden names beside a folder while it is being written. Fixed, so that the next run finds what a kill left. */
export function siblingsOf(target: string): { staging: string; scratch: string; previous: string; lock: string } {
  const beside = (kind: string) => join(dirname(target), `.${basename(target)}.${kind}`);
  return {
    staging: beside("staging"),
    scratch: beside("scratch"),
    previous: beside("previous"),
    lock: beside("lock"),
  };
}
