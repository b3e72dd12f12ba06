/* Everything works without this script; with it, pages answer sooner. No answer is kept in the browser. */
"use strict";

const form = () => document.getElementById("form");
const news = (text) => { const place = document.getElementById("news"); if (place) place.textContent = text; };

/* At the start: put the focus on what has to be read first; recount ticks. */
function settle() {
  const here = form() && form().dataset.page;
  if (here && location.search === "?direct") {
    history.replaceState(null, "", here);
    shown = location.pathname;
  }
  const first = document.querySelector(".errors, .grown");
  if (first) first.focus();
  document.querySelectorAll("[data-most]").forEach(count);
}

/* A page out of the browser's memory may be older than what is kept: ask for it anew. */
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

/* One press, one submission. A page is answered with the next one at once; its address is put in place when
   it is there, so that reloading and Back ask for pages and send nothing again. */
document.addEventListener("submit", (event) => {
  const sent = event.target;
  if (sent.dataset.sent) event.preventDefault();
  sent.dataset.sent = "1";
  looked(sent);
  if (sent === form() && sent.dataset.page) sent.action = `${sent.dataset.page}?direct`;
  setTimeout(() => delete sent.dataset.sent, 8000);
});

/* Whole seconds that the page was in view, at least one, those of an earlier try included; ten minutes at most.
   What is in the field was counted before: the clock goes on with the rest. */
const MOST_SECONDS = 600;
let since = document.hidden ? null : performance.now();
let before = 0;

document.addEventListener("visibilitychange", () => {
  if (document.hidden) before = seen();
  since = document.hidden ? null : performance.now();
});

function seen() {
  return before + (since === null ? 0 : performance.now() - since);
}

function looked(sent) {
  const place = sent.querySelector("[name='.seconds']");
  if (!place) return;
  place.value = Math.min(MOST_SECONDS, Number(place.value) + Math.max(1, Math.floor(seen() / 1000)));
  before = seen() % 1000;
  since = document.hidden ? null : performance.now();
}

/* A link in the summary leads to the field itself, with its question in view. */
document.addEventListener("click", (event) => {
  const link = event.target.closest(".errors a[href^='#'], .grown a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    const block = field.closest(".row, .question") || field;
    const target = field.matches("input, textarea, select") ? field : block.querySelector("input, textarea, select");
    block.scrollIntoView({ block: "start" });
    if (target) target.focus({ preventScroll: true });
  }
});

/* Ticks: how many of how many; one that stands alone takes the place of the others. */
function count(options) {
  const ticked = options.querySelectorAll("[type=checkbox]:checked").length;
  const place = options.parentElement.querySelector(".count");
  const text = ticked ? options.dataset.told.replace("#", ticked) : "";
  if (place && place.textContent !== text) place.textContent = text;
}

function tick(box) {
  const options = box.closest(".options, .cells");
  if (!options) return;
  if (box.checked) {
    const alone = "alone" in box.dataset;
    options.querySelectorAll("[type=checkbox]:checked").forEach((other) => {
      if (other !== box && (alone || "alone" in other.dataset)) other.checked = false;
    });
  }
  if (options.dataset.most) count(options);
}

document.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") tick(event.target);
  if (form() && form().contains(event.target)) reveal();
});

/* Typing beside an option chooses it. */
document.addEventListener("input", (event) => {
  const beside = event.target.closest(".beside");
  const box = beside && beside.parentElement.querySelector("[type=radio], [type=checkbox]");
  if (box && event.target.value && !box.checked) {
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
});

/* Questions that come up, or go, while the page is filled in. The newest answer wins; one that goes and comes
   up again has what stood in it. */
let asked = 0;
const aside = new Map();

async function reveal(given) {
  const here = form();
  if (!here.dataset.live) return;
  const mine = ++asked;
  try {
    const answer = await fetch(here.dataset.live, { method: "POST", body: new URLSearchParams(given || new FormData(here)) });
    const text = answer.ok ? await answer.text() : "";
    if (!text || mine !== asked || here !== form() || here.dataset.sent) return;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    merge(here, fresh);
  } catch {
    /* Without a connection the page stays; the server adds the question once it is sent. */
  }
}

function merge(here, fresh) {
  const list = here.querySelector(".questions");
  const wanted = [...fresh.querySelectorAll(".questions > .question")];
  const shown = fresh.querySelector("[name='.shown']");
  if (!list || !shown) return;
  const ids = new Set(wanted.map((block) => block.id));
  const gone = [...list.children].filter((block) => !ids.has(block.id));
  gone.forEach((block) => { aside.set(block.id, block); block.remove(); });
  const added = [];
  wanted.forEach((block, at) => {
    const old = document.getElementById(block.id);
    const place = old || aside.get(block.id) || document.importNode(block, true);
    adapt(place, block);
    if (list.children[at] !== place) list.insertBefore(place, list.children[at] || null);
    if (!old) added.push(block);
  });
  here.querySelector("[name='.shown']").value = shown.value;
  if (added.length) {
    const asks = added.map((block) => (block.querySelector(".asked") || block).textContent.trim());
    const told = added.length > 1 ? here.dataset.addedMore.replace("#", added.length) : here.dataset.added;
    news(`${told} ${asks.join(" ")}`);
  } else if (gone.length) {
    news(""); /* What comes up once more is told once more. */
  }
}

/* Change an element into another, part by part, so that what is typed, chosen and in focus stays. */
function adapt(old, next) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  if (old.matches("textarea, select, .count, .fault")) return;
  const parts = [...old.childNodes];
  const pairs = [...next.childNodes].map((child) => {
    const at = parts.findIndex((part) => alike(part, child));
    return [child, at < 0 ? null : parts.splice(at, 1)[0]];
  });
  const stay = parts.filter((part) => part.matches && part.matches(".fault"));
  parts.forEach((part) => { if (!stay.includes(part)) part.remove(); });
  let spot = old.firstChild;
  for (const [child, same] of pairs) {
    while (spot && stay.includes(spot)) spot = spot.nextSibling;
    if (same) adapt(same, child);
    if (same && same === spot) spot = spot.nextSibling;
    else old.insertBefore(same || document.importNode(child, true), spot);
  }
}

function alike(one, other) {
  if (one.nodeType !== other.nodeType) return false;
  if (one.nodeType !== Node.ELEMENT_NODE) return true;
  return one.tagName === other.tagName && mark(one) === mark(other);
}

/* What an element is known by: its id, else that of the first thing inside that has one. */
function mark(element) {
  const known = element.id ? element : element.querySelector("[id]:not(.fault)");
  return known ? known.id : element.className;
}

/* Another language: the same page in it, with what stands in the fields brought along. */
document.addEventListener("click", async (event) => {
  const link = event.target.closest(".languages a");
  const here = form();
  if (!link || !here || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const there = fresh.getElementById("form");
    if (!answer.ok || answer.redirected || !there) throw new Error("elsewhere");
    const given = new FormData(here);
    carry(given, there);
    document.documentElement.lang = fresh.documentElement.lang;
    document.title = fresh.title;
    document.body.replaceWith(document.adoptNode(fresh.body));
    history.pushState(null, "", link.href);
    shown = location.pathname;
    aside.clear();
    settle();
    await reveal(given);
    document.getElementById("main").focus();
  } catch {
    location.href = link.href;
  }
});

/* Back across a change of language asks for that page; a link within the page, the skip link too, does not. */
let shown = location.pathname;
addEventListener("popstate", () => { if (location.pathname !== shown) location.reload(); });

function carry(given, there) {
  for (const field of there.elements) {
    if (!field.name || field.name === ".shown" || field.tagName === "BUTTON") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = given.get(field.name) === field.value;
    else if (given.has(field.name)) field.value = given.get(field.name);
  }
}

settle();
