// The theme is chosen at the foot of every page: the key that turns it in a report of its own does nothing here.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.key === "t" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest("input, textarea, select")) {
    event.stopImmediatePropagation();
  }
}, true);
