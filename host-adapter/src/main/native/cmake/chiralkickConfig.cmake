# find_package(chiralkick) gives, as far as they were built, the targets chiralkick::chiralkick (with Java), chiralkick::chiralkick_stub
# (without) and chiralkick::chiralkick_mpi (ck_reduce), and CHIRALKICK_FORTRAN_SOURCE, the Fortran module to add to one's own sources.
# Relocatable: everything is found from where this file lies.
get_filename_component(CHIRALKICK_PREFIX "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
foreach(name chiralkick chiralkick_stub chiralkick_mpi)
  if(NOT TARGET chiralkick::${name} AND EXISTS "${CHIRALKICK_PREFIX}/lib/lib${name}.so")
    add_library(chiralkick::${name} SHARED IMPORTED)
    set_target_properties(chiralkick::${name} PROPERTIES
      IMPORTED_LOCATION "${CHIRALKICK_PREFIX}/lib/lib${name}.so"
      IMPORTED_SONAME "lib${name}.so.1"
      INTERFACE_INCLUDE_DIRECTORIES "${CHIRALKICK_PREFIX}/include")
  endif()
endforeach()
set(CHIRALKICK_FORTRAN_SOURCE "${CHIRALKICK_PREFIX}/fortran/chiralkick.f90")
set(CHIRALKICK_PYTHON_PATH "${CHIRALKICK_PREFIX}/python")
