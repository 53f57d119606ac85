# SPDX-License-Identifier: GPL-3.0-or-later
"""The web of the world: pages by nginx, each site on addresses of its own."""

import dataclasses

_CONFIGURATION = """daemon off;
worker_processes 1;
user www-data;
pid {directory}/nginx.pid;
error_log {log} info;
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {directory}/body;
  proxy_temp_path {directory}/proxy;
  fastcgi_temp_path {directory}/fastcgi;
  uwsgi_temp_path {directory}/uwsgi;
  scgi_temp_path {directory}/scgi;
  default_type text/plain;
  types {{ text/html html; application/pkix-cert der; }}
  server_tokens off;
{sites}
}}
"""


@dataclasses.dataclass
class Site:
    """One web host. PAGES maps a path to its text or to a file; everything else goes to REDIRECT or is not found."""
    host: str
    addresses: tuple
    chain: str | None = None
    pages: dict = dataclasses.field(default_factory=dict)
    redirect: str | None = None
    listen_http: bool = True
    ports: tuple = ()             # mail ports that a web server was put on, without TLS


def _site(site, key, root):
    lines = [f"server_name {site.host};"]
    for address in site.addresses:
        address = f"[{address}]" if ":" in address else address
        if site.listen_http:
            lines.append(f"listen {address}:80;")
        if site.chain and not site.ports:
            lines.append(f"listen {address}:443 ssl;")
        lines += [f"listen {address}:{port};" for port in site.ports]
    if site.chain:
        lines += [f"ssl_certificate {site.chain};", f"ssl_certificate_key {key};"]
    folder = root / site.host
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in site.pages.items():
        file = folder / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        if site.redirect:
            lines.append(f"location = {path} {{ root {folder}; }}")
    lines.append(f"location / {{ return 302 {site.redirect}; }}" if site.redirect else f"root {folder};")
    return "  server {\n" + "".join(f"    {line}\n" for line in lines) + "  }"


def configure(directory, sites, key, log):
    """Write nginx's configuration and the pages; return the configuration's path."""
    directory.mkdir()
    directory.chmod(0o755)
    configuration = directory / "nginx.conf"
    text = "\n".join(_site(site, key, directory / "pages") for site in sites)
    configuration.write_text(_CONFIGURATION.format(directory=directory, log=log / "nginx.log", sites=text))
    return configuration
