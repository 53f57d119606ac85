# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificate authorities of the world, and certificates with every fault a server can have."""

import datetime
from pathlib import Path

from . import namespaces

# What a shared-hosting provider's certificate says when a customer uses a name of his own.
FOREIGN_NAMES = ("*.cluster7.hosting.example", "cluster7.hosting.example")
AUTHORITY_HOST = "pki.harbour-trust.example"
INTERMEDIATE_PATH = "/harbour-trust-e1.der"

_REQUEST = """[req]
distinguished_name = name
prompt = no
x509_extensions = extensions
[name]
{subject}
[extensions]
subjectKeyIdentifier = hash
{extensions}
"""
_AUTHORITY = "basicConstraints = critical, CA:TRUE\nkeyUsage = critical, keyCertSign, cRLSign"
_LEAF = """basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = {names}"""

# Public authorities log what they issue and say so in it (RFC 6962, section 3.3); those of an antivirus do not.
_LOGGED = "1.3.6.1.4.1.11129.2.4.2 = ASN1:FORMAT:HEX,OCTETSTRING:0000"


def _stamp(days):
    return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)).strftime("%Y%m%d%H%M%SZ")


class Authority:
    """Makes certificates below DIRECTORY; all of them use one key, which nobody outside the world trusts."""

    def __init__(self, directory):
        self.directory = Path(directory)
        self.directory.mkdir()
        self.key = self.directory / "key.pem"
        namespaces.run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256",
                       "-out", str(self.key))
        self.root = self._authority("Harbour Trust Root", "harbour-root")
        self.intermediate = self._authority("Harbour Trust E1", "harbour-e1", self.root)
        self.foreign_root = self._authority("Office Server CA", "office-root")
        self.foreign_intermediate = self._authority("Office Server Issuing CA", "office-issuing", self.foreign_root)
        self.interceptor = self._authority("SafeWeb Shield Root", "interceptor-root")
        self.bundle = self.root
        self.intercepted_bundle = self.directory / "intercepted-bundle.pem"
        self.intercepted_bundle.write_text(self.root.read_text() + self.interceptor.read_text())
        self.intermediate_der = self.directory / "intermediate.der"
        namespaces.run("openssl", "x509", "-in", str(self.intermediate), "-outform", "DER",
                       "-out", str(self.intermediate_der))

    def key_of(self, kind):
        """The private key of certificates of this KIND."""
        if kind != "weak-key":
            return self.key
        key = self.directory / "weak-key.pem"
        if not key.exists():
            namespaces.run("openssl", "genrsa", "-out", str(key), "1024")
        return key

    def _impostor(self):
        """An authority that calls itself what the intermediate is called, with a key of its own."""
        certificate, key = self.directory / "impostor.pem", self.directory / "impostor.key"
        if not certificate.exists():
            namespaces.run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                           "-keyout", str(key), "-config", str(self.directory / "harbour-e1.cnf"), "-days", "2800",
                           "-out", str(certificate))
        return certificate, key

    def _issue(self, common_name, organization, extensions, start, end, label, issuer=None, kind="good"):
        subject = f"commonName = {common_name}" + (f"\norganizationName = {organization}" if organization else "")
        authority_key = self.key
        if kind.startswith("forged"):
            issuer, authority_key = self._impostor()
        elif issuer is not None:
            extensions += "\nauthorityKeyIdentifier = keyid:always"
        request = self.directory / f"{label}.cnf"
        request.write_text(_REQUEST.format(subject=subject, extensions=extensions))
        certificate = self.directory / f"{label}.pem"
        signed_by = ("-CA", str(issuer), "-CAkey", str(authority_key)) if issuer is not None else ()
        namespaces.run("openssl", "req", "-x509", "-new", "-config", str(request), *signed_by,
                       "-key", str(self.key_of(kind)), "-sha1" if kind == "sha-1" else "-sha256",
                       "-not_before", _stamp(start), "-not_after", _stamp(end), "-out", str(certificate))
        return certificate

    def _authority(self, name, label, issuer=None):
        return self._issue(name, name.split(" ")[0], _AUTHORITY, -800, 2800, label, issuer)

    def chain(self, host, kind="good", names=(), addresses=()):
        """The file a server named HOST sends when its certificate is of this KIND."""
        names = list(names) or (list(FOREIGN_NAMES) if kind == "wrong-host" else [host])
        start, end = {"expired": (-95, -5), "forged-expired": (-95, -5), "not-yet-valid": (2, 92)}.get(kind, (-20, 70))
        issuer = {"self-signed": None, "untrusted": self.foreign_intermediate,
                  "intercepted": self.interceptor}.get(kind, self.intermediate)
        alternatives = [f"DNS:{name}" for name in names] + [f"IP:{address}" for address in addresses]
        extensions = _LEAF.format(names=", ".join(alternatives))
        if issuer == self.intermediate:
            extensions += f"\nauthorityInfoAccess = caIssuers;URI:http://{AUTHORITY_HOST}{INTERMEDIATE_PATH}"
            extensions += f"\n{_LOGGED}"
        leaf = self._issue(names[0], None, extensions, start, end, f"{host}-{kind}", issuer, kind)

        above = {"self-signed": (), "incomplete": (), "intercepted": (), "forged": (), "forged-expired": (),
                 "untrusted": (self.foreign_intermediate, self.foreign_root)}
        chain = self.directory / f"{host}-{kind}.chain.pem"
        chain.write_text("".join(part.read_text() for part in (leaf, *above.get(kind, (self.intermediate,)))))
        return chain

    def revocation(self, chain):
        """What a server staples to the first certificate of CHAIN once its issuer has revoked it."""
        text = chain.read_text()
        leaf, index, staple = (chain.with_suffix(suffix) for suffix in (".leaf", ".index", ".ocsp"))
        leaf.write_text(text[:text.index("-----END CERTIFICATE-----") + 26])
        serial = namespaces.run("openssl", "x509", "-in", str(leaf), "-noout", "-serial").strip().partition("=")[2]
        index.write_text(f"R\t{_stamp(70)[2:]}\t{_stamp(-3)[2:]},superseded\t{serial}\tunknown\t/CN=revoked\n")
        namespaces.run("openssl", "ocsp", "-index", str(index), "-CA", str(self.intermediate), "-ndays", "7",
                       "-rsigner", str(self.intermediate), "-rkey", str(self.key), "-issuer", str(self.intermediate),
                       "-cert", str(leaf), "-respout", str(staple))
        return staple
