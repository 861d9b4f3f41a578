// What the desk gains with scripts. Every page works without this file.

const on = (type, selector, act) =>
  document.addEventListener(type, (event) => {
    const target = event.target instanceof Element ? event.target.closest(selector) : null;
    if (target) act(target, event);
  });

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function count(text) {
  const counter = document.querySelector(`[data-count-for="${text.id}"]`);
  if (!counter || counter.dataset.counted === "server") return;
  const left = Number(text.dataset.limit) - [...graphemes.segment(text.value)].length;
  counter.textContent = String(left);
  counter.classList.toggle("near", left >= 0 && left < 30);
  counter.classList.toggle("over", left < 0);
}

function toast(message) {
  let list = document.querySelector(".toasts");
  if (!list) {
    list = document.createElement("div");
    list.className = "toasts";
    list.setAttribute("role", "status");
    document.body.append(list);
  }
  const item = document.createElement("div");
  item.className = "toast";
  item.textContent = message;
  list.append(item);
  setTimeout(() => item.remove(), 4000);
}

function prepare(root) {
  root.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));
  root.querySelectorAll("textarea[data-limit]").forEach(count);
}

on("input", "textarea[data-limit]", count);

on("click", "[data-copy]", async (button) => {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  toast(button.dataset.done);
});

// A form that names a dialog asks first; without scripts it goes straight to the server.
on("submit", "form[data-confirm]", (form, event) => {
  const dialog = document.getElementById(form.dataset.confirm);
  if (!dialog || form.dataset.confirmed === "yes") return;
  event.preventDefault();
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      form.dataset.confirmed = "yes";
      form.requestSubmit(event.submitter);
    },
    { once: true },
  );
  dialog.returnValue = "";
  dialog.showModal();
});

on("dragover", ".drop", (drop, event) => {
  event.preventDefault();
  drop.classList.add("over");
});
on("dragleave", ".drop", (drop) => drop.classList.remove("over"));
on("drop", ".drop", (drop, event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const input = drop.querySelector("input[type=file]");
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
on("change", ".drop input[type=file]", (input) => {
  const names = input.closest(".drop").querySelector("[data-names]");
  if (names) names.textContent = [...input.files].map((file) => file.name).join(", ");
  if (input.form && "autosend" in input.dataset) input.form.requestSubmit();
});

// Menus close when one looks elsewhere.
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    return;
  }
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    typing?.form?.querySelector("[data-key='send']")?.click();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

// What an editor of this tab kept and then sent has arrived, once another page of the desk stands here.
if (document.body.classList.contains("desk") && !document.getElementById("composer")) {
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith("tocsin.draft.") && JSON.parse(sessionStorage.getItem(key)).sent)
    .forEach((key) => sessionStorage.removeItem(key));
}

document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
document.querySelector(".mistakes")?.focus();
prepare(document);
