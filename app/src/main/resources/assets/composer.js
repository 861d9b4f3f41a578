// What the editor gains with scripts: it saves by itself, survives a lost connection, and never lets a save
// and a submission cross. Everything here also works without this file, by its buttons.

const form = document.getElementById("composer");
const saved = document.getElementById("saved");

if (form && saved) {
  let unsaved = false;
  let running = 0;
  let waiting = null;
  let retry = null;

  const say = (word, style) => {
    const text = document.createElement("span");
    text.textContent = saved.dataset[word];
    const line = document.createElement("span");
    line.className = `saved ${style}`;
    line.append(text);
    saved.replaceChildren(line);
  };

  const isSave = (event) => event.detail.elt !== document.getElementById("preview") && form.contains(event.detail.elt);

  form.addEventListener("input", () => {
    unsaved = true;
  });

  document.addEventListener("htmx:beforeSend", (event) => {
    if (!isSave(event)) return;
    running += 1;
    unsaved = false;
    if (event.detail.elt === saved) say("saving", "saving");
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (!isSave(event)) return;
    running = Math.max(0, running - 1);
    const status = event.detail.xhr.status;
    if (status === 0 || status >= 500) {
      unsaved = true;
      say("offline", "offline");
      clearTimeout(retry);
      retry = setTimeout(() => window.htmx.trigger(saved, "retry"), 5000);
    }
    if (status === 409) {
      unsaved = true;
      document.querySelector(".composer-conflict").hidden = false;
    }
    if (running === 0 && waiting) {
      const submitter = waiting;
      waiting = null;
      form.requestSubmit(submitter);
    }
  });

  window.addEventListener("online", () => {
    if (unsaved) window.htmx.trigger(saved, "retry");
  });

  // A save in flight holds the version that the form still has: wait for it, then go.
  form.addEventListener("submit", (event) => {
    if (running > 0) {
      event.preventDefault();
      waiting = event.submitter;
      return;
    }
    unsaved = false;
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved || running > 0) event.preventDefault();
  });

  // New pictures and texts change what will be shown.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (["pictures", "texts", "justice"].includes(event.detail.target?.id)) window.htmx.trigger("#preview", "refresh");
  });

  // The time belongs to its choice.
  form.addEventListener("input", (event) => {
    if (event.target.id === "planned") document.getElementById("when-at").checked = true;
  });

  document.documentElement.classList.add("composing");
}

document.querySelectorAll(".conflict-take").forEach((choices) => (choices.hidden = false));
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-take]");
  if (button) document.getElementById(button.dataset.into).value = button.dataset.take;
});
