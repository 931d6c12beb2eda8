#!/usr/bin/env node
import { main } from "./main.ts";
import { askLines } from "./terminal/ask-lines.ts";

let outputLost = false;

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (head, a closed pager) is not an error.
  if (error.code === "EPIPE" || outputLost) return;
  outputLost = true;
  process.exitCode = 2;
  process.stderr.write(`likewise: what was printed cannot be written (${error.code}): is the disk full?\n`);
});
// Where messages cannot be written there is nobody to tell; the exit code still says how it ended.
process.stderr.on("error", () => {});

const stopping = new AbortController();
// The first asks to end in order; a second ends the process as ever. Only a command that would go on listens.
if (process.argv.includes("--watch"))
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort());

const code = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  now: () => Date.now(),
  stop: stopping.signal,
  ask: askLines(process.stdin, (text) => process.stderr.write(text)),
});
process.exitCode = outputLost ? 2 : code;
