// The desk of an author: evidence linked where the cursor is, remarks that show their place. All of it works without.
"use strict";
(() => {
  const text = document.getElementById("id_text");
  if (!text) return;
  let chosen = [text.selectionStart, text.selectionEnd];
  const note = () => { chosen = [text.selectionStart, text.selectionEnd]; };
  for (const event of ["select", "keyup", "mouseup", "blur"]) text.addEventListener(event, note);
  const changed = () => text.dispatchEvent(new Event("input", { bubbles: true }));
  const link = (key, words, said) => {
    const safe = words.replace(/\s+/g, " ").trim().replace(/\\/g, "\\\\").replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    return `[${said.replace(/\[/g, "(").replace(/\]/g, ")")}](evidence:${key} "${safe}")`;
  };
  // Words selected in the release are those that will be linked.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const source = selection.anchorNode?.parentElement?.closest(".source-text");
    const field = document.getElementById("picker-words");
    if (!source || !field || selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneContents();
    for (const button of range.querySelectorAll("button")) button.remove();
    field.value = range.textContent.replace(/\s+/g, " ").trim();
  });
  // Enter in the field of a search asks for the search; the first button of the form would save the text instead.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.id !== "picker-q") return;
    event.preventDefault();
    event.target.closest("[data-picker]").querySelector("[data-search]").click();
  });
  document.addEventListener("click", (event) => {
    const line = event.target.closest("[data-line]");
    if (line) { goTo(Number(line.dataset.line)); return; }
    const button = event.target.closest("[data-insert]");
    if (!button) return;
    const words = button.value || document.getElementById("picker-words").value;
    const [start, end] = chosen;
    const named = document.getElementById("picker-said").value.trim();
    const said = text.value.slice(start, end).trim() || named || words;
    // Words that are long or stand elsewhere are left to the workspace, which names their place.
    if (!words || words.length > 400 || (start === end && named)) return;
    event.preventDefault();
    if (start < end) text.setRangeText(link(button.dataset.key, words, said), start, end, "end");
    else text.value = `${text.value.trimEnd()}\n\n${link(button.dataset.key, words, said)}\n`.trimStart();
    note();
    changed();
    text.focus();
    window.house?.say(document.body.dataset.linked || "Linked.");
  });
  const goTo = (line) => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] || "").length);
  };
})();
