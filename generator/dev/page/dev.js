// What an editor's browser does while the site is being written: it hears that
// something changed, asks for its page again, and takes over the style sheet and
// the findings, or loads the page anew and stays where it was. HTML comes in as a
// document of its own, never as text.

const script = document.getElementById("dev-script");
const KEPT = "dev-place"; // where the editor was before the page was loaded anew
const CLOSED = "dev-closed"; // the editor put the findings away, until they are mended

/* Findings: without a script a part of the page, with it a dialog */

let panel = document.getElementById("dev");
let asServed = panel?.cloneNode(true);

function showFindings(again) {
  const dialog = panel?.querySelector("dialog");
  const own = dialog?.open;
  if (!own) sessionStorage.removeItem(CLOSED);
  if (!dialog) return;
  dialog.open = false;
  const link = panel.querySelector(".dev-bar a");
  const button = document.createElement("button");
  button.textContent = link.textContent;
  button.addEventListener("click", () => dialog.showModal());
  link.replaceWith(button);
  const close = () => sessionStorage.setItem(CLOSED, "1");
  dialog.addEventListener("cancel", close); // Esc
  dialog.querySelector("form").addEventListener("submit", close);
  if (again || (own && !sessionStorage.getItem(CLOSED))) dialog.showModal();
}

function takeFindings(fresh) {
  if (!panel || !fresh || fresh.isEqualNode(asServed)) return;
  const dialog = panel.querySelector("dialog");
  const again = Boolean(dialog?.open) && fresh.className === asServed.className;
  dialog?.close(); // gives the focus back
  asServed = document.importNode(fresh, true);
  const next = asServed.cloneNode(true);
  panel.replaceWith(next);
  panel = next;
  showFindings(again);
}

/* Style sheets: the new one is there before the old one goes */

const sheetName = href => new URL(href, location.href).pathname.replace(/\.[0-9a-f]{10}\.css$/, ".css");
const sheets = doc => [...doc.querySelectorAll("link[rel=stylesheet]")];

function takeStyle(doc) {
  for (const fresh of sheets(doc)) {
    const href = fresh.getAttribute("href");
    const old = sheets(document).filter(link => sheetName(link.href) === sheetName(href));
    if (old.length === 0 || old.at(-1).getAttribute("href") === href) continue;
    const link = old.at(-1).cloneNode();
    link.href = href;
    link.addEventListener("load", () => old.forEach(o => o.remove()));
    old.at(-1).after(link);
  }
}

/* Loading anew, at the same place */

const fields = () => [...document.querySelectorAll("input[name]:not([type=hidden], [type=checkbox], [type=radio]), select[name]")];
const folds = () => [...document.querySelectorAll("details")].filter(d => !panel?.contains(d));
const labelled = d => d.querySelector("summary")?.textContent.trim();
const focusable = () => [...document.querySelectorAll("a[href], button, input, select, summary")].filter(e => !panel?.contains(e));

function keep() {
  const above = [...document.querySelectorAll("main [id]")].filter(e => e.getClientRects().length && e.getBoundingClientRect().top <= 8);
  const anchor = scrollY > 0 ? above.at(-1) : undefined;
  sessionStorage.setItem(KEPT, JSON.stringify({
    at: location.href, y: scrollY, anchor: anchor?.id, top: anchor?.getBoundingClientRect().top,
    open: folds().filter(d => d.open).map(labelled),
    shut: folds().filter(d => !d.open).map(labelled),
    typed: fields().map(f => f.value),
    focus: focusable().indexOf(document.activeElement),
    cursor: document.activeElement?.selectionStart,
  }));
}

function putBack() {
  const was = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (was?.at !== location.href) return;
  history.scrollRestoration = "auto";
  for (const d of folds()) {
    if (was.open.includes(labelled(d))) d.open = true;
    else if (was.shut.includes(labelled(d))) d.open = false;
  }
  if (was.typed.length === fields().length) fields().forEach((f, i) => { f.value = was.typed[i]; });
  const focus = focusable()[was.focus];
  focus?.focus({ preventScroll: true });
  if (was.cursor != null && focus?.type === "search") focus.setSelectionRange(was.cursor, was.cursor);
  const anchor = was.anchor && document.getElementById(was.anchor);
  const y = anchor ? scrollY + anchor.getBoundingClientRect().top - was.top : was.y;
  scrollTo({ top: y, behavior: "instant" });
}

let composing = false; // a word is being typed by an input method, which a new page would lose
let due = false;

function reload() {
  due = composing;
  if (due) return;
  keep();
  history.scrollRestoration = "manual";
  location.reload();
}

document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", () => { composing = false; if (due) reload(); });

/* Hearing of what changed */

let asking;

function look() {
  asking?.abort();
  asking = new XMLHttpRequest();
  asking.open("GET", location.href);
  asking.responseType = "document";
  asking.addEventListener("load", () => take(asking.responseXML));
  asking.send();
}

function take(doc) {
  const fresh = doc?.getElementById("dev-script");
  if (fresh?.dataset.page !== script.dataset.page) return reload();
  script.dataset.version = fresh.dataset.version;
  takeStyle(doc);
  takeFindings(doc.getElementById("dev"));
}

// A browser holds few connections to one host, so a tab that nobody sees lets go.
let events;

function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/_dev/events");
  events.addEventListener("message", e => { if (e.data !== script.dataset.version) look(); });
  events.addEventListener("error", () => { script.dataset.version = ""; }); // who answers next may count anew
}

showFindings(false);
putBack();
document.addEventListener("visibilitychange", listen);
listen();
