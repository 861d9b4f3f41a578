// Moving by hand: with a mouse, a pen, a finger held still for a moment, or the keyboard. A drop fills in the form
// that the page brings along and sends it; the server decides. Without this file there is the "move" link.

const form = document.getElementById("carry");
const said = document.getElementById("carry-said");
const grid = document.querySelector("table[data-grid]");
const HOLD = 400; // milliseconds until a still finger means "take it" and not "scroll"
const SLACK = 6; // pixels that a hand may tremble

let carried = null; // { item, over, ghost } while something is in the hand
let pressed = null; // a pointer is down on an item and has not decided yet
let settled = 0; // when the last carry ended: the click that follows belongs to it

const cells = () => [...grid.querySelectorAll("td[data-day]")];
const cellOf = (item) => item.closest("td[data-day]");
const say = (word, detail = "") => (said.textContent = `${form.dataset[word]} ${detail}`.trim());

function take(item) {
  carried = { item, over: null, ghost: null };
  item.classList.add("cal-taken");
  document.documentElement.classList.add("cal-carrying");
  say("taken");
}

function over(cell) {
  if (!carried || carried.over === cell) return;
  carried.over?.classList.remove("cal-over");
  carried.over = cell;
  if (!cell) return;
  cell.classList.add("cal-over");
  say(cell.dataset.past ? "past" : "over", cell.dataset.name);
}

function leave() {
  carried.item.classList.remove("cal-taken");
  carried.over?.classList.remove("cal-over");
  carried.ghost?.remove();
  document.documentElement.classList.remove("cal-carrying");
  carried = null;
  settled = Date.now();
}

// The wall clock time stays; only the day changes, and in a week the hour too.
function drop() {
  const { item, over: cell } = carried;
  leave();
  if (!cell || cell === cellOf(item) || cell.dataset.past) {
    say(cell?.dataset.past ? "past" : "left", cell?.dataset.past ? cell.dataset.name : "");
    return;
  }
  const time = item.dataset.local.slice(11);
  const hour = cell.dataset.hour === undefined ? time.slice(0, 2) : cell.dataset.hour.padStart(2, "0");
  form.action = `${form.dataset.items}${item.dataset.item}/time`;
  form.elements.version.value = item.dataset.version;
  form.elements.state.value = item.dataset.state;
  form.elements.planned.value = `${cell.dataset.day}T${hour}:${time.slice(3)}`;
  form.requestSubmit();
}

function ghost(x, y) {
  if (!carried.ghost) {
    carried.ghost = carried.item.cloneNode(true);
    carried.ghost.removeAttribute("id");
    carried.ghost.removeAttribute("data-item");
    carried.ghost.classList.add("cal-ghost");
    carried.ghost.setAttribute("aria-hidden", "true");
    carried.ghost.inert = true;
    document.body.append(carried.ghost);
  }
  carried.ghost.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
  over(document.elementFromPoint(x, y)?.closest?.("td[data-day]") ?? null);
}

function byPointer() {
  document.addEventListener("pointerdown", (event) => {
    const item = event.target.closest?.("[data-item]");
    if (!item || event.button !== 0 || event.target.closest(".cal-move") || carried) return;
    pressed = { item, x: event.clientX, y: event.clientY, id: event.pointerId, touch: event.pointerType === "touch" };
    if (pressed.touch) {
      const mine = pressed;
      pressed.timer = setTimeout(() => {
        if (pressed !== mine) return;
        take(mine.item);
        ghost(mine.x, mine.y);
      }, HOLD);
    }
  });

  document.addEventListener("pointermove", (event) => {
    if (!pressed || event.pointerId !== pressed.id) return;
    const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLACK;
    if (!carried && far && pressed.touch) forget();
    else if (!carried && far) take(pressed.item);
    if (carried) ghost(event.clientX, event.clientY);
  });

  document.addEventListener("pointerup", (event) => {
    if (!pressed || event.pointerId !== pressed.id) return;
    forget();
    if (carried) drop();
  });

  document.addEventListener("pointercancel", () => {
    forget();
    if (carried) leave();
  });

  // Once something is in the hand, the finger no longer scrolls and the long press opens no menu.
  document.addEventListener("touchmove", (event) => carried && event.preventDefault(), { passive: false });
  document.addEventListener("contextmenu", (event) => {
    if (carried || pressed?.touch) event.preventDefault();
  });
  document.addEventListener("dragstart", (event) => event.target.closest?.("[data-item]") && event.preventDefault());
  document.addEventListener(
    "click",
    (event) => {
      if (Date.now() - settled < 300 && event.target.closest?.(".cal-link")) event.preventDefault();
    },
    true,
  );
}

function forget() {
  clearTimeout(pressed?.timer);
  pressed = null;
}

// Where an arrow leads: a day to the side, a week (or an hour) up and down.
function beside(cell, key) {
  const row = cell.parentElement;
  const days = [...row.querySelectorAll("td[data-day]")];
  const column = days.indexOf(cell);
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const all = grid.dataset.grid === "day" ? cells() : days;
    return all[all.indexOf(cell) + (key === "ArrowLeft" ? -1 : 1)] ?? cell;
  }
  const other = key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
  return other?.querySelectorAll("td[data-day]")[column] ?? cell;
}

function byKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (carried && !pressed) {
      if (event.key.startsWith("Arrow")) {
        event.preventDefault();
        const cell = beside(carried.over ?? cellOf(carried.item), event.key);
        over(cell);
        cell.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        drop();
      } else if (event.key === "Escape" || event.key === "Tab") {
        leave();
        say("left");
      }
      return;
    }
    if (carried && event.key === "Escape") {
      forget();
      leave();
      say("left");
      return;
    }
    const item = event.key === " " && event.target.closest?.(".cal-link")?.closest("[data-item]");
    if (item) {
      event.preventDefault();
      take(item);
    }
  });
}

if (form && grid) {
  document.documentElement.classList.add("cal-can-carry");
  byPointer();
  byKeyboard();
}

// After a move the keyboard is where the publication now is; the browser's own way to the fragment comes first.
window.addEventListener("load", () =>
  requestAnimationFrame(() => {
    if (!location.hash.startsWith("#item-")) return;
    document.getElementById(location.hash.slice(1))?.querySelector(".cal-link")?.focus({ preventScroll: true });
  }),
);
