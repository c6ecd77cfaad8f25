// Small courtesies; every page works without them.
"use strict";
(() => {
  const said = () => document.getElementById("said");
  window.house = {
    /** Say something to the reader, on the screen and aloud. */
    say(words) {
      const line = said();
      if (!line) return;
      line.textContent = words;
      clearTimeout(line.timer);
      line.timer = setTimeout(() => { line.textContent = ""; }, 6000);
    },
  };
  // One open menu at a time; Escape and a click elsewhere close it.
  const menus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) { menu.open = false; menu.querySelector("summary").focus(); }
  });
  // The token of the form rides with every request of htmx.
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });
  document.addEventListener("htmx:responseError", (event) => {
    house.say(event.detail.xhr.getResponseHeader("X-Reason") || document.body.dataset.failed || "That did not work; nothing was changed.");
  });
  document.addEventListener("htmx:sendError", () => house.say("No answer from the workspace. Is it running?"));
  // Errors get the focus, so that they are read first.
  document.addEventListener("DOMContentLoaded", () => document.querySelector(".errors.summary")?.focus());
  // <form data-confirm="…"> asks before it is sent.
  document.addEventListener("submit", (event) => {
    const words = event.submitter?.dataset.confirm || event.target.dataset.confirm;
    if (words && !window.confirm(words)) event.preventDefault();
  });
})();
