import { countName, type Refusal, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, figureCell, levelsOf, total } from "../pathway/cells.ts";
import { type AbuseAccounts, type Account, worstAt } from "./abuse-accounts.ts";
import { abuseKinds } from "./abuse-questions.ts";
import { abuseName, kindsOf } from "./abuse-tables.ts";
import { accountsOfPairs, noPairs, type SaidByBoth } from "./accounts-compared.ts";

const any = "any";
const kinds = [
  { id: any, label: "Abuse of any kind" },
  ...abuseKinds.map(({ id, words }) => ({ id, label: words.charAt(0).toUpperCase() + words.slice(1) })),
];

interface Compared {
  readonly kind: string;
  readonly wave: string;
  readonly said: SaidByBoth;
}

/**
 * The victim-survivor’s account beside each other one, pair by pair: who says that there is abuse. Nobody’s account is
 * corrected by another’s.
 *
 * @returns tables where pairs have both accounts of a kind at a wave; a refusal where both exist and never of one pair
 */
export function disagreement(accounts: AbuseAccounts): { tables: Table[]; refusals: Refusal[] } {
  const own = accounts.accounts.find(({ reporter }) => reporter.id === "victim-survivor");
  if (own === undefined) return { tables: [], refusals: [] };
  const others = accounts.accounts
    .filter((one) => one !== own)
    .map((other) => ({ other, compared: comparedOf(own, other, accounts) }));
  return {
    tables: others.flatMap(({ other, compared }) => (compared.length === 0 ? [] : tablesOf(other, compared))),
    refusals: others
      .filter(({ compared }) => compared.length === 0)
      .map(({ other: { reporter } }) => {
        const refusal = noPairs(own.reporter.words, reporter.words);
        return { ...refusal, id: `${refusal.id}:${reporter.id}` };
      }),
  };
}

function comparedOf(own: Account, other: Account, { pairs, waves }: AbuseAccounts): Compared[] {
  return waves.flatMap((wave) =>
    kinds.flatMap(({ id: kind }) => {
      const said = { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 };
      for (const pair of pairs) {
        const [first, second] = saidOf(own.byPair.get(pair), other.byPair.get(pair), wave, kind);
        if (first === null || second === null) continue;
        said[first ? (second ? "both" : "firstOnly") : second ? "secondOnly" : "neither"] += 1;
      }
      const asked = said.both + said.firstOnly + said.secondOnly + said.neither;
      return asked === 0 ? [] : [{ kind, wave, said }];
    }),
  );
}

/** Of any kind, only kinds both were asked about: a kind one of them was not asked about is no disagreement. */
function saidOf(
  own: Parameters<typeof worstAt>[0],
  other: Parameters<typeof worstAt>[0],
  wave: string,
  kind: string,
): [boolean | null, boolean | null] {
  const asked = (records: typeof own) =>
    new Set((records ?? []).filter((one) => one.wave === wave).map((one) => one.kind));
  const [first, second] = [asked(own), asked(other)];
  const shared = [...first].filter((one) => second.has(one) && (kind === any || one === kind));
  if (shared.length === 0) return [null, null];
  const says = (records: typeof own) => shared.some((one) => (worstAt(records, wave, one) ?? 0) >= 1);
  return [says(own), says(other)];
}

function tablesOf({ reporter }: Account, compared: readonly Compared[]): Table[] {
  const said = [
    { id: "both", label: "Both say there is abuse" },
    { id: "firstOnly", label: "Only the victim-survivor says so" },
    { id: "secondOnly", label: `Only ${reporter.words} says so` },
    { id: "neither", label: "Neither says so" },
  ] as const;
  const dimensions = [
    kindsOf(kinds.filter(({ id }) => compared.some(({ kind }) => kind === id))),
    dimensionOf("wave", "Time point", levelsOf([...new Set(compared.map(({ wave }) => wave))]), false),
  ];
  const nameOf = (id: string, { kind, wave }: Compared) => countName(`said ${id} with ${reporter.id}`, { kind, wave });
  const shared = { unit: "dyad", definition: `accounts-of-pairs-${reporter.id}`, window: null } as const;
  const ids = [tableId("safety-accounts-*", reporter.id), tableId("safety-accounts-differ-*", reporter.id)] as const;
  return [
    {
      ...shared,
      linked: [ids[1]],
      id: ids[0],
      title: `The victim-survivor’s account and that of ${reporter.words}, of pairs of whom both were heard`,
      dimensions: [...dimensions, dimensionOf("said", "Who says so", said, true)],
      cells: compared.flatMap((one) => [
        ...said.map(({ id }) => ({
          ...countCell({ kind: one.kind, wave: one.wave, said: id }, one.said[id]),
          of: { numerator: nameOf(id, one) },
        })),
        {
          ...countCell(
            { kind: one.kind, wave: one.wave, said: total },
            said.reduce((sum, { id }) => sum + one.said[id], 0),
          ),
          of: { numerator: nameOf("all", one) },
        },
      ]),
      sums: compared.flatMap((one) => sumsOf(one, reporter.id, (id) => nameOf(id, one))),
    },
    {
      ...shared,
      linked: [ids[0]],
      id: ids[1],
      title: `How far the victim-survivor’s account and that of ${reporter.words} differ: share by the first less share by the second`,
      dimensions: [
        ...dimensions,
        dimensionOf(
          "figure",
          "Figure",
          [
            { id: "difference", label: "Difference of shares" },
            { id: "mcnemar", label: "McNemar’s mid-P, of pairs who differ" },
          ],
          false,
        ),
      ],
      cells: compared.flatMap((one) => {
        const { pairs, difference, mcnemar } = accountsOfPairs(one.said);
        const differ = one.said.firstOnly + one.said.secondOnly;
        const rests = {
          numerator: nameOf("differ", one),
          denominator: nameOf("all", one),
          value: said.map(({ id }) => nameOf(id, one)),
        };
        const at = { kind: one.kind, wave: one.wave };
        return [
          {
            ...figureCell({ ...at, figure: "difference" }, differ, pairs, difference.value, difference.interval),
            of: rests,
          },
          { ...figureCell({ ...at, figure: "mcnemar" }, differ, pairs, mcnemar.midPValue), of: rests },
        ];
      }),
      sums: compared.map((one) => ({
        total: nameOf("differ", one),
        parts: [nameOf("firstOnly", one), nameOf("secondOnly", one)],
      })),
    },
  ];
}

type Said = "both" | "firstOnly" | "secondOnly" | "neither" | "all";

/**
 * What each of the two says of these pairs is part of what it says of all pairs it speaks of, which tables of its own
 * account show: the pairs of whom the other says nothing are the rest.
 */
function sumsOf({ kind, wave }: Compared, other: string, nameOf: (id: Said) => string): NonNullable<Table["sums"]> {
  const parts = {
    "victim-survivor": { present: ["both", "firstOnly"], "0": ["secondOnly", "neither"], known: ["all"] },
    [other]: { present: ["both", "secondOnly"], "0": ["firstOnly", "neither"], known: ["all"] },
  } as const;
  return Object.entries(parts).flatMap(([reporter, heard]) =>
    Object.entries(heard).flatMap(([what, ids]) => {
      // Of any kind, only kinds both were asked about are compared: no abuse of these may be abuse of another.
      if (kind === any && what === "0") return [];
      const total = abuseName(what, { kind, wave, reporter });
      const names = ids.map(nameOf);
      return [
        { total, parts: names },
        { total, parts: [...names, `${total}, not compared with ${other}`] },
      ];
    }),
  );
}
