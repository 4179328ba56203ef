/* What the site does on top of reading: search, filters, sorting, copying. Without it everything can still be read. */
"use strict";
(() => {
  const STOP = new Set("aan bij de dit een en het in is met of op te van voor wat wanneer hoe welke wie waar moet ik mag kan die dat er iemand vul verschil tussen hoeveel lang duurt nodig betekent gebruik kies doe".split(" "));
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const words = (text) => fold(text.replace(/([a-z0-9])([A-Z])/g, "$1 $2")).match(/[a-z0-9%]+/g) || [];
  const stem = (word) => (word.length > 4 ? word.replace(/(en|s)$/, "").replace(/([a-z])\1$/, "$1") : word);

  /* Search. Where the words of the question fit decides the order; a record may miss some of them, at a cost. */
  const FIELDS = [["t", 100], ["w", 70], ["s", 62], ["p", 40], ["c", 34], ["d", 12], ["x", 8]];
  const KINDS = { veld: 14, waarde: 2, regel: 4, waardenlijst: 4, objecttype: 5, pagina: 4, fase: 2, "bekende fout": 0, "begrip, niet uitgewisseld": -130 };
  function prepare(records) {
    for (const r of records) {
      r.words = FIELDS.map(([key]) => words(r[key] || "").concat(key === "w" || key === "s" || key === "t" ? [fold(r[key] || "").replace(/[^a-z0-9%]+/g, "")] : []));
      r.names = [r.t, ...(r.s || "").split(", "), ...(r.k === "veld" ? (r.w || "").split(" ") : [])].filter(Boolean).map((n) => words(n).join(" "));
    }
    return records;
  }
  function fit(word, list, least) {
    const root = stem(word);
    let best = 0;
    for (const other of list) {
      if (other === word || stem(other) === root) return 1;
      if (word.length >= least && (other.startsWith(word) || other.startsWith(root))) best = Math.max(best, 0.7);
      else if (root.length >= Math.max(4, least) && other.includes(root)) best = Math.max(best, 0.45);
    }
    return best;
  }
  function score(record, question) {
    const allowed = question.length < 2 ? 0 : Math.ceil((question.length - 1) / 2);
    let total = 0;
    let missing = 0;
    for (const word of question) {
      let best = 0;
      FIELDS.forEach(([, weight], index) => { best = Math.max(best, weight * fit(word, record.words[index], index > 4 ? 5 : 2)); });
      if (!best) missing += 1;
      total += best;
    }
    if (missing > allowed) return 0;
    total *= 0.6 ** missing;
    if (missing && total / question.length < 14) return 0;
    const whole = question.join(" ");
    if (words(record.t).join(" ") === whole) total += record.k === "waardenlijst" ? 90 : 160;
    else if (record.names.includes(whole)) total += 120;
    const extra = words(record.t).filter((w) => !STOP.has(w) && !question.some((q) => stem(w).includes(stem(q)))).length;
    return total / question.length - extra * 4 + (KINDS[record.k] || 0);
  }
  function split(word, records) { /* schuldbedrag → schuld + bedrag, when the whole fits nowhere */
    if (word.length < 7 || records.some((r) => r.words.some((list, i) => fit(word, list, i > 4 ? 5 : 2)))) return [word];
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const pair = [word.slice(0, at).replace(/s$/, ""), word.slice(at)];
      if (pair.every((part) => part.length > 2 && records.some((r) => r.words.slice(0, 4).some((list) => fit(part, list, 3) >= 0.7)))) return pair;
    }
    return [word];
  }
  function find(records, text) {
    let question = words(text).filter((w) => !STOP.has(w));
    if (!question.length) question = words(text);
    question = question.flatMap((w) => split(w.replace(/^(.+)nr$/, "$1nummer"), records));
    return records.map((r) => [score(r, question), r]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0]).map(([, r]) => r);
  }
  window.ddasFind = (text) => find(window.ddasPrepared || (window.ddasPrepared = prepare(window.ddasIndex)), text);

  const form = document.querySelector("form.zoek");
  function loadIndex(then) {
    if (window.ddasIndex) return then();
    let script = document.getElementById("zoekindex");
    if (!script) {
      script = document.createElement("script");
      script.id = "zoekindex";
      script.src = `${form.dataset.up}zoekindex.js`;
      document.head.append(script);
    }
    script.addEventListener("load", then);
    return undefined;
  }
  const address = (record) => {
    const [page, place] = record.u.split("#");
    return `${form.dataset.up}${page}index.html${place ? `#${place}` : ""}`;
  };
  const element = (tag, text, attributes = {}) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const kindLine = (r) => [r.k, r.p, r.v].filter(Boolean).join(" · ");
  if (form) {
    const input = form.querySelector("input");
    const list = element("ul", "", { class: "treffers", id: "treffers", role: "listbox", "aria-label": "Voorstellen", hidden: "" });
    form.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "treffers"], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
    let at = -1;
    const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const show = () => loadIndex(() => {
      const text = input.value.trim();
      list.replaceChildren();
      const found = text.length > 1 ? window.ddasFind(text).slice(0, 8) : [];
      found.forEach((record, index) => {
        const item = element("li", "", { role: "option", id: `treffer-${index}`, "aria-selected": "false" });
        item.append(element("strong", record.t), element("span", kindLine(record)));
        item.addEventListener("mousedown", (event) => event.preventDefault());
        item.addEventListener("click", () => { location.href = address(record); });
        list.append(item);
      });
      at = -1;
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(Boolean(found.length)));
    });
    input.addEventListener("focus", () => loadIndex(() => {}));
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      const items = [...list.children];
      if (event.key === "Escape") close();
      if (event.key === "Enter" && at >= 0) { event.preventDefault(); items[at].click(); }
      if (!["ArrowDown", "ArrowUp"].includes(event.key) || list.hidden) return;
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length;
      items.forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
      items[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[at].id);
    });
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    const results = document.getElementById("uitkomsten");
    const asked = new URLSearchParams(location.search).get("q");
    if (results && asked) {
      input.value = asked;
      loadIndex(() => {
        const found = window.ddasFind(asked).slice(0, 40);
        results.append(element("p", found.length ? `${found.length} gevonden voor ‘${asked}’.` : `Niets gevonden voor ‘${asked}’. Probeer een ander woord, of kijk bij alle velden.`));
        const ol = element("ol");
        found.forEach((record) => {
          const li = element("li");
          li.append(element("a", record.t, { href: address(record) }), element("p", kindLine(record), { class: "stil" }), element("p", record.d || ""));
          ol.append(li);
        });
        results.append(ol);
      });
    }
  }

  /* Filters of the overview. A choice is kept in the address, so that it can be shared. */
  const filters = document.getElementById("filters");
  const table = document.getElementById("velden");
  if (filters && table) {
    const rows = [...table.querySelectorAll("tbody tr:not(.fase)")];
    const order = (table.dataset.versies || "").trim().split(/\s+/);
    const text = filters.querySelector("input[type=search]");
    const selects = [...filters.querySelectorAll("select")];
    const full = document.getElementById("f-uitleg");
    table.classList.add("kort");
    full.addEventListener("change", () => table.classList.toggle("kort", !full.checked));
    const isAfter = (row, version) => [row.dataset.sinds, ...row.dataset.gewijzigd.split(", ")].some((v) => order.indexOf(v) > order.indexOf(version));
    const fits = (row) => {
      const asked = words(text.value);
      if (asked.length && !asked.every((w) => fold(row.textContent).includes(w))) return false;
      return selects.every((s) => !s.value || (s.dataset.veld === "na" ? isAfter(row, s.value) : row.dataset[s.dataset.veld] === s.value));
    };
    const apply = () => {
      rows.forEach((row) => { row.hidden = !fits(row); });
      for (const body of table.tBodies) {
        const head = body.querySelector("tr.fase");
        if (head) head.hidden = ![...body.rows].some((r) => r !== head && !r.hidden);
      }
      const count = rows.filter((r) => !r.hidden).length;
      document.getElementById("aantal").textContent = `${count} van ${rows.length} velden`;
      const chosen = new URLSearchParams();
      for (const s of [text, ...selects]) if (s.value) chosen.set(s.id.slice(2), s.value);
      try { history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`); } catch { /* not from a folder */ }
    };
    filters.hidden = false;
    const given = new URLSearchParams(location.search);
    for (const s of [text, ...selects]) if (given.has(s.id.slice(2))) s.value = given.get(s.id.slice(2));
    filters.addEventListener("input", apply);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(apply));
    apply();
    makeSortable(table, rows);
  }
  for (const other of document.querySelectorAll("table[data-sorteer]")) makeSortable(other, [...other.tBodies[0].rows]);
  function makeSortable(which, rows) {
    const homes = rows.map((row) => row.parentElement);
    const groups = [...which.querySelectorAll("tr.fase")];
    const sorted = document.createElement("tbody");
    const heads = [...which.tHead.rows[0].cells];
    const signs = ["verplicht", "voorwaardelijk", "gevraagd", "niet gevraagd", "voorstel", "fout", "waarschuwing", "info"];
    const value = (row, index) => { const badge = row.cells[index].querySelector(".plicht, .niveau"); return badge ? String(signs.indexOf(badge.textContent)) : row.cells[index].textContent.trim(); };
    heads.forEach((head, index) => {
      const button = element("button", head.textContent, { type: "button" });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const state = head.getAttribute("aria-sort");
        heads.forEach((h) => h.removeAttribute("aria-sort"));
        groups.forEach((g) => { g.parentElement.hidden = state !== "descending"; });
        if (state === "descending") { rows.forEach((row, i) => homes[i].append(row)); sorted.remove(); return; }
        head.setAttribute("aria-sort", state ? "descending" : "ascending");
        const direction = state ? -1 : 1;
        sorted.append(...[...rows].sort((a, b) => direction * value(a, index).localeCompare(value(b, index), "nl", { numeric: true })));
        which.append(sorted);
      });
    });
  }

  /* Copy a piece of code. */
  if (navigator.clipboard) {
    for (const figure of document.querySelectorAll(".fragment")) {
      const button = element("button", "Kopieer", { type: "button", class: "kopieer" });
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(figure.querySelector("code").textContent);
        button.textContent = "Gekopieerd";
        setTimeout(() => { button.textContent = "Kopieer"; }, 2000);
      });
      figure.querySelector("figcaption").append(button);
    }
  }

  const here = document.querySelector(".naast [aria-current]");
  if (here) here.closest(".naast").scrollTop = here.offsetTop - 120;

  /* On paper nothing can be opened: questions and the tree of fields are printed whole, long files and lists stay folded. */
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".vraag:not([open]), .boom details:not([open])")];
    for (const part of unfolded) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of unfolded) part.open = false; });

  /* A link to a folded part opens it; menus close with Escape and when the reader goes on. */
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", open);
  open();
  for (const menu of document.querySelectorAll("details.keuze, details.menu-smal")) {
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); } });
    menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  }
})();
