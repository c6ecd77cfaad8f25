// Small courtesies of the public page; it reads whole without them.
"use strict";
(() => {
  const opened = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const sentence = place?.closest("details.s");
    if (sentence) sentence.open = true;
  };
  addEventListener("hashchange", opened);
  opened();
  // Escape closes the evidence that has the focus.
  document.addEventListener("keydown", (event) => {
    const sentence = event.key === "Escape" && document.activeElement?.closest("details.s[open]");
    if (sentence) { sentence.open = false; sentence.querySelector("summary").focus(); }
  });
})();
