/* Words selected in the text go into the form that is open; without script they are copied and pasted. */
(function () {
  "use strict";
  const text = document.querySelector(".captured");
  const button = document.querySelector("[data-take]");
  if (!text || !button) return;
  let last = null;
  button.closest(".taking").hidden = false;

  function open() {
    const forms = [...document.querySelectorAll("details.correct[open] [data-words]")];
    return forms.includes(last) ? last : forms[0] || null;
  }
  function selected() {
    const chosen = document.getSelection();
    const inside = chosen.rangeCount && text.contains(chosen.getRangeAt(0).commonAncestorContainer);
    return inside ? chosen.toString().trim() : "";
  }
  function refresh() {
    button.disabled = !(open() && selected());
  }
  document.addEventListener("focusin", (event) => {
    const details = event.target.closest && event.target.closest("details.correct");
    if (details) last = details.querySelector("[data-words]");
  });
  document.addEventListener("selectionchange", refresh);
  document.addEventListener("toggle", refresh, true);
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const field = open();
    const words = selected();
    if (!field || !words) return;
    field.value = words;
    field.focus();
  });
})();
