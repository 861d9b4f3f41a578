// Drawing on the picture, with a finger, a mouse or the keys. The form's numbers are the truth: this file only moves
// them. Without it one types them.

const form = document.getElementById("studio");
const WHOLE = 100;
const SMALLEST = 1;
const PLACES = ["left", "top", "width", "height"];

if (form) {
  const layer = form.querySelector(".stage-layer");
  const table = form.querySelector("#stage img");
  const result = document.getElementById("result");
  const list = document.getElementById("masks");
  const undo = document.getElementById("undo");
  const said = document.getElementById("studio-said");
  const crop = document.getElementById("crop");
  const quarters = form.elements.namedItem("quarters");
  const past = [];
  let tool = "SOLID";
  let showing = 0;

  const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, n) => values[n]);
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const round = (value) => Math.round(value * 10) / 10;

  const placeOf = (root) => {
    const place = {};
    for (const side of PLACES) place[side] = Number(root.querySelector(`[data-place="${side}"]`).value) || 0;
    return place;
  };
  const setPlace = (root, place) => {
    for (const side of PLACES) {
      root.querySelector(`[data-place="${side}"]`).value = place ? round(place[side]) : "";
    }
  };
  const inside = (place) => {
    const width = clamp(place.width, SMALLEST, WHOLE);
    const height = clamp(place.height, SMALLEST, WHOLE);
    return { left: clamp(place.left, 0, WHOLE - width), top: clamp(place.top, 0, WHOLE - height), width, height };
  };

  const rows = () => [...list.children];
  const state = () => ({
    quarters: Number(quarters.value),
    crop: placeOf(crop),
    masks: rows().map((row) => ({ ...placeOf(row), cover: row.querySelector("select").value })),
  });

  function addRow(mask) {
    const row = document.getElementById("mask").content.firstElementChild.cloneNode(true);
    list.append(row);
    setPlace(row, mask);
    row.querySelector("select").value = mask.cover;
    number();
    return row;
  }

  // Names, labels and headings count from the first row, as the server counts them.
  function number() {
    rows().forEach((row, i) => {
      row.querySelector("legend").textContent = fill(list.dataset.area, i + 1);
      for (const field of row.querySelectorAll("[name^='masks.']")) {
        const name = field.name.replace(/^masks\.\w+/, `masks.${i}`);
        const label = row.querySelector(`label[for="${CSS.escape(field.id)}"]`);
        field.name = name;
        field.id = name;
        if (label) label.htmlFor = name;
      }
    });
  }

  function restore(was) {
    quarters.value = was.quarters;
    setPlace(crop, was.crop.width ? was.crop : null);
    list.replaceChildren();
    was.masks.forEach(addRow);
    draw();
  }

  function remember() {
    past.push(state());
    undo.disabled = false;
  }

  function label(box, place, i) {
    const name = i < 0 ? crop.querySelector("legend").textContent : fill(list.dataset.area, i + 1);
    box.setAttribute("aria-label", `${name}. ${list.dataset.keys}`);
    const numbers = PLACES.map((side) => String(round(place[side])));
    box.dataset.said = fill(list.dataset.said, name, ...numbers);
  }

  function put(box, place) {
    for (const side of PLACES) box.style[side] = `${place[side]}%`;
  }

  function boxFor(root, i) {
    const box = document.createElement("button");
    box.type = "button";
    box.className = i < 0 ? "area area-crop" : `area area-${root.querySelector("select").value}`;
    box.append(Object.assign(document.createElement("span"), { className: "area-handle" }));
    const place = inside(placeOf(root));
    put(box, place);
    label(box, place, i);
    box.source = root;
    box.number = i;
    return box;
  }

  function draw() {
    const focused = rows().indexOf(document.activeElement?.source);
    const boxes = rows().map((row, i) => (placeOf(row).width ? boxFor(row, i) : null)).filter(Boolean);
    if (placeOf(crop).width) boxes.unshift(boxFor(crop, -1));
    layer.replaceChildren(...boxes);
    if (focused >= 0) boxes.find((box) => box.number === focused)?.focus();
    refresh();
  }

  const query = () => {
    const fields = new URLSearchParams(new FormData(form));
    for (const name of ["_csrf", "from", "change"]) fields.delete(name);
    return fields;
  };

  function refresh() {
    clearTimeout(showing);
    result.setAttribute("aria-busy", "true");
    showing = setTimeout(() => {
      result.src = `${form.dataset.preview}?${query()}`;
      const turned = `${form.dataset.preview}?quarters=${quarters.value}`;
      if (table.getAttribute("src") !== turned) table.src = turned;
    }, 400);
  }
  result.addEventListener("load", () => result.removeAttribute("aria-busy"));

  function change(box, place) {
    const fitting = inside(place);
    setPlace(box.source, fitting);
    put(box, fitting);
    label(box, fitting, box.number);
  }

  const point = (event) => {
    const frame = layer.getBoundingClientRect();
    return {
      x: clamp(((event.clientX - frame.left) / frame.width) * WHOLE, 0, WHOLE),
      y: clamp(((event.clientY - frame.top) / frame.height) * WHOLE, 0, WHOLE),
    };
  };

  // One finger at a time: a new area, an area moved, or its corner pulled.
  layer.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    const from = point(event);
    let box = event.target.closest(".area");
    const pulls = Boolean(event.target.closest(".area-handle"));
    const isNew = !box;
    remember();
    if (isNew) {
      const place = { left: from.x, top: from.y, width: SMALLEST, height: SMALLEST };
      const root = tool === "crop" ? crop : addRow({ ...place, cover: tool });
      if (tool === "crop") {
        layer.querySelector(".area-crop")?.remove();
        crop.closest("details").open = true;
        setPlace(crop, place);
      }
      box = boxFor(root, tool === "crop" ? -1 : rows().length - 1);
      layer.append(box);
    }
    const was = placeOf(box.source);
    layer.setPointerCapture(event.pointerId);
    const move = (to) => {
      const at = point(to);
      const [dx, dy] = [at.x - from.x, at.y - from.y];
      if (isNew) {
        change(box, {
          left: Math.min(from.x, at.x),
          top: Math.min(from.y, at.y),
          width: Math.abs(dx),
          height: Math.abs(dy),
        });
      } else if (pulls) {
        change(box, { ...was, width: was.width + dx, height: was.height + dy });
      } else {
        change(box, { ...was, left: was.left + dx, top: was.top + dy });
      }
    };
    const end = () => {
      layer.removeEventListener("pointermove", move);
      const place = placeOf(box.source);
      if (isNew && place.width <= SMALLEST && place.height <= SMALLEST) restore(past.pop());
      else draw();
      const kept = [...layer.children].find((one) => one.number === box.number);
      kept?.focus({ preventScroll: true });
      undo.disabled = past.length === 0;
    };
    layer.addEventListener("pointermove", move);
    layer.addEventListener("lostpointercapture", end, { once: true });
  });

  layer.addEventListener("keydown", (event) => {
    const box = event.target.closest(".area");
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      remember();
      remove(box.source);
      return;
    }
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    if (!event.repeat) remember();
    const place = placeOf(box.source);
    if (event.shiftKey) {
      change(box, { ...place, width: place.width + step[0], height: place.height + step[1] });
    } else {
      change(box, { ...place, left: place.left + step[0], top: place.top + step[1] });
    }
    said.textContent = box.dataset.said;
    refresh();
  });

  function remove(root) {
    if (root === crop) setPlace(crop, null);
    else root.remove();
    number();
    draw();
  }

  const turnedPlace = (place) => ({
    left: WHOLE - place.top - place.height,
    top: place.left,
    width: place.height,
    height: place.width,
  });

  // The small buttons do here what the server does for browsers without scripts.
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name !== "change") return;
    event.preventDefault();
    const [word, detail] = [button.value.split(":")[0], button.value.split(":").slice(1)];
    remember();
    if (word === "turn") {
      const was = state();
      restore({
        quarters: (was.quarters + 1) % 4,
        crop: was.crop.width ? turnedPlace(was.crop) : was.crop,
        masks: was.masks.map((mask) => ({ ...turnedPlace(mask), cover: mask.cover })),
      });
    } else if (word === "add") {
      addRow({ left: 40, top: 40, width: 20, height: 20, cover: detail[0] });
      draw();
      layer.lastElementChild?.focus();
    } else if (word === "remove") {
      remove(button.closest("[data-mask]"));
    } else if (word === "caption") {
      form.elements.namedItem("caption.tone").value = detail[0];
      form.elements.namedItem("caption.place").value = detail[1];
      form.elements.namedItem("caption.text").value = detail.slice(2).join(":");
    }
    refresh();
  });

  form.addEventListener("change", () => draw());
  form.addEventListener("input", () => refresh());

  undo.addEventListener("click", () => {
    if (past.length > 0) restore(past.pop());
    undo.disabled = past.length === 0;
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select");
    if (!typing && (event.ctrlKey || event.metaKey) && event.key === "z") {
      event.preventDefault();
      undo.click();
    }
  });

  form.querySelector("[data-tools]").addEventListener("click", (event) => {
    const button = event.target.closest("[data-tool]");
    if (!button) return;
    tool = button.dataset.tool;
    for (const other of form.querySelectorAll("[data-tool]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });

  for (const hidden of [layer, undo, form.querySelector("[data-tools]")]) hidden.hidden = false;
  draw();
}
