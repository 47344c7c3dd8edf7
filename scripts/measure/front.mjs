// Puts HTTP/2 and TLS in front of a server on this computer, as GitHub Pages has them: HTTP/1.1 opens more connections, each with its own delay.
// node front.mjs PORT   prints its own port; the certificate is made anew each time and leaves with the program
import http from "node:http";
import http2 from "node:http2";
import forge from "node-forge";

const port = process.argv[2];
const OF_ONE_CONNECTION = ["connection", "keep-alive", "transfer-encoding"]; // HTTP/2 has no such headers
const agent = new http.Agent({ keepAlive: true });

const front = http2.createSecureServer(certificate(), (asked, answer) => {
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !name.startsWith(":")));
  http.get({ host: "127.0.0.1", port, path: asked.url, headers, agent }, (given) => {
    answer.writeHead(given.statusCode, Object.fromEntries(Object.entries(given.headers).filter(([name]) => !OF_ONE_CONNECTION.includes(name))));
    given.pipe(answer);
  });
});
front.listen(0, "127.0.0.1", () => console.log(front.address().port));

// A key and a certificate for this computer, signed by itself, for a day.
function certificate() {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const paper = forge.pki.createCertificate();
  paper.publicKey = keys.publicKey;
  paper.serialNumber = "01";
  paper.validity.notAfter = new Date(Date.now() + 24 * 60 * 60 * 1000);
  const name = [{ name: "commonName", value: "127.0.0.1" }];
  paper.setSubject(name);
  paper.setIssuer(name);
  paper.sign(keys.privateKey, forge.md.sha256.create());
  return { key: forge.pki.privateKeyToPem(keys.privateKey), cert: forge.pki.certificateToPem(paper) };
}
