"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const notes = all(".note");
  const wide = matchMedia("(width >= 64rem)");
  const gap = 14;
  let current = null;

  // Beside their words: each note as near to its first passage as its neighbours allow; the one being read exactly there.
  function align() {
    for (const reading of all(".reading")) {
      const own = all(".note", reading);
      reading.classList.remove("aligned");
      reading.style.minHeight = "";
      for (const note of own) note.style.left = note.style.width = note.style.top = "";
      const column = reading.querySelector(".notes");
      if (!wide.matches || !column) continue;
      const box = reading.getBoundingClientRect();
      const edge = column.getBoundingClientRect();
      const left = edge.left - box.left + parseFloat(getComputedStyle(column).paddingLeft);
      reading.classList.add("aligned");
      for (const note of own) {
        note.style.left = `${left}px`;
        note.style.width = `${box.width - left}px`;
      }
      const wanted = own.map((note) => words(note).top - box.top);
      const heights = own.map((note) => note.offsetHeight + gap);
      const tops = placed(wanted, heights, own.indexOf(current));
      own.forEach((note, index) => { note.style.top = `${tops[index]}px`; });
      const last = own.length - 1;
      if (last >= 0) reading.style.minHeight = `${tops[last] + heights[last]}px`;
    }
  }

  function placed(wanted, heights, fixed) {
    const tops = [];
    let floor = 0;
    const least = heights.map((height) => { const here = floor; floor += height; return here; });
    floor = 0;
    wanted.forEach((top, index) => {
      const there = index === fixed ? Math.max(top, least[index]) : Math.max(top, floor);
      tops.push(there);
      floor = there + heights[index];
    });
    for (let index = fixed - 1; index >= 0; index -= 1) {
      tops[index] = Math.max(least[index], Math.min(tops[index], tops[index + 1] - heights[index]));
    }
    return tops;
  }

  function words(note) {
    const place = marks(note)[0] || note.closest(".row") || note;
    return place.getClientRects()[0] || place.getBoundingClientRect();
  }

  const marks = (note) => all(`mark[data-notes~="${note.id}"]`);

  function activate(note) {
    if (note === current) return;
    for (const lit of all(".on")) lit.classList.remove("on");
    current = note;
    if (note) for (const lit of [note, ...marks(note)]) lit.classList.add("on");
    align();
  }

  function show(note) {
    activate(note);
    note.focus({ preventScroll: true });
    (marks(note)[0] || note).scrollIntoView({ block: wide.matches ? "center" : "nearest" });
    if (!wide.matches) note.scrollIntoView({ block: "center" });
  }

  function light(id) {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    for (const run of all(`[data-places~="${id}"]`)) run.classList.add("lit");
  }

  function step(by) {
    if (!notes.length) return;
    const from = notes.indexOf(current);
    const next = from < 0 ? (by > 0 ? 0 : notes.length - 1) : (from + by + notes.length) % notes.length;
    show(notes[next]);
  }

  function toWords(note) {
    const reference = document.querySelector(`.ref[href="#${note.id}"]`);
    activate(note);
    if (!reference) return;
    reference.focus({ preventScroll: true });
    reference.scrollIntoView({ block: "center" });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say("Copied with its citation.");
  }

  function say(text) {
    const said = document.querySelector(".said");
    said.textContent = text;
    setTimeout(() => { said.textContent = ""; }, 2500);
  }

  function copySelection() {
    const selection = getSelection();
    const node = selection.rangeCount ? selection.getRangeAt(0).startContainer : null;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const row = element && element.closest(".row");
    const text = selection.toString().replace(/\s+/g, " ").trim();
    if (!row || !text) say("Select words of the text first.");
    else copy(`“${text}”: ${row.dataset.source}`);
  }

  function turn() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("communique-theme", root.dataset.theme); } catch { /* a page without storage */ }
  }

  try {
    const kept = localStorage.getItem("communique-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch { /* a page without storage */ }

  document.querySelector(".tools").hidden = false;
  for (const cite of all(".cite")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.setAttribute("aria-label", "Copy these words with their citation");
    button.addEventListener("click", () => copy(cite.querySelector(".citation").textContent));
    cite.after(button);
    cite.addEventListener("toggle", align);
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.closest("[data-act=theme]")) return turn();
    const link = target.closest("a[href^='#']");
    const aim = link && byId(link.hash.slice(1));
    if (aim && aim.classList.contains("note")) { event.preventDefault(); return show(aim); }
    if (aim && aim.classList.contains("anchor")) return light(aim.id);
    if (link || target.closest("button, summary, .citation")) return undefined;
    const mark = target.closest("mark");
    if (mark && getSelection().isCollapsed) {
      const own = mark.dataset.notes.split(" ");
      return activate(byId(own[(own.indexOf(current && current.id) + 1) % own.length]));
    }
    const note = target.closest(".note");
    if (note) return activate(note);
    return undefined;
  });

  document.addEventListener("focusin", (event) => {
    const reference = event.target.closest(".ref");
    if (reference) activate(byId(reference.hash.slice(1)));
    else if (event.target.classList.contains("note")) activate(event.target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea")) return;
    const note = event.target.classList.contains("note") ? event.target : null;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c") copySelection();
    else if (event.key === "t") turn();
    else if (event.key === "Escape") activate(null);
    else if (event.key === "Enter" && note) toWords(note);
    else return;
    event.preventDefault();
  });

  // The page is laid out for paper and for readers without script with notes before their words; read aloud and
  // walked through by keyboard they follow them.
  function order(after) {
    for (const row of all(".row")) {
      const own = row.querySelector(".notes");
      if (own) row.insertBefore(own, after ? null : row.querySelector(".text"));
    }
  }

  order(true);
  addEventListener("beforeprint", () => {
    order(false);
    for (const cite of all(".cite")) cite.open = false;
    for (const more of all(".more")) more.open = true;
  });
  addEventListener("afterprint", () => { order(true); align(); });
  wide.addEventListener("change", align);
  addEventListener("resize", align);
  addEventListener("load", align);
  if (document.fonts) document.fonts.ready.then(align);
  align();
})();
