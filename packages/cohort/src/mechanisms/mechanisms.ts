import { type Cohort, type Columns, type Table, tableId } from "@likewise/schema";
import { countCell, dimensionOf, levelsOf, shareCell, total } from "../pathway/cells.ts";
import { type AnswerAtWave, answersAtWaves, numberOf } from "../safety/answers-at-waves.ts";
import { wavesOf } from "../safety/waves-of.ts";

export type MechanismsPlan = NonNullable<Cohort["mechanisms"]>;

/** One mechanism of one case: what was coded at each time point, and where it first appeared. */
export interface MechanismRow {
  readonly item: string;
  readonly label: string;
  /** By time point in order; "not coded" where there is no answer. */
  readonly coded: Readonly<Record<string, string>>;
  /** First time point at which it is there; null where it never is. */
  readonly first: string | null;
}

export interface Mechanisms {
  readonly kind: "likewise/mechanisms";
  readonly waves: readonly string[];
  /** Every case has a row for every mechanism. Names people. */
  readonly cases: readonly { readonly person: string; readonly rows: readonly MechanismRow[] }[];
}

/** What stands where nothing was coded: no blank, and no absence. */
const notCoded = "not coded";

/**
 * A profile of mechanisms for every case, by time point, and the time point at which each first appears.
 *
 * Missing rule: what was not coded says "not coded" and counts neither as there nor as absent.
 *
 * @param people ids of the cases, all of whom have a profile
 * @param plan   `cohort.mechanisms`
 */
export function mechanisms({
  tables,
  people,
  plan,
  waves: declared,
}: {
  readonly tables: Readonly<Record<string, Columns>>;
  readonly people: readonly string[];
  readonly plan: MechanismsPlan;
  readonly waves?: readonly string[] | undefined;
}): Mechanisms {
  const cases = new Set(people);
  const answers = plan.items.map(({ item }) =>
    answersAtWaves(tables.measures, { measure: plan.measure, item }, (person) => cases.has(person)),
  );
  const waves = wavesOf(
    answers.flat().map(({ wave }) => wave),
    declared,
  );
  const found = answers.map((of) => new Map(of.map((one) => [JSON.stringify([one.person, one.wave]), one] as const)));
  const absent = new Set<string>(plan.absent ?? ["0", "no"]);
  return {
    kind: "likewise/mechanisms",
    waves,
    cases: people.map((person) => ({
      person,
      rows: plan.items.map(({ item, label }, place) => {
        const at = (wave: string): AnswerAtWave | undefined => found[place]!.get(JSON.stringify([person, wave]));
        const isThere = (wave: string) => {
          const response = at(wave)?.response;
          return response !== undefined && !absent.has(response) && numberOf(response) !== 0;
        };
        return {
          item,
          label,
          coded: Object.fromEntries(waves.map((wave) => [wave, at(wave)?.response ?? notCoded])),
          first: waves.find(isThere) ?? null,
        };
      }),
    })),
  };
}

/** How many cases were coded at each time point, and at which each mechanism first appeared; nobody is named. */
export function mechanismTables({ waves, cases }: Mechanisms, plan: MechanismsPlan): Table[] {
  if (waves.length === 0) return [];
  const items = plan.items.map(({ item, label }) => ({ id: item, label }));
  const rowsOf = (place: number) => cases.map(({ rows }) => rows[place]!);
  const shared = { unit: "person", definition: `mechanisms-${plan.measure}`, window: null } as const;
  const [never, none] = ["never", "not-coded"];
  const firsts = [
    ...levelsOf(waves),
    { id: never, label: "Coded, and never there" },
    { id: none, label: "Not coded at any time" },
  ];
  const firstOf = ({ first, coded }: MechanismRow) =>
    first ?? (Object.values(coded).every((one) => one === notCoded) ? none : never);
  return [
    {
      ...shared,
      id: tableId("mechanisms-coded"),
      title: "Cases in which each mechanism was coded, there or not, by time point",
      dimensions: [
        dimensionOf("mechanism", "Mechanism", items, false),
        dimensionOf("wave", "Time point", levelsOf(waves), false),
      ],
      cells: items.flatMap(({ id: mechanism }, place) =>
        waves.map((wave) => {
          const coded = rowsOf(place).filter((row) => row.coded[wave] !== notCoded).length;
          return shareCell({ mechanism, wave }, coded, cases.length);
        }),
      ),
      linked: [],
    },
    {
      ...shared,
      id: tableId("mechanisms-first"),
      title: "When each mechanism first appeared",
      dimensions: [
        dimensionOf("mechanism", "Mechanism", items, false),
        dimensionOf("first", "First there at", firsts, true),
      ],
      cells: items.flatMap(({ id: mechanism }, place) => [
        ...firsts.map(({ id: first }) =>
          countCell({ mechanism, first }, rowsOf(place).filter((row) => firstOf(row) === first).length),
        ),
        countCell({ mechanism, first: total }, cases.length),
      ]),
      linked: [],
    },
  ];
}
