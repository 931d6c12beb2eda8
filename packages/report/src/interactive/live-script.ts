/**
 * Draws the charts of a live page, lets the reader choose a view of each and go through its values by keyboard, and
 * keeps the choices in the page's address. Where a chart cannot be drawn its static picture stays.
 */
export const liveScript = `
"use strict";
requestAnimationFrame(() => setTimeout(() => {
const { config, charts } = JSON.parse(document.getElementById("live-charts").textContent);
const phone = matchMedia("(max-width:780px)");
const figures = [];

for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const chart = charts[figure.dataset.chart];
  if (chart !== undefined) figures.push(live(figure, figure.dataset.chart, chart));
}
follow();
for (const one of figures) one.draw(shownWidth());
phone.addEventListener("change", () => figures.forEach((one) => one.draw(shownWidth())));
// On paper stands the wide picture, whatever the screen.
addEventListener("beforeprint", () => figures.forEach((one) => one.draw("wide")));
addEventListener("hashchange", follow);
document.documentElement.dataset.live = "drawn";

function shownWidth() {
  return phone.matches ? "narrow" : "wide";
}

function live(figure, id, { choice, views }) {
  const drawn = {};
  let view = views[0];
  const controls = make("div", { className: "live" });
  const select = make("select", { id: "choose-" + figures.length });
  if (choice !== null) {
    views.forEach((one) => select.append(make("option", { value: one.id, textContent: one.label })));
    select.addEventListener("change", () => { show(select.value); remember(); });
    controls.append(labelled(choice, select));
  }
  const slider = make("input", { type: "range", min: "1", step: "1", value: "1", id: "values-" + figures.length });
  const reading = make("p", { className: "reading" });
  slider.addEventListener("input", () => read(Number(slider.value) - 1));
  slider.addEventListener("focus", () => read(Number(slider.value) - 1));
  const values = labelled("Go through the values", slider);
  controls.append(values, reading);
  figure.querySelector(".wide").before(controls);

  function labelled(text, control) {
    const label = make("label", { htmlFor: control.id });
    label.append(text, control);
    return label;
  }

  function draw(width) {
    const was = drawn[width];
    if (was !== undefined && was.view === view) return;
    const place = figure.querySelector("." + width);
    const box = make("div", { className: "drawn" });
    const vegaView = new vega.View(vega.parse(view.specs[width], config, { ast: true }), {
      renderer: "svg", expr: vegaInterpreter, hover: true, logLevel: vega.None,
    });
    vegaView.tooltip((handler, event, item, text) => { if (text) say(String(text), item, width); });
    vegaView.initialize(box).hover().run();
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", view.name);
    box.removeAttribute("aria-roledescription");
    const svg = box.querySelector("svg");
    svg.setAttribute("aria-hidden", "true");
    const [wide, high] = [svg.getAttribute("width"), svg.getAttribute("height")];
    svg.setAttribute("viewBox", "0 0 " + wide + " " + high);
    was?.vegaView.finalize();
    place.replaceChildren(box);
    drawn[width] = { view, vegaView, svg, items: said(vegaView.scenegraph().root) };
    const { items } = drawn[width];
    values.hidden = items.length === 0;
    slider.max = String(items.length);
    slider.value = "1";
    slider.setAttribute("aria-valuetext", items.length === 0 ? "" : items[0].tooltip);
    reading.textContent = "";
  }

  function read(index) {
    const width = shownWidth();
    const item = drawn[width]?.items[index];
    if (item !== undefined) say(item.tooltip, item, width);
  }

  function say(text, item, width) {
    const { svg, items, vegaView } = drawn[width];
    reading.textContent = text;
    const index = items.findIndex((one) => one.tooltip === text);
    if (index >= 0) slider.value = String(index + 1);
    slider.setAttribute("aria-valuetext", text);
    svg.querySelector(".ring")?.remove();
    const { left, top } = vegaView.padding();
    const { x1, y1, x2, y2 } = item.bounds;
    const ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const places = { class: "ring", x: left + x1 - 4, y: top + y1 - 4, width: x2 - x1 + 8, height: y2 - y1 + 8,
      rx: 3, fill: "none", stroke: "#0b0c0c", "stroke-width": 2, "pointer-events": "none" };
    for (const [name, value] of Object.entries(places)) ring.setAttribute(name, String(value));
    svg.append(ring);
  }

  function show(wanted) {
    const found = views.find((one) => one.id === wanted) ?? views[0];
    if (found === view) return;
    view = found;
    select.value = view.id;
    figure.querySelector("figcaption").textContent = view.title;
    figure.querySelector("figcaption + p").textContent = view.subtitle;
    figure.querySelectorAll(":scope > .note").forEach((note) => note.remove());
    view.notes.forEach((text) => figure.append(make("p", { className: "note", textContent: text })));
    const table = figure.nextElementSibling?.matches("details") ? figure.nextElementSibling.querySelector(".scroll") : null;
    if (table !== null) table.outerHTML = view.table;
    for (const width of Object.keys(drawn).length === 0 ? [] : ["wide", "narrow"]) {
      if (width === shownWidth() || drawn[width] !== undefined) draw(width);
    }
  }

  return { id, draw, show, chosen: () => (view === views[0] ? null : view.id) };
}

/** Marks that say something of themselves, in the order they are drawn. */
function said(item) {
  const own = typeof item.tooltip === "string" && item.tooltip !== "" ? [item] : [];
  return [...own, ...(item.items ?? []).flatMap(said)];
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

/** "#place&chart=view": a place of the page, and what is chosen. */
function follow() {
  const [place, ...choices] = location.hash.slice(1).split("&");
  if (choices.length === 0) return remember();
  for (const choice of choices) {
    const [id, view] = choice.split("=").map(plain);
    figures.filter((one) => one.id === id).forEach((one) => one.show(view));
  }
  if (place !== "") document.getElementById(plain(place))?.scrollIntoView();
}

function plain(text) {
  try { return decodeURIComponent(text ?? ""); } catch { return ""; }
}

function remember() {
  const place = location.hash.slice(1).split("&")[0];
  const choices = [...new Set(figures.filter((one) => one.chosen() !== null)
    .map((one) => encodeURIComponent(one.id) + "=" + encodeURIComponent(one.chosen())))];
  const hash = [place, ...choices].join("&");
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash === "" ? location.pathname : "#" + hash);
}
}));
`;
