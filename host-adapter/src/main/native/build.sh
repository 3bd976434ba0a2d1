#!/bin/sh
# Builds libchiralkick and lays out include, lib, fortran, python, cmake, pkgconfig, examples below OUT; `mvn package` calls it.
# Host authors may use CMakeLists.txt instead, which also runs the tests. What cannot be built is left out, with a line that says so.
#   usage: build.sh OUT VERSION
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1 version=$2
major=1 abi=1.0.0
release=${version%%-*}
left_out() { echo "[native] LEFT OUT: $*"; }

mkdir -p "$out"
rm -rf "$out/include" "$out/fortran" "$out/python" "$out/cmake" "$out/pkgconfig" "$out/examples"
mkdir -p "$out/include" "$out/fortran" "$out/python/chiralkick" "$out/cmake" "$out/pkgconfig" "$out/examples"
cp "$here"/include/chiralkick.h "$out/include"
cp "$here"/fortran/chiralkick.f90 "$out/fortran"
cp "$here"/python/chiralkick/*.py "$out/python/chiralkick"
cp "$here"/examples/* "$out/examples"
cp "$here"/cmake/chiralkickConfig.cmake "$out/cmake"
sed "s/@PROJECT_VERSION@/$release/" "$here/cmake/chiralkickConfigVersion.cmake.in" > "$out/cmake/chiralkickConfigVersion.cmake"
for module in chiralkick chiralkick_stub chiralkick_mpi; do
  sed "s/@PROJECT_VERSION@/$release/" "$here/pkgconfig/$module.pc.in" > "$out/pkgconfig/$module.pc"
done

cc=${CC:-gcc}
command -v "$cc" >/dev/null || { left_out "libchiralkick and libchiralkick_stub: no C compiler ($cc); install gcc or set CC"; exit 0; }

mkdir -p "$out/lib"
flags="-std=gnu11 -O2 -g -fPIC -fvisibility=hidden -Wall -Wextra -Wno-unused-parameter -DCKP_EXPORTS -D_GNU_SOURCE -I$here/include -I$here/src -ffile-prefix-map=$here=."
core="core/errors.c core/version.c core/fork.c core/nearest.c core/fields.c core/views.c core/pool.c core/record.c core/failures.c core/handles.c core/core.c core/state.c core/surface.c core/divergence.c core/audit.c"
stub="stub/stub_backend.c stub/replay.c stub/told.c stub/doubt.c stub/audit.c stub/json.c stub/configuration.c stub/problems.c stub/declared.c stub/settings.c stub/sources.c stub/identity.c"
jvm="jvm/jvm_backend.c jvm/jvm.c jvm/creation.c jvm/stderr_filter.c jvm/temporary.c jvm/archive.c jvm/home.c jvm/loaded.c jvm/signals.c"

# nodelete: threads that have used the library run its code when they end, also after dlclose.
library() { # library NAME COMPILER EXTRA_FLAGS SOURCES... -- LIBRARIES...
  name=$1 compiler=$2 extra=$3
  shift 3
  sources='' newest=''
  while [ $# -gt 0 ] && [ "$1" != -- ]; do sources="$sources $here/src/$1"; shift; done
  shift
  target="$out/lib/lib$name.so.$abi"
  if [ -e "$target" ]; then
    newest=$(find "$here/src" "$here/include" "$here/build.sh" -newer "$target" | head -n 1)
    [ -n "$newest" ] || return 0
  fi
  # shellcheck disable=SC2086 # lists of words
  $compiler $flags $extra -DCKP_VERSION="\"$version\"" -shared -Wl,-soname,lib$name.so.$major -Wl,-z,nodelete -o "$target" $sources "$@"
  ln -sf "lib$name.so.$abi" "$out/lib/lib$name.so.$major"
  ln -sf "lib$name.so.$major" "$out/lib/lib$name.so"
  echo "[native] built lib$name.so.$abi"
}

# A source that is missing above is an error here, not of the first host.
# shellcheck disable=SC2086
library chiralkick_stub "$cc" '' $core $stub -- -pthread -Wl,--as-needed -Wl,-z,defs -lm

jdk=${JAVA_HOME:-}
if [ ! -e "$jdk/include/jni.h" ] && command -v javac >/dev/null; then
  jdk=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
fi
if [ -e "$jdk/include/jni.h" ]; then
  # shellcheck disable=SC2086
  library chiralkick "$cc" "-I$jdk/include -I$jdk/include/linux" $core $jvm -- -pthread -ldl -Wl,--as-needed -lm
else
  left_out "libchiralkick: no jni.h; set JAVA_HOME to a JDK"
fi

if command -v mpicc >/dev/null; then
  library chiralkick_mpi mpicc "-DOMPI_SKIP_MPICXX" mpi/mpi.c mpi/commit.c mpi/ranks.c mpi/text.c --
else
  left_out "libchiralkick_mpi (ck_reduce): no mpicc; install an MPI such as libopenmpi-dev"
fi
