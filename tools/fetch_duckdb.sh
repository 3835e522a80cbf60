#!/usr/bin/env bash
# Fetches DuckDB's C library and header from the npm registry into .cache/, pinned by version and
# SHA-512. `npm pack` downloads the archive and runs nothing of it (no install scripts).
set -euo pipefail
cd "$(dirname "$0")/.."
target=.cache/duckdb-1.4.4
[ -f "$target/libduckdb.so" ] && [ -f "$target/duckdb.h" ] && exit 0

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fetch() { # package@version, sha512 (base64), file inside the package, name here
  local archive
  archive=$(npm pack --silent --ignore-scripts --pack-destination "$scratch" "$1" 2>/dev/null | tail -n 1) ||
    { echo "dev: could not fetch $1 from the npm registry" >&2; exit 1; }
  local got
  got=$(openssl dgst -sha512 -binary "$scratch/$archive" | base64 -w0)
  [ "$got" = "$2" ] || { echo "dev: $1 is not the pinned archive (sha512 $got)" >&2; exit 1; }
  tar -xzf "$scratch/$archive" -C "$scratch" "package/$3"
  mv "$scratch/package/$3" "$scratch/$4"
}
fetch @duckdb/node-bindings-linux-x64@1.4.4-r.4 \
  jBTL/WvfwxLToFa/pVHfT6elMtltJGnc3wSuxZD9OfMltit9YUdVFS37vBFQzXMT1Z8OWjtSjMh+zPKxOwHLHA== \
  libduckdb.so libduckdb.so
fetch duckdb@1.4.4 \
  hEJJ5hyVF0VLj3dmOLpsWrQR0b3d4Ykqtygm6iUXjHJDDnSqg/USKxcb5qvNrOhFYPgktayU6dXCtgPqcmmpog== \
  src/duckdb/src/include/duckdb.h duckdb.h
mkdir -p "$target"
mv "$scratch/duckdb.h" "$scratch/libduckdb.so" "$target/"
