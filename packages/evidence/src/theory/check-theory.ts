import type { Theory, TheoryNode, TheoryOfChange } from "@likewise/schema";
import { mechanisms } from "./mechanisms.ts";
import { cyclesOf, type Graph, graphOf, reachedFrom } from "./theory-graph.ts";

type Finding = Theory["findings"][number];

/**
 * What is wrong with a theory of change, or missing from it.
 *
 * Errors: one of the four mechanisms is nowhere; a mechanism or an outcome has no indicator, or an indicator no source;
 * a node stands alone; an activity leads to no outcome; an outcome comes of no activity. Warnings: a link states no
 * assumption, or rests on nothing; risk factors of some level are left alone. Cycles are allowed and noted. Whether what was expected came about is judged where
 * the values are, after disclosure.
 *
 * @param theory as validated
 * @returns findings, errors first, then in the order of the file
 * @example
 * checkTheory({ version: 1, nodes: [{ id: "a", label: "Groups", kind: "activity" }], links: [] }).filter(({ rule }) => rule === "theory-orphan").length; // 1
 */
export function checkTheory(theory: TheoryOfChange): Finding[] {
  const [forwards, backwards] = [graphOf(theory, "forwards"), graphOf(theory, "backwards")];
  return [
    ...missingMechanisms(theory),
    ...levelsCovered(theory),
    ...theory.nodes.flatMap((node) => [...ofIndicator(node), ...ofPlace(node, theory, forwards, backwards)]),
    ...theory.links.flatMap((link) => ofLink(link, theory)),
    ...cyclesOf(forwards).map((about) =>
      finding("theory-cycle", "note", about, `These lead back to one another: ${named(about, theory)}`),
    ),
  ];
}

function missingMechanisms({ nodes }: TheoryOfChange): Finding[] {
  return mechanisms
    .filter(({ id }) => !nodes.some(({ mechanism }) => mechanism === id))
    .map(({ id, about }) =>
      finding("theory-mechanism-missing", "error", [], `No mechanism of ${id}: nothing says ${about}`),
    );
}

/** Levels at which risk factors of violence lie (World Health Organization's ecological framework). */
const levels = ["individual", "relationship", "community", "societal"] as const;

function levelsCovered({ nodes }: TheoryOfChange): Finding[] {
  const [covered, left] = [true, false].map((is) =>
    levels.filter((level) => nodes.some((node) => node.level === level) === is),
  ) as [string[], string[]];
  if (left.length === 0) return [];
  const text =
    covered.length === 0
      ? `No part says which level of risk factors it acts on: ${left.join(", ")}`
      : `It acts on ${covered.length} of ${levels.length} levels of risk factors (${covered.join(", ")}), not on ${left.join(", ")}`;
  return [finding("theory-levels", "warning", [], text)];
}

function ofIndicator({ id, label, kind, mechanism, indicator, source }: TheoryNode): Finding[] {
  const needs = kind === "outcome" || kind === "impact" || mechanism !== undefined;
  if (!needs) return [];
  if (indicator === undefined)
    return [finding("theory-indicator-missing", "error", [id], `Nothing shows whether it comes about: ${label}`)];
  return source === undefined
    ? [finding("theory-source-missing", "error", [id], `It is not said where its indicator is recorded: ${label}`)]
    : [];
}

function ofPlace(node: TheoryNode, theory: TheoryOfChange, forwards: Graph, backwards: Graph): Finding[] {
  const { id, label, kind } = node;
  if (forwards.get(id)!.length === 0 && backwards.get(id)!.length === 0)
    return [finding("theory-orphan", "error", [id], `It leads to nothing and comes of nothing: ${label}`)];
  const leadsTo = (...kinds: readonly TheoryNode["kind"][]) => hasKind(reachedFrom(id, forwards), kinds, theory);
  const comesOf = (...kinds: readonly TheoryNode["kind"][]) => hasKind(reachedFrom(id, backwards), kinds, theory);
  if (kind === "outcome" || kind === "impact") {
    return comesOf("activity")
      ? []
      : [finding("theory-outcome-without-activity", "error", [id], `No activity leads to it: ${label}`)];
  }
  if (leadsTo("outcome", "impact")) return [];
  return [finding("theory-dead-end", "error", [id], `It leads to no outcome: ${label}`)];
}

function hasKind(ids: ReadonlySet<string>, kinds: readonly TheoryNode["kind"][], { nodes }: TheoryOfChange): boolean {
  return nodes.some(({ id, kind }) => ids.has(id) && kinds.includes(kind));
}

function ofLink(
  { from, to, assumption, strength }: TheoryOfChange["links"][number],
  theory: TheoryOfChange,
): Finding[] {
  const link = `“${named([from], theory)}” to “${named([to], theory)}”`;
  if (assumption === undefined)
    return [
      finding("theory-assumption-missing", "warning", [from, to], `No assumption is stated for the link from ${link}`),
    ];
  return strength === undefined || strength === "none"
    ? [finding("theory-link-untested", "warning", [from, to], `No evidence is stated for the link from ${link}`)]
    : [];
}

function named(ids: readonly string[], { nodes }: TheoryOfChange): string {
  return ids.map((id) => nodes.find((node) => node.id === id)!.label).join(", ");
}

function finding(rule: string, severity: Finding["severity"], about: readonly string[], text: string): Finding {
  return { rule, severity, about: [...about], text };
}
