/**
 * Loaded before every test, and by `NODE_OPTIONS` in every Node process a test starts: the network is denied, apart from
 * this machine's own loopback and pipes, which the browser tests need. A plain script, as Node 20 loads it by itself.
 */
import dgram from "node:dgram";
import dns from "node:dns";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/i;

/** @param {string} what */
function denied(what) {
  return Object.assign(new Error(`network denied: ${what}`), { code: "ENETDENIED" });
}

// Everything that connects by TCP comes through here: net, tls, http, https, http2 and fetch.
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const isPipe = typeof first === "string" ? Number.isNaN(Number(first)) : typeof first?.path === "string";
  const host = typeof first === "object" ? first?.host : typeof second === "string" ? second : undefined;
  if (!isPipe && !loopback.test(host ?? "localhost")) throw denied(`a connection to ${host}`);
  return connect.apply(this, args);
};

for (const method of ["send", "connect"]) {
  dgram.Socket.prototype[method] = () => {
    throw denied("a datagram");
  };
}

/** @param {Record<string, any>} holder */
function denyNames(holder) {
  for (const name of Object.keys(holder).filter((key) => /^(?:lookup|lookupService|resolve\w*|reverse)$/.test(key))) {
    const original = holder[name];
    if (typeof original !== "function") continue;
    holder[name] = (host, ...rest) => {
      if (name === "lookup" && loopback.test(host)) return original.call(holder, host, ...rest);
      throw denied(`the name ${host}`);
    };
  }
}
denyNames(dns);
denyNames(dns.promises);
denyNames(dns.Resolver.prototype);
denyNames(dns.promises.Resolver.prototype);
syncBuiltinESMExports();

const self = `--import=${import.meta.url}`;
const options = process.env.NODE_OPTIONS ?? "";
if (!options.includes(self)) process.env.NODE_OPTIONS = `${options} ${self}`.trim();
