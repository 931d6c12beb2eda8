import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "likewise";

/** What a command line did, as its caller sees it. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** Data sets that are not ours to ship stand beside the repository, or nowhere. */
export const sharedData = resolve(repository, "../shared/data");
export const hasSharedData = existsSync(sharedData);

/** Runs one command line in this process. */
export async function runCommand(...argv: string[]): Promise<CommandResult> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    now: () => 0,
  });
  return { code, out, err };
}

/** A new empty folder outside the repository. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "likewise-test-"));
}
