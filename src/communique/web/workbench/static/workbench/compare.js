/* A passage and what answers it are lit together: pointed at, focused, or led to. Without script they are links. */
(function () {
  "use strict";
  const frame = document.querySelector(".interlinear");
  if (!frame) return;
  const tied = [...frame.querySelectorAll("[data-ties]")];
  const byKey = new Map();
  for (const element of tied) {
    for (const key of element.dataset.ties.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(element);
    }
  }
  let followed = [];

  function light(keys) {
    for (const element of frame.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const key of keys) for (const element of byKey.get(key) || []) element.classList.add("lit");
  }
  function keysOf(target) {
    const element = target.closest && target.closest("[data-ties]");
    return element && frame.contains(element) ? element.dataset.ties.split(" ") : null;
  }
  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const key = byKey.has(name) ? name : name.replace(/-[a-z]+$/, "");
    followed = byKey.has(key) ? [key] : [];
    light(followed);
  }
  for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    frame.addEventListener(enter, (event) => {
      const keys = keysOf(event.target);
      if (keys) light(keys);
    });
    frame.addEventListener(leave, (event) => {
      if (keysOf(event.target)) light(followed);
    });
  }
  window.addEventListener("hashchange", follow);
  follow();
})();
