! The host of host.c in Fortran: arrays with two ghost zones on every side, single precision vorticity, late dt.
program host
  use chiralkick
  use, intrinsic :: iso_c_binding
  use, intrinsic :: iso_fortran_env, only: error_unit
  implicit none
  integer, parameter :: nx = 6, ny = 5, nz = 4, g = 2, s = g + 1, mx = nx + 2*g, my = ny + 2*g, mz = nz + 2*g, m = mx*my*mz
  real(c_double) :: t(mx, my, mz), mu_e(mx, my, mz), mu_nu(mx, my, mz), b(mx, my, mz, 3), area(mx, my, mz, 3), flux(mx, my, mz, 3)
  real(c_float) :: curl(3, mx, my, mz)
  type(c_ptr) :: coupling
  type(ck_fields) :: fields; type(ck_open_args) :: args; type(ck_recoil_t) :: recoil
  character(200) :: argument, config = '{}', number = 'es10.2'
  integer :: i, j, k, id, step, stage, n(3) = [nx, ny, nz], st(3) = [1, mx, mx*my]
  integer(c_int64_t) :: word = 0
  do i = 1, command_argument_count()
    call get_command_argument(i, argument)
    if (argument /= '--bits') config = argument
    if (argument == '--bits') number = 'z17.16' ! exact bits instead of digits, for the tests
  end do
  t = -1; mu_e = 0; mu_nu = 0; b = 0; area = 0; flux = 0; curl = 0
  do id = 0, nx*ny*nz - 1
    i = mod(id, nx); j = mod(id/nx, ny); k = id/(nx*ny)
    t(s+i, s+j, s+k) = 8 + 0.25_c_double*i; mu_e(s+i, s+j, s+k) = 140 + j; mu_nu(s+i, s+j, s+k) = 90 + 2*k
    b(s+i, s+j, s+k, 1:2) = [1e12_c_double + 1e11_c_double*i, 1e11_c_double*j]
    curl(1:2, s+i, s+j, s+k) = [1000 + real(i, c_float), 0.5_c_float*real(j, c_float)]
    area(s+i, s+j, s+k, :) = 1e10_c_double*(id + 1)/[1, 2, 4]
  end do
  call ck_add_f64(fields, ck_temperature, t(s, s, s), n, st)
  call ck_add_f64(fields, ck_electron_chemical_potential, mu_e(s, s, s), n, st)
  call ck_add_f64(fields, ck_neutrino_chemical_potential, mu_nu(s, s, s), n, st)
  call ck_add_f64(fields, ck_magnetic_field, b(s, s, s, 1), n, st, component_stride=m)
  call ck_add_f32(fields, ck_vorticity, curl(1, s, s, s), n, 3*st, component_stride=1)
  call ck_add_f64(fields, ck_surface_element, area(s, s, s, 1), n, st, component_stride=m)
  call ck_out_f64(fields, ck_neutrino_flux, flux(s, s, s, 1), n, st, component_stride=m)
  call check(ck_connect(coupling, args, config=config))
  do step = 0, 1
    call check(ck_begin(coupling, int(step, c_int64_t), 1e-3_c_double*step, 0.0_c_double))
    do stage = 1, 2
      call check(ck_evaluate_fields(coupling, 0_c_int64_t, 0.5_c_double, fields))
    end do
    call check(ck_set_dt(coupling, 1e-3_c_double))
    call check(ck_commit(coupling))
  end do
  call check(ck_recoil(coupling, recoil))
  print '("momentum",'//number//'," g cm/s along ",a)', (recoil%momentum(i), achar(iachar('w') + i), i = 1, 3)
  print '("escaped",'//number//',1x,a)', recoil%number, 'neutrinos', recoil%energy, 'erg'
  print '("flux",'//number//'," neutrinos/(cm^2 s) along x in the last zone")', flux(g + nx, g + ny, g + nz, 1)
  do id = 0, nx*ny*nz - 1 ! one word of every bit of every zone's flux
    word = ieor(ishftc(word, 1), iparity(transfer(flux(s + mod(id, nx), s + mod(id/nx, ny), s + id/(nx*ny), :), [word])))
  end do
  if (number == 'z17.16') print '(a,1x,z16.16)', 'fluxes', word
  print '(a,1x,i0)', 'steps', recoil%steps
  call check(ck_close(coupling))
contains
  subroutine check(code)
    integer(c_int), intent(in) :: code
    if (code /= 0) write (error_unit, '(a)') ck_error_text(c_null_ptr)
    if (code /= 0) error stop 1
  end subroutine check
end program host
