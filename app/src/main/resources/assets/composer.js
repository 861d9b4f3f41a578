// What the editor gains with scripts: it saves by itself, survives a lost connection and a session that ends, and
// never lets a save and a submission cross. Everything here also works without this file, by its buttons.

const form = document.getElementById("composer");
const saved = document.getElementById("saved");

if (form && saved) {
  const kept = `tocsin.draft.${form.dataset.publication}`;
  const aside = ["_csrf", "files", "tab", "change"];
  let typed = 0;
  let safe = 0;
  let running = 0;
  let waiting = null;
  let retry = null;
  let leaving = false;

  const say = (word, style) => {
    const text = document.createElement("span");
    text.textContent = saved.dataset[word];
    const line = document.createElement("span");
    line.className = `saved ${style}`;
    line.append(text);
    saved.replaceChildren(line);
  };

  const show = (id) => {
    document.getElementById(id).hidden = false;
  };

  // A copy in this tab for as long as the server has not said that it has it.
  const fields = () => [...new FormData(form)].filter(([name, value]) => !aside.includes(name) && typeof value === "string");
  const keep = (sent) => sessionStorage.setItem(kept, JSON.stringify({ at: Date.now(), sent, fields: fields() }));
  const same = (one, other) => {
    const words = (list) => JSON.stringify(list.filter(([name]) => name !== "version"));
    return words(one) === words(other);
  };

  const giveBack = (copy) => {
    const values = new Map();
    copy.fields.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
    for (const input of form.elements) {
      if (!input.name || input.tagName === "BUTTON" || aside.includes(input.name)) continue;
      const mine = values.get(input.name) ?? [];
      if (input.type === "radio" || input.type === "checkbox") input.checked = mine.includes(input.value);
      else if (mine.length > 0 && input.name !== "image" && input.name !== "own") input.value = mine.shift();
    }
    document.getElementById("title").dispatchEvent(new Event("input", { bubbles: true }));
  };

  const isSave = (event) => event.detail.elt !== document.getElementById("preview") && form.contains(event.detail.elt);

  form.addEventListener("input", () => {
    typed += 1;
    keep(false);
  });

  document.addEventListener("htmx:beforeSend", (event) => {
    if (!isSave(event)) return;
    running += 1;
    event.detail.xhr.typed = typed;
    if (event.detail.elt === saved) say("saving", "saving");
  });

  // The session is over, here or in another window: stay, keep the text, and say so.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (![401, 403].includes(event.detail.xhr.status)) return;
    event.preventDefault();
    keep(false);
    say("ended", "offline");
    show("composer-ended");
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (!isSave(event)) return;
    running = Math.max(0, running - 1);
    const { status, typed: sent } = event.detail.xhr;
    if ((status >= 200 && status < 400) || status === 422) {
      safe = Math.max(safe, sent);
      if (safe === typed) sessionStorage.removeItem(kept);
    } else if (status === 0 || status >= 500) {
      say("offline", "offline");
      clearTimeout(retry);
      retry = setTimeout(() => window.htmx.trigger(saved, "retry"), 5000);
    } else if (status === 409) {
      say("conflict", "offline");
      show("composer-conflict");
    } else if (status !== 401 && status !== 403) {
      say("failed", "offline");
    }
    if (running === 0 && waiting) {
      const submitter = waiting;
      waiting = null;
      form.requestSubmit(submitter);
    }
  });

  window.addEventListener("online", () => {
    if (safe < typed) window.htmx.trigger(saved, "retry");
  });

  // A save in flight holds the version that the form still has: wait for it, then go.
  form.addEventListener("submit", (event) => {
    if (running > 0) {
      event.preventDefault();
      waiting = event.submitter;
      return;
    }
    keep(true);
    leaving = true;
  });

  document.getElementById("composer-sign-in").addEventListener("click", () => {
    leaving = true;
  });

  window.addEventListener("pageshow", () => {
    leaving = false;
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (safe < typed || running > 0)) event.preventDefault();
  });

  // New pictures and texts change what will be shown.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (["pictures", "texts", "justice"].includes(event.detail.target?.id)) window.htmx.trigger("#preview", "refresh");
  });

  // Whoever moves pictures with the keyboard stays with the picture.
  document.addEventListener("htmx:afterSettle", (event) => {
    const [change, at] = event.detail.requestConfig?.elt?.getAttribute("value")?.split("-") ?? [];
    if (event.detail.target?.id !== "pictures" || !["up", "down", "remove"].includes(change)) return;
    const last = form.querySelectorAll(".pictures > li").length - 1;
    const now = Math.min(last, Number(at) + { up: -1, down: 1, remove: 0 }[change]);
    const button = [change, "up", "down", "remove"]
      .map((act) => form.querySelector(`[name="change"][value="${act}-${now}"]:enabled`))
      .find(Boolean);
    (button ?? document.getElementById("files")).focus();
  });

  // The time belongs to its choice.
  form.addEventListener("input", (event) => {
    if (event.target.id === "planned") document.getElementById("when-at").checked = true;
  });

  const copy = JSON.parse(sessionStorage.getItem(kept) ?? "null");
  if (copy && same(copy.fields, fields())) {
    sessionStorage.removeItem(kept);
  } else if (copy) {
    const offer = document.getElementById("composer-kept");
    offer.hidden = false;
    offer.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-kept]")?.dataset.kept;
      if (!choice) return;
      offer.hidden = true;
      if (choice === "take") giveBack(copy);
      else sessionStorage.removeItem(kept);
    });
  }

  document.documentElement.classList.add("composing");
}

document.querySelectorAll(".conflict-take").forEach((choices) => (choices.hidden = false));
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-take]");
  if (button) document.getElementById(button.dataset.into).value = button.dataset.take;
});
