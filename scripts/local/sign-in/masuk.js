// Hands the chosen account's token to the window that opened this one, in the steps that Decap expects: greet,
// wait for the same greeting back, check where it came from, and only then answer, to that origin alone.
const provider = 'github';
const greeting = `authorizing:${provider}`;
const message = document.getElementById('pesan');
const buttons = [...document.querySelectorAll('button[data-token]')];
const opener = window.opener;

function say(text) {
  message.textContent = text;
}

function hand(token, origin) {
  opener.postMessage(`authorization:${provider}:success:${JSON.stringify({ token, provider })}`, origin);
}

function choose(button) {
  for (const each of buttons) each.disabled = true;
  say(`Masuk sebagai ${button.querySelector('b').textContent} …`);
  window.addEventListener('message', (event) => {
    if (event.source !== opener || event.data !== greeting) return;
    if (event.origin !== window.location.origin) {
      say(
        'Halaman yang membuka jendela ini bukan bagian dari Paraf di komputer ini. Tidak ada yang dikirim.',
      );
      return;
    }
    hand(button.dataset.token, event.origin);
  });
  // The greeting holds no secret, so it may go to whoever opened this window.
  opener.postMessage(greeting, '*');
}

/** A sign-in server asked: the browser brings it a code, and no token passes through here. */
function agree(button) {
  for (const each of buttons) each.disabled = true;
  say(`Masuk sebagai ${button.querySelector('b').textContent} …`);
  const asked = new URLSearchParams(window.location.search);
  asked.set('akun', button.dataset.login);
  window.location.assign(`/login/oauth/setuju?${asked}`);
}

if (new URLSearchParams(window.location.search).has('client_id')) {
  for (const button of buttons) button.addEventListener('click', () => agree(button));
} else if (opener === null) {
  for (const button of buttons) button.disabled = true;
  say('Buka halaman ini lewat tombol Masuk di /admin/ atau /meja/.');
} else {
  for (const button of buttons) button.addEventListener('click', () => choose(button));
}
