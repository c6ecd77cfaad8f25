// Choosing many comments at once; without script each has its box.
"use strict";
(() => {
  const queue = document.getElementById("queue");
  if (!queue) return;
  const boxes = [...queue.querySelectorAll("input[name=chosen]")];
  const all = document.getElementById("all");
  for (const hidden of queue.querySelectorAll(".all, .keys")) hidden.hidden = false;
  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; });
  queue.addEventListener("change", (event) => { if (event.target.name === "chosen") tell(); });
  // Keys work only where a box of the list has the focus, so that nobody types into them by mistake.
  queue.addEventListener("keydown", (event) => {
    const here = boxes.indexOf(event.target);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { j: here + 1, k: here - 1 }[event.key];
    if (event.key === "x") { event.target.checked = !event.target.checked; tell(); }
    else if (to === undefined) return;
    else boxes[Math.max(0, Math.min(boxes.length - 1, to))].focus();
    event.preventDefault();
  });
  tell();
})();
