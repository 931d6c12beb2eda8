import { execFile, spawnSync } from "node:child_process";
import dgram from "node:dgram";
import { lookup, promises as names, Resolver } from "node:dns";
import { mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it, vi } from "vitest";
import { smallStudy } from "../kills/small-study.ts";

// Whole runs, on machines that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const denied = /network denied/;
/** Reserved for documentation (RFC 5737, RFC 2606): were the denial to fail, nobody would be called. */
const [address, name] = ["192.0.2.1", "service.example"];
const bin = fileURLToPath(new URL("../../packages/cli/src/bin.ts", import.meta.url));
const likewise = ["--import", "tsx", "--conditions", "source", bin];
const folder = mkdtempSync(join(tmpdir(), "likewise-network-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the tests have no network", () => {
  it("by TCP, TLS, HTTP in any version, or fetch", async () => {
    expect(() => net.connect(80, address)).toThrow(denied);
    expect(() => net.connect({ host: name, port: 443 })).toThrow(denied);
    expect(() => http.get(`http://${address}/`)).toThrow(denied);
    expect(() => https.get(`https://${name}/`)).toThrow(denied);
    expect(() => http2.connect(`https://${name}`)).toThrow(denied);
    await expect(fetch(`http://${address}/`)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(denied) },
    });
  });

  it("nor names, nor datagrams", async () => {
    expect(() => lookup(name, () => {})).toThrow(denied);
    expect(() => names.resolve(name)).toThrow(denied);
    expect(() => new Resolver().resolve4(name, () => {})).toThrow(denied);
    const socket = dgram.createSocket("udp4");
    expect(() => socket.send("x", 53, address)).toThrow(denied);
    socket.close();
  });

  it("nor have the processes they start", async () => {
    const script = `fetch("http://${address}/").catch((error) => console.log(error.cause.message))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", script]);
    expect(stdout).toMatch(denied);
  });

  it("but this machine can speak to itself, as browser tests do", async () => {
    const server = http.createServer((_, response) => response.end("here"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe("here");
    server.close();
  });
});

const alone = spawnSync("unshare", ["-rn", "true"]).status === 0;
const reason = alone ? "" : " (skipped: this system makes no namespace without a network)";

describe("a whole run needs no network", () => {
  it("works where it is denied", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...likewise,
      "run",
      smallStudy(join(folder, "denied")),
    ]);
    expect(stdout).toContain("Report");
  });

  it.skipIf(!alone)(`works in a namespace that has none, the database included${reason}`, async () => {
    const study = smallStudy(join(folder, "alone"));
    const words = ["-rn", process.execPath, ...likewise, "run", study];
    expect((await promisify(execFile)("unshare", words)).stdout).toContain("Report");
  });
});
