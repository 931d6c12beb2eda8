import { gzipSync } from "node:zlib";
import type { RandomStream } from "../../../packages/stats/src/index.ts";
import type { Mutant, Mutation } from "../mutation.ts";

/** Damage that knows nothing of what the bytes mean. */
export const byteMutations: readonly Mutation[] = [
  blind("flip-bits", (input, stream) => {
    const output = Buffer.from(input);
    const flips = stream.integer(1, 12);
    for (let flip = 0; flip < flips && output.length > 0; flip++) {
      output[stream.integer(0, output.length - 1)]! ^= 1 << stream.integer(0, 7);
    }
    return output;
  }),
  bytes("flip-bits-of-header", (input, stream) => {
    const output = Buffer.from(input);
    const end = Math.min(output.length, 120) - 1;
    if (end > 0) output[stream.integer(0, end)]! ^= 1 << stream.integer(0, 7);
    return output;
  }),
  blind("truncate", (input, stream) => input.subarray(0, stream.integer(0, input.length))),
  bytes("cut-start", (input, stream) => input.subarray(stream.integer(0, Math.min(input.length, 400)))),
  blind("insert-random", (input, stream) => inserted(input, stream, randomBytes(stream, stream.integer(1, 40)))),
  blind("insert-nulls", (input, stream) => inserted(input, stream, Buffer.alloc(stream.integer(1, 20)))),
  bytes("insert-controls", (input, stream) => {
    const controls = Array.from({ length: stream.integer(1, 10) }, () => stream.choice([1, 7, 8, 11, 12, 26, 27, 127]));
    return inserted(input, stream, Buffer.from(controls));
  }),
  bytes("insert-quotes", (input, stream) => inserted(input, stream, Buffer.from('"'.repeat(stream.integer(1, 5))))),
  blind("duplicate-chunk", (input, stream) => {
    const [from, to] = chunk(input, stream);
    return Buffer.concat([input.subarray(0, to), input.subarray(from)]);
  }),
  blind("delete-chunk", (input, stream) => {
    const [from, to] = chunk(input, stream);
    return Buffer.concat([input.subarray(0, from), input.subarray(to)]);
  }),
  blind("swap-chunks", (input, stream) => {
    const [from, to] = chunk(input, stream);
    return Buffer.concat([input.subarray(to), input.subarray(from, to), input.subarray(0, from)]);
  }),
  bytes("empty", (_, stream) => Buffer.from(stream.choice(["", "\n", " \r\n", "\ufeff", ",", '""', "\0"]))),
  bytes("noise", (_, stream) => randomBytes(stream, stream.integer(1, 3000))),
  bytes("other-format", (input, stream) =>
    Buffer.concat([
      stream
        .choice(["PK\x03\x04", "PAR1", "SQLite format 3\0", "\x1f\x8b\x08", "%PDF-1.7", "\xd0\xcf\x11\xe0", "{", "["])
        .split("")
        .reduce((head, character) => Buffer.concat([head, Buffer.from([character.charCodeAt(0)])]), Buffer.alloc(0)),
      input.subarray(stream.integer(0, input.length)),
    ]),
  ),
  encoded("utf-8-mark", (text) => Buffer.from(`\ufeff${text}`)),
  encoded("utf-16le-mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le")),
  encoded("utf-16be-mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()),
  bytes("utf-16le-unmarked", (input) => Buffer.from(input.toString("utf8"), "utf16le")),
  bytes("utf-16-odd", (input) => Buffer.from(`\ufeff${input.toString("utf8")}`, "utf16le").subarray(0, -1)),
  bytes("false-mark", (input, stream) =>
    Buffer.concat([
      Buffer.from(
        stream.choice([
          [0xff, 0xfe],
          [0xfe, 0xff],
          [0xef, 0xbb],
          [0x2b, 0x2f, 0x76],
        ]),
      ),
      input,
    ]),
  ),
  encoded("line-breaks-crlf", (text) => Buffer.from(text.replaceAll("\n", "\r\n"))),
  bytes("line-breaks-mixed", (input, stream) =>
    Buffer.from(input.toString("utf8").replace(/\n/g, () => stream.choice(["\n", "\r\n", "\r", "\n\r", "\u2028"]))),
  ),
  bytes("gzip", (input) => gzipSync(input)),
  bytes("gzip-spoilt", (input, stream) => {
    const packed = gzipSync(input);
    packed[stream.integer(0, packed.length - 1)]! ^= 255;
    return packed.subarray(0, stream.integer(1, packed.length));
  }),
];

function bytes(id: string, change: (input: Buffer, stream: RandomStream) => Buffer): Mutation {
  return {
    id,
    group: "bytes",
    mutate: (material, stream): Mutant => ({ bytes: change(material.bytes, stream), rows: null }),
  };
}

/** Damage that asks nothing of the bytes it is given, so that it can follow any other or spoil any container. */
function blind(id: string, change: (input: Buffer, stream: RandomStream) => Buffer): Mutation {
  return { ...bytes(id, change), blind: true };
}

/** The same text in other bytes: as many rows as before. */
function encoded(id: string, change: (text: string) => Buffer): Mutation {
  return {
    id,
    group: "bytes",
    mutate: ({ bytes, rows }): Mutant => ({ bytes: change(bytes.toString("utf8")), rows }),
  };
}

function inserted(input: Buffer, stream: RandomStream, added: Buffer): Buffer {
  const at = stream.integer(0, input.length);
  return Buffer.concat([input.subarray(0, at), added, input.subarray(at)]);
}

function randomBytes(stream: RandomStream, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => stream.integer(0, 255)));
}

function chunk(input: Buffer, stream: RandomStream): [number, number] {
  const from = stream.integer(0, input.length);
  return [from, Math.min(input.length, from + stream.integer(1, 2000))];
}
