"""What a server says with each file: how long to keep it, and what a page may do.

`deploy/nginx.conf` and `deploy/apache.htaccess` say the same; a test holds them to it.
"""

from collections.abc import Iterable, Iterator, Mapping

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""The pages carry all of it but the last themselves, for servers that say nothing."""
SECURITY: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ADMIN = "/admin/"
ADMIN_SECURITY: Mapping[str, str] = {
    **SECURITY,
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src 'self' https: data: blob:; connect-src 'self' https: data: blob:; worker-src 'self' blob:; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "unsafe-none",
}
"""The forms at /admin/, where there are any: they set styles as they go, talk to the host of the repository, and log in
there in a window of its own. No other page may."""
ASK = "no-cache"
"""Keep, but ask each time whether it changed: a page that is corrected is corrected for everybody at once."""
MONTH = "public, max-age=2592000"
FOR_EVER = "public, max-age=31536000, immutable"
"""For files with a hash in their name."""
CACHE: Mapping[str, str] = {
    "/assets/hashed/": FOR_EVER,
    "/search/texts/": FOR_EVER,
    "/assets/vejviser/fonts/": MONTH,
}
"""By the beginning of the address. Everything else: ASK."""
OPEN = ("/api/", "/feeds/")
"""Open data may be fetched by other sites' pages."""
NO_INDEX = ("X-Robots-Tag", "noindex")


def cache_for(address: str) -> str:
    """Return the Cache-Control of an address."""
    return next((value for start, value in CACHE.items() if address.startswith(start)), ASK)


def is_unchanging(name: str) -> bool:
    """Return whether a file of a site is named by its content: it is the same wherever and whenever there is one."""
    return cache_for(f"/{name}") == FOR_EVER


def has_forms(names: Iterable[str]) -> bool:
    """Return whether a site with these files has forms for editors."""
    return any(f"/{name}".startswith(ADMIN) for name in names)


def headers_file(*, preview: bool = False, admin: bool = False) -> bytes:
    """Return the file `_headers`, as Netlify and Cloudflare read it.

    Both join the values when two rules name one header, and both say `no-cache` in other words by themselves. So where
    there are forms at /admin/, no rule for all pages may say what they say otherwise; the pages carry their own policy.
    """
    common = {name: text for name, text in SECURITY.items() if not admin or ADMIN_SECURITY[name] == text}
    rules: dict[str, dict[str, str]] = {"/*": dict([*common.items(), *([NO_INDEX] if preview else [])])}
    if admin:
        rules[f"{ADMIN}*"] = {name: text for name, text in ADMIN_SECURITY.items() if name not in common}
    rules |= {f"{start}*": {"Cache-Control": value} for start, value in CACHE.items()}
    rules |= {f"{start}*": {"Access-Control-Allow-Origin": "*"} for start in OPEN}
    return "\n".join(_lines(rules)).encode()


def _lines(rules: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for pattern, headers in rules.items():
        yield pattern
        yield from (f"  {name}: {value}" for name, value in headers.items())
        yield ""
