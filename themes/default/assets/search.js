// What a script adds to the search: completions and the last searches under the
// field, results while typing, keys, and the way to the passage that was found.
// Without it all the same can be reached by plain links and forms. Every word
// comes from the page, every result from the templates that make the pages.

const words = document.querySelector("script[data-search]").dataset;
const input = document.querySelector("input[type=search][name=q]");
const form = input?.form;
const answer = document.querySelector("[data-title]")?.parentElement ?? null; // on the search page only

const PAUSE = 150; // ms without a key before anything is asked
const RECENTS = 5;

/* HTML comes into the page here alone, and only what ask() brought. */

const rules = { createHTML: html => html };
const policy = window.trustedTypes?.createPolicy("anju", rules) ?? rules;

function fill(element, html) {
  element.innerHTML = policy.createHTML(html);
}

function make(tag, attributes, text = "") {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/* Asking */

let timer;
let silent = answer !== null && !("live" in answer.dataset); // a static host: nobody answers
const asking = {}; // by fragment, what can call the request off

// ask brings a fragment of the search page; the request before it is called off.
// null says that the host has no search: a host of files answers what it has, or
// that it has none, without a Release-Id. All else that fails may go well later.
async function ask(address, fragment) {
  asking[fragment]?.abort();
  asking[fragment] = new AbortController();
  const url = new URL(address, location.href);
  url.searchParams.set("fragment", fragment);
  const response = await fetch(url, { signal: asking[fragment].signal });
  if (!response.headers.has("Release-Id") && [200, 404, 405].includes(response.status)) {
    saySilent();
    return null;
  }
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

const calledOff = error => error.name === "AbortError";

// hold calls off all that was begun, because the question changes.
function hold() {
  clearTimeout(timer);
  asking.results?.abort();
  asking.suggestions?.abort();
  answer?.removeAttribute("aria-busy");
}

// What is said is heard by those who do not see the page change.
const voice = make("p", { class: "hidden", role: "status" });
const say = text => { voice.textContent = text; };

function saySilent() {
  silent = true;
  if (!answer) offer([], words.static); // the search page says it already
  say(words.static);
}

/* The list under the field: a combobox as the ARIA practices have it */

const panel = make("div", { class: "combo", hidden: "" });
const title = make("p", { class: "combo-title" });
const list = make("div", { role: "listbox", id: "options" });
let offered; // the text that the list belongs to
let active = -1; // the option that Enter follows; -1 is the field itself

function build() {
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
    autocomplete: "off", enterkeyhint: "search",
  })) input.setAttribute(name, value);
  showKeys();
  list.setAttribute("aria-label", words.suggestions);
  panel.append(title, list);
  form.append(panel, voice);
}

// offer opens the list with options, or a title, or both.
function offer(options, heading = "") {
  if (options) list.replaceChildren(...options);
  offered = input.value;
  Array.from(list.children).forEach((option, i) => { option.id = "option-" + i; });
  title.textContent = heading;
  list.setAttribute("aria-label", heading || words.suggestions);
  list.hidden = list.children.length === 0;
  panel.hidden = list.hidden && !heading;
  input.setAttribute("aria-expanded", String(!list.hidden));
  activate(-1);
  if (!list.hidden) say(words.options.replace("{n}", list.children.length));
}

// keepShut calls off what would open the list.
function keepShut() {
  asking.suggestions?.abort();
  if (!answer) clearTimeout(timer); // else it is the results that are waited for
}

function close() {
  keepShut();
  panel.hidden = true;
  input.setAttribute("aria-expanded", "false");
  activate(-1);
}

function activate(i) {
  active = i;
  Array.from(list.children).forEach((option, n) => option.setAttribute("aria-selected", String(n === i)));
  const option = list.children[i];
  if (option) {
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

// complete opens the list with what fits the field: where it is empty, the last
// searches. It resolves to whether it did.
async function complete() {
  keepShut();
  const text = input.value.trim();
  if (!text) return offerRecents();
  if (silent) return false;
  try {
    const html = await ask(addressOf({ q: text }), "suggestions");
    if (html === null) return false;
    fill(list, html);
    offer();
    return !panel.hidden;
  } catch {
    return false; // called off, or failed: the form works without
  }
}

/* What is kept stays on the device, which may refuse to keep it. */

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch { /* then it is gone with the page */ }
}

const recents = () => [kept("anju.recent") ?? []].flat().filter(text => typeof text === "string");

function remember(text) {
  text = text.trim();
  if (text) keep("anju.recent", [text, ...recents().filter(other => other !== text)].slice(0, RECENTS));
}

function offerRecents() {
  const texts = recents();
  if (texts.length === 0) {
    close();
    return false;
  }
  const options = texts.map(text => make("a", { role: "option", tabindex: "-1", href: addressOf({ q: text }) }, text));
  const forget = make("button", { role: "option", tabindex: "-1", type: "button" }, words.forget);
  forget.addEventListener("click", () => { keep("anju.recent", []); close(); });
  offer([...options, forget], words.recents);
  return true;
}

/* Results while typing, on the search page */

const here = () => location.pathname + location.search;
let entry = here(); // the address of the present entry of the history
let draft = false; // the present entry of the history is a question being typed

function addressOf(values) {
  const params = new URLSearchParams(values);
  for (const [name, value] of [...params]) if (!value.trim()) params.delete(name);
  const text = params.toString();
  return form.action + (text ? "?" + text : "/"); // as the static form has it
}

const asked = () => addressOf(new FormData(form));

// show puts the answer of an address into the page, and the address into the
// history by the method named, where it is another. It resolves to true; to
// false where that failed; to undefined where something newer is asked.
async function show(address, method) {
  clearTimeout(timer);
  answer.setAttribute("aria-busy", "true");
  say("");
  let html = null;
  try {
    html = await ask(address, "results");
  } catch (error) {
    if (calledOff(error)) return undefined;
    fail();
  }
  answer.removeAttribute("aria-busy");
  if (html === null) return false;
  if (method && new URL(address, location.href).href !== location.href) history[method](null, "", address);
  entry = here();
  swap(html);
  return true;
}

// showTyped asks for what stands in the field. What is typed until it is sent
// off is one entry of the history, so that Back leads to what was asked before.
async function showTyped() {
  const done = await show(asked(), draft ? "replaceState" : "pushState");
  if (done) draft = true;
  return done;
}

function fail() {
  say(words.failed);
  if (answer.querySelector(":scope > .notice")) return;
  answer.prepend(make("p", { class: "notice notice-warning", role: "note" }, words.failed));
}

const summary = details => details.querySelector("summary").textContent;

function swap(html) {
  const open = Array.from(answer.querySelectorAll("details[open]"), summary);
  fill(answer, html);
  for (const details of answer.querySelectorAll("details")) {
    if (open.includes(summary(details))) details.open = true;
  }
  document.title = answer.querySelector("[data-title]")?.dataset.title ?? document.title;
  for (const link of document.querySelectorAll("header a[hreflang]")) link.search = location.search;
  pointAll();
  say(answer.querySelector("#count")?.textContent ?? "");
}

// The field follows the address where it was not typed into.
function follow() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
}

const goOn = () => (answer.querySelector("#count") ?? input).focus();

/* Links of an answer that lead to another */

const bare = path => path.replace(/\/$/, "");

function isSearch(link) {
  return Boolean(link.href) && link.origin === location.origin && !link.hash &&
    bare(link.pathname) === bare(new URL(form.action).pathname);
}

// nameOf tells a link of an answer from the others, also in the next answer:
// by the group in which it stands, and its text without the count.
function nameOf(link) {
  const group = link.closest("details, [aria-label]");
  const label = link.querySelector("span:not(.hidden)") ?? link;
  return [group?.getAttribute("aria-label") ?? (group && summary(group)), label.textContent].join(" ");
}

const named = name => Array.from(answer.querySelectorAll("a")).find(link => nameOf(link) === name);

// Where a reader was is kept in the history, for the way back.
const keepPlace = link => history.replaceState({ y: scrollY, name: nameOf(link) }, "");

async function turn(link) {
  const { top } = link.getBoundingClientRect();
  const name = link.closest(".pager") ? "" : nameOf(link); // a new page is read from its begin
  keepPlace(link);
  const done = await show(link.href, "pushState");
  if (done === false) location.assign(link.href);
  if (!done) return;
  draft = false;
  follow();
  const same = named(name);
  if (!same) return goOn();
  same.focus({ preventScroll: true });
  scrollBy({ top: same.getBoundingClientRect().top - top, behavior: "instant" });
}

function clicked(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (answer && !silent && isSearch(link)) {
    event.preventDefault();
    close();
    turn(link);
  } else if (answer?.contains(link)) {
    keepPlace(link);
    if (link.closest(".hits")) remember(input.value);
  }
}

// back asks for the entry that is reached also where its answer is still seen:
// that calls off the answer of the entry that was only passed through.
async function back({ state }) {
  if (entry === here()) return; // within the page
  entry = here();
  draft = false; // what is typed from now on is an entry of its own
  close();
  const done = await show(location.href.replace(/#.*/, ""));
  if (done === false) location.reload();
  if (!done) return;
  follow();
  restore(state);
  if (state) scrollTo({ top: state.y, behavior: "instant" });
}

function restore(state) {
  if (state) named(state.name)?.focus({ preventScroll: true });
}

/* Links to the words that were found, where the browser can land on them */

const CLAUSE = /[。！？；，、：…|\n]|[.!?;:,]\s/;

// A dash or a comma of the text would part the directive.
const encode = text => encodeURIComponent(text).replace(/-/g, "%2D");

// directive names the longest mark of a snippet, between the rest of its clause:
// what is named must begin and end where a word does.
function directive(snippet) {
  const marks = Array.from(snippet.querySelectorAll("mark"));
  const mark = marks.sort((a, b) => b.textContent.length - a.textContent.length)[0];
  if (!mark) return "";
  const range = document.createRange();
  range.selectNodeContents(snippet);
  range.setEndBefore(mark);
  const before = range.toString().split(CLAUSE).pop().trim();
  range.selectNodeContents(snippet);
  range.setStartAfter(mark);
  const rest = range.toString();
  let after = rest.split(CLAUSE)[0];
  if (rest[after.length] === "…") after = ""; // cut off, maybe within a word
  after = after.trim();
  return ":~:text=" + (before && encode(before) + "-,") + encode(mark.textContent) + (after && ",-" + encode(after));
}

function pointAll() {
  if (!("fragmentDirective" in document)) return;
  for (const item of answer.querySelectorAll(".hits > li, .passages > li")) {
    const link = item.querySelector("a");
    const snippet = item.querySelector(".summary, :scope > span");
    const found = snippet && directive(snippet);
    if (found) link.href += (link.hash ? "" : "#") + found;
  }
}

/* Keys and events */

// An Enter that confirms a word of an input method bears 229 in some browsers
// after the composition has ended. That the browser is asked, and no start and
// end are counted, is for those that leave out the end.
const confirms = event => event.isComposing || event.keyCode === 229;

function typed(event) {
  if (event.isComposing) return; // its letters are no words yet
  hold();
  if (answer) close();
  else activate(-1); // Enter sends off what is typed
  if (answer && silent) return say(words.static);
  timer = setTimeout(answer ? showTyped : complete, PAUSE);
}

async function move(step) {
  if ((panel.hidden || offered !== input.value) && !await complete()) return;
  const places = list.children.length + 1; // the field is one of them
  activate((active + 1 + step + places) % places - 1);
}

function enter(event) {
  const option = list.children[active];
  if (!option) return; // the form goes off
  event.preventDefault();
  if (option.href && (event.ctrlKey || event.metaKey || event.shiftKey)) window.open(option.href, "_blank", "noopener");
  else option.click();
}

function escape(event) {
  if (panel.hidden && !input.value) return;
  event.preventDefault();
  if (!panel.hidden) return close();
  input.value = "";
  typed(event);
}

function pressed(event) {
  if (confirms(event)) {
    if (event.key === "Enter") event.preventDefault(); // it sends nothing off
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    enter(event);
  } else if (event.key === "Escape") {
    escape(event);
  }
}

async function submitted(event) {
  remember(input.value);
  if (!answer || silent) return;
  event.preventDefault();
  close();
  const done = await showTyped();
  if (done === false) return form.submit();
  if (!done) return;
  draft = false;
  goOn();
}

let slash = kept("anju.slash") ?? true; // "/" is a shortcut
const hint = make("kbd", { class: "slash", "aria-hidden": "true" }, "/");

function showKeys() {
  if (slash) input.after(hint);
  else hint.remove();
  input.setAttribute("aria-keyshortcuts", (slash ? "/ " : "") + "Control+K Meta+K");
}

// Ctrl or Cmd+/ turns "/" off and on: a key without another can be hit unawares,
// above all by those who speak to the device (WCAG 2.1.4).
function turnSlash() {
  slash = !slash;
  keep("anju.slash", slash);
  showKeys();
  say(input.getAttribute("aria-keyshortcuts"));
}

// "/" and Ctrl or Cmd+K lead to the field of the page, or to the page that has
// one where it is too narrow for it.
function shortcut(event) {
  const held = event.ctrlKey || event.metaKey;
  const key = event.key?.toLowerCase();
  const turning = key === "/" && held;
  const wanted = key === "/" && slash || key === "k" && held && !event.shiftKey;
  const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  if (event.altKey || confirms(event) || !turning && (!wanted || typing)) return;
  event.preventDefault();
  if (turning) return turnSlash();
  if (input.getClientRects().length === 0) return location.assign(words.search + "#q");
  input.focus();
  input.select();
}

function listen() {
  input.addEventListener("input", typed);
  input.addEventListener("keydown", pressed);
  input.addEventListener("compositionstart", hold);
  input.addEventListener("compositionend", typed); // also where the text is the same as before
  for (const event of ["focus", "click"]) {
    input.addEventListener(event, () => { if (!input.value && panel.hidden) complete(); });
  }
  input.addEventListener("blur", close);
  form.addEventListener("submit", submitted);
  panel.addEventListener("mousedown", event => event.preventDefault()); // the field keeps the focus
  panel.addEventListener("click", clicked);
  document.addEventListener("keydown", shortcut);
}

function start() {
  build();
  listen();
  if (!answer) return;
  answer.addEventListener("click", clicked);
  addEventListener("popstate", back);
  pointAll();
  restore(history.state);
}

if (input) start();
