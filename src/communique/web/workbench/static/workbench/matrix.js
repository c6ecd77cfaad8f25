// The matrix by keyboard: arrows move, Enter or a figure edits, Escape leaves; the page works without this script.
"use strict";
(() => {
  const matrix = () => document.getElementById("matrix");
  const editor = () => document.getElementById("matrix-editor");
  const cells = () => [...document.querySelectorAll("#matrix-grid .cell")];
  const cellAt = (row, col) => document.getElementById(`m-${row}-${col}`);
  const place = (cell) => [Number(cell.dataset.row), Number(cell.dataset.col)];
  let at = "";        // the cell that has, or last had, the focus
  let opener = "";    // the cell whose editor is open
  let typed = "";     // a figure typed on a cell, to begin its number with
  let leaving = false; // the editor closes once what was sent is saved
  let dirty = false;  // something in the editor is not saved yet

  // One cell is in the order of Tab; arrows reach the others.
  const rove = (cell) => {
    for (const other of cells()) other.tabIndex = other === cell ? 0 : -1;
    if (cell) at = cell.id;
  };
  const settle = () => {
    const all = cells();
    if (all.length) rove(document.getElementById(at) || all[0]);
  };
  const go = (cell) => { if (cell) { rove(cell); cell.focus(); cell.scrollIntoView({ block: "nearest", inline: "nearest" }); } };

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const move = (cell, key) => {
    const [down, across] = STEPS[key];
    let [row, col] = place(cell);
    for (let step = 0; step < 400; step += 1) {
      row += down; col += across;
      const next = cellAt(row, col);
      if (next) return go(next);
      if (row < -1 || col < -2 || row > 400 || col > 4000) return undefined;
    }
    return undefined;
  };
  const ends = (cell, last, whole) => {
    const row = cell.dataset.row;
    const line = whole ? cells() : cells().filter((one) => one.dataset.row === row);
    go(last ? line.at(-1) : line[0]);
  };

  const close = (words) => {
    const box = editor();
    if (!box || !box.firstElementChild) return;
    box.replaceChildren();
    box.classList.remove("open");
    dirty = false;
    const back = document.getElementById(opener);
    opener = "";
    go(back);
    if (words) house.say(words);
  };
  const send = (form) => {
    if (!form.checkValidity()) { form.reportValidity(); return; }
    htmx.trigger(form, "submit");
  };
  // The editor stands below its cell, or at the foot of a narrow window.
  const stand = () => {
    const box = editor(), cell = document.getElementById(opener);
    if (!box || !cell || window.innerWidth < 720) return;
    const rect = cell.getBoundingClientRect(), width = box.offsetWidth;
    const left = Math.max(8, Math.min(rect.left, document.documentElement.clientWidth - width - 8));
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${rect.bottom + window.scrollY + 4}px`;
  };

  document.addEventListener("keydown", (event) => {
    const cell = event.target.closest?.("#matrix-grid .cell");
    const inside = event.target.closest?.("#matrix-editor");
    const writing = event.target.matches?.("input, textarea, select");
    if (event.key === "Escape" && editor()?.firstElementChild) {
      event.preventDefault();
      close(dirty ? editor().dataset.closed : "");
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && matrix()) {
      const key = event.key.toLowerCase();
      const redo = (key === "z" && event.shiftKey) || key === "y";
      if ((key === "z" || key === "y") && !writing) {
        event.preventDefault();
        const form = document.getElementById(redo ? "matrix-redo" : "matrix-undo");
        if (form) htmx.trigger(form, "submit");
        return;
      }
    }
    if (inside && event.key === "Enter" && !event.shiftKey && event.target.matches("input:not([type=checkbox]), select")) {
      const form = event.target.form;
      if (form) { event.preventDefault(); leaving = true; send(form); }
      return;
    }
    if (inside && event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault(); leaving = true; send(event.target.form);
      return;
    }
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (STEPS[event.key]) { event.preventDefault(); move(cell, event.key); }
    else if (event.key === "Home") { event.preventDefault(); ends(cell, false, event.shiftKey); }
    else if (event.key === "End") { event.preventDefault(); ends(cell, true, event.shiftKey); }
    else if (event.key === " ") { event.preventDefault(); cell.click(); }
    else if (/^[0-9.,]$/.test(event.key) && Number(cell.dataset.row) > 0 && Number(cell.dataset.col) >= 0) {
      event.preventDefault();
      typed = event.key.replace(",", ".");
      cell.click();
    }
  });
  document.addEventListener("focusin", (event) => {
    const cell = event.target.closest?.("#matrix-grid .cell");
    if (cell) rove(cell);
  });
  document.addEventListener("click", (event) => {
    const cell = event.target.closest?.("#matrix-grid .cell");
    if (cell) { opener = cell.id; rove(cell); return; }
    const leave = event.target.closest?.("#matrix-editor [data-leave]");
    if (leave) { event.preventDefault(); close(); }
  });

  // Each change is saved by itself, as soon as the form is whole.
  document.addEventListener("input", (event) => { if (event.target.closest?.("#matrix-editor")) dirty = true; });
  document.addEventListener("change", (event) => {
    const form = event.target.closest?.("#matrix-editor form[data-autosave]");
    if (form && dirty && form.checkValidity()) htmx.trigger(form, "submit");
  });
  document.addEventListener("focusout", (event) => {
    const box = editor();
    if (!box?.contains(event.target) || box.contains(event.relatedTarget) || !event.relatedTarget) return;
    const form = box.querySelector("form[hx-post]");
    if (dirty && form?.checkValidity()) { leaving = true; opener = ""; htmx.trigger(form, "submit"); }
    else if (!dirty) { opener = ""; close(); }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "matrix-editor") {
      const box = editor();
      box.classList.toggle("open", Boolean(box.firstElementChild));
      dirty = false; leaving = false;
      stand();
      const first = box.querySelector(".clash [data-leave]") || box.querySelector(".wrong input, .wrong textarea") || box.querySelector("form input:not([type=hidden]), form textarea, form select, a, button");
      if (first) {
        first.focus();
        if (typed && first.name && first.type === "number") { first.value = typed === "." ? "0." : typed; dirty = true; }
        else first.select?.();
      }
      typed = "";
    }
  });
  // What was saved is what the open form goes on from; what others wrote is not.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!event.detail.successful || !form.closest?.("#matrix-editor")) return;
    if (event.detail.xhr.getResponseHeader("HX-Retarget") !== "#matrix") return;
    dirty = false;
    if (leaving || !form.matches("[data-autosave]")) { leaving = false; close(); }
    else for (const field of editor().querySelectorAll("input[name=revision]")) field.value = matrix().dataset.revision;
  });
  document.addEventListener("htmx:afterSettle", settle);
  document.addEventListener("dossier:told", (event) => { if (event.detail.words) house.say(event.detail.words); });
  document.addEventListener("DOMContentLoaded", settle);
  window.addEventListener("resize", stand);
})();
