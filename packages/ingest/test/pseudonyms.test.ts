import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingestStudy, pseudonymToken } from "@likewise/ingest";
import { type TableSource, textsOf } from "@likewise/schema";
import { afterAll, describe, expect, it } from "vitest";
import { planOf, withFolder } from "./study-folder.ts";

const keys = mkdtempSync(join(tmpdir(), "likewise-keys-"));
afterAll(() => rmSync(keys, { recursive: true, force: true }));

function keyFile(name: string, bytes: Buffer, mode = 0o600): string {
  const path = join(keys, name);
  writeFileSync(path, bytes, { mode });
  chmodSync(path, mode);
  return path;
}

const key = Buffer.from(Array.from({ length: 32 }, (_, byte) => byte));
const good = keyFile("good.key", key);

const files = {
  "people.csv": "Ref,Role,Age\nP10,perpetrator,31\nP9,perpetrator,40\nV2,adult-victim-survivor,30\n",
  "links.csv": "P,V,Kind\nP9,V2,dyad\nP10,V2,dyad\n",
  "events.csv": "E,P,On,V\nE1,P9,2020-01-02,V2\nE2,P10,2020-01-03,V7\n",
};

const tables: Record<string, TableSource> = {
  people: { files: ["people.csv"], columns: { person: "Ref", role: "Role", age: "Age" } },
  links: { files: ["links.csv"], columns: { person: "P", linked_person: "V", kind: "Kind" } },
  events: {
    files: ["events.csv"],
    dateFormat: "yyyy-mm-dd",
    columns: { event: "E", person: "P", event_date: "On", victim: "V" },
  },
};

function planWith(pseudonymKey: string, sources = tables) {
  const plan = planOf(sources);
  return { ...plan, data: { ...plan.data, protection: { pseudonymKey } } };
}

async function idsWith(pseudonymKey: string): Promise<Record<string, readonly (string | null)[]>> {
  return withFolder(files, async (folder) => {
    const { tables: read, issues } = await ingestStudy({ plan: planWith(pseudonymKey), folder });
    expect(issues.filter(({ severity }) => severity === "rejected")).toEqual([]);
    return {
      people: textsOf(read.people!, "person").values,
      linked: textsOf(read.links!, "linked_person").values,
      holders: textsOf(read.links!, "person").values,
      events: textsOf(read.events!, "event").values,
      victims: textsOf(read.events!, "victim").values,
    };
  });
}

/**
 * Worked outside Node for the key of bytes 0 to 31:
 * printf 'person:P9' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000102…1f -binary | base32 | cut -c1-16
 */
const byOpenssl = { P9: "ST2LU6CLXZNZFNNG", V2: "EZWQ2FPK6B4K7GMY", "event:E1": "NKN26X4ZL5TNVXQK" };

describe("ids become keyed pseudonyms", () => {
  it("as OpenSSL works them out", () => {
    expect(pseudonymToken(key, "person", "P9")).toBe(byOpenssl.P9);
    expect(pseudonymToken(key, "person", "V2")).toBe(byOpenssl.V2);
    expect(pseudonymToken(key, "event", "E1")).toBe(byOpenssl["event:E1"]);
  });

  it("in the natural order of the ids received, people first, the same in every role and table", async () => {
    const ids = await idsWith(good);
    const of = (id: string, ordinal: number) => `${ordinal}.${pseudonymToken(key, "person", id)}`;
    expect(ids.people).toEqual([of("P10", 2), of("P9", 1), of("V2", 3)]);
    expect(ids.linked).toEqual([of("V2", 3), of("V2", 3)]);
    expect(ids.holders).toEqual([of("P9", 1), of("P10", 2)]);
    expect(ids.victims).toEqual([of("V2", 3), of("V7", 4)]);
    expect(ids.events).toEqual([`1.${pseudonymToken(key, "event", "E1")}`, `2.${pseudonymToken(key, "event", "E2")}`]);
  });

  it("that name a worker alike in sessions, posts and links, where a worker stands in the place of a person", async () => {
    const more = {
      ...files,
      "links.csv": "P,V,Kind\nP9,W1,worker\nP10,V2,dyad\n",
      "sessions.csv": "P,On,Came,W\nP9,2020-01-02,yes,W1\n",
      "staff.csv": "W,Post\nW1,officer\n",
    };
    const sources: Record<string, TableSource> = {
      people: tables.people!,
      links: tables.links!,
      sessions: {
        files: ["sessions.csv"],
        dateFormat: "yyyy-mm-dd",
        columns: { person: "P", session_date: "On", attended: "Came", worker: "W" },
      },
      staff: { files: ["staff.csv"], columns: { worker: "W", post: "Post" } },
    };
    await withFolder(more, async (folder) => {
      const { tables: read } = await ingestStudy({ plan: planWith(good, sources), folder });
      const [linked] = textsOf(read.links!, "linked_person").values;
      expect(linked).toBe(`4.${pseudonymToken(key, "person", "W1")}`);
      expect(textsOf(read.sessions!, "worker").values).toEqual([linked]);
      expect(textsOf(read.staff!, "worker").values).toEqual([linked]);
    });
  });

  it("that another key makes quite differently", async () => {
    const other = await idsWith(keyFile("other.key", Buffer.alloc(32, 7)));
    const tokens = (ids: readonly (string | null)[]) => ids.map((id) => id!.split(".")[1]);
    for (const token of tokens(other.people!)) expect(tokens((await idsWith(good)).people!)).not.toContain(token);
  });
});

describe("a key that would not keep is refused", () => {
  const refused = (pseudonymKey: string, said: RegExp) =>
    withFolder({ ...files, "inside.key": key }, async (folder) => {
      const failed = ingestStudy({ plan: planWith(pseudonymKey.replace("FOLDER", folder)), folder, out: keys });
      await expect(failed).rejects.toMatchObject({ kind: "usage", message: expect.stringMatching(said) });
    });

  it("when there is none", () => refused(join(keys, "none.key"), /found none; likewise key FILE/));
  it("inside the study folder", () => refused("inside.key", /outside the study folder/));
  it("where results are written", () => refused(good, /outside the study folder/));
  it.skipIf(process.platform === "win32")("inside the study folder by a link", () =>
    withFolder({ ...files, "inside.key": key }, async (folder) => {
      const link = join(keys, "link.key");
      symlinkSync(join(folder, "inside.key"), link);
      await expect(ingestStudy({ plan: planWith(link), folder })).rejects.toThrow(/outside the study folder/);
    }),
  );
  it("too short", () =>
    withFolder(files, async (folder) => {
      const short = keyFile("short.key", key.subarray(0, 31));
      await expect(ingestStudy({ plan: planWith(short), folder })).rejects.toThrow(/at least 32 bytes, found fewer/);
    }));
  it.skipIf(process.platform === "win32")("open to everybody", () =>
    withFolder(files, async (folder) => {
      const open = keyFile("open.key", key, 0o644);
      await expect(ingestStudy({ plan: planWith(open), folder })).rejects.toThrow(/open to every user/);
    }),
  );
});

describe("an id for linking", () => {
  /** The example of the NHS Data Dictionary and four made with the same check. */
  const nhs = ["943 476 5919", "943 476 5870", "401 023 2137", "485 777 3457", "987 654 4321"];
  const people: TableSource = { files: ["people.csv"], columns: { person: { column: "NHS no", use: "linking" } } };
  const extract = { "people.csv": `NHS no\n${nhs.join("\n")}\n` };

  it("needs a key", () =>
    withFolder(extract, async (folder) => {
      const failed = ingestStudy({ plan: planOf({ people }), folder });
      await expect(failed).rejects.toThrow(/people: person is for linking; expected data.protection.pseudonymKey/);
    }));

  it("is handed on as a pseudonym alone", () =>
    withFolder(extract, async (folder) => {
      const { tables: read } = await ingestStudy({ plan: planWith(good, { people }), folder });
      for (const id of textsOf(read.people!, "person").values) expect(id).toMatch(/^\d+\.[A-Z2-7]{16}$/);
    }));
});
