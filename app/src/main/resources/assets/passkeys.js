// Passkeys. Each element with `data-passkey` holds a button, what the server asks (`data-question`), and names the form and its
// field that take the answer. It stays hidden where the browser knows no passkeys or the page has another address than the server's.

const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;
const offers = [...document.querySelectorAll("[data-passkey]")];
let waiting = null;

function here(question) {
  const host = question.rpId ?? question.rp.id;
  return location.hostname === host || location.hostname.endsWith("." + host);
}

async function answer(kind, question, more) {
  const credential =
    kind === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question), ...more })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question), ...more });
  return JSON.stringify(credential.toJSON());
}

function send(offer, text) {
  const form = document.getElementById(offer.dataset.form);
  form.elements.namedItem(offer.dataset.into).value = text;
  form.submit();
}

async function press(offer, question) {
  const form = document.getElementById(offer.dataset.form);
  const failed = offer.querySelector("[data-passkey-failed]");
  if (offer.dataset.passkey === "create" && !form.reportValidity()) return;
  waiting?.abort();
  failed.hidden = true;
  try {
    send(offer, await answer(offer.dataset.passkey, question, {}));
  } catch (refused) {
    failed.hidden = false;
  }
}

// The browser offers the key where one would type the address; nobody has to press anything.
async function waitFor(offer, question) {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  waiting = new AbortController();
  try {
    send(offer, await answer("get", question, { mediation: "conditional", signal: waiting.signal }));
  } catch (refused) {
    // given up, or the button was pressed instead
  }
}

for (const offer of offers) {
  const question = JSON.parse(offer.dataset.question);
  if (!known || !here(question)) continue;
  offer.hidden = false;
  document.querySelectorAll("[data-passkey-missing]").forEach((hint) => (hint.hidden = true));
  offer.querySelector("button").addEventListener("click", () => press(offer, question));
  if ("conditional" in offer.dataset) waitFor(offer, question);
}
