! A Cartesian host with two ghost zones that feeds back, with the real library: with the neutrinos it keeps leptons, energy, momentum.
program feedback
  use chiralkick
  use, intrinsic :: iso_c_binding
  use, intrinsic :: iso_fortran_env, only: error_unit
  implicit none
  integer, parameter :: m = 16, g = 2, w = m + 2*g, n(3) = m, st(3) = [1, w, w**2], sc = w**3
  real(c_double), parameter :: h = 4e5_c_double, dt = 1e-5_c_double, radius = 2.4e6_c_double, centre(3) = 1e4_c_double
  real(c_double), parameter :: spacing(3) = h, first(3) = -(m - 1)*h/2
  real(c_double), dimension(1 - g:m + g, 1 - g:m + g, 1 - g:m + g) :: t, mu_e, mu_nu, volume, number, energy
  real(c_double), dimension(1 - g:m + g, 1 - g:m + g, 1 - g:m + g, 3) :: b, area, flux, energy_flux, momentum
  real(c_double) :: lost(m, m, m), leptons(m, m, m), heat(m, m, m), push(m, m, m, 3)
  type(c_ptr) :: coupling
  type(ck_fields) :: fields; type(ck_open_args) :: args; type(ck_recoil_t) :: recoil
  integer :: i, j, k, step, stage, axis
  b = 0; area = 0; flux = 0; energy_flux = 0; number = 0; energy = 0; momentum = 0; leptons = 0; heat = 0; push = 0
  volume = h**3
  do k = 1, m; do j = 1, m; do i = 1, m
    t(i, j, k) = 8 + mod(i + j, 5); mu_e(i, j, k) = 120 + mod(j*k, 11); mu_nu(i, j, k) = 60 + mod(i, 7)
    b(i, j, k, :) = [1e11_c_double*(i - 9), 2e11_c_double*mod(k, 4), 1e12_c_double + 3e10_c_double*j]
  end do; end do; end do
  call check(ck_surface_elements_f64(first, spacing, centre, radius, area(1, 1, 1, 1), n, st, sc))
  call ck_add_f64(fields, ck_temperature, t(1, 1, 1), n, st)
  call ck_add_f64(fields, ck_electron_chemical_potential, mu_e(1, 1, 1), n, st)
  call ck_add_f64(fields, ck_neutrino_chemical_potential, mu_nu(1, 1, 1), n, st)
  call ck_add_f64(fields, ck_magnetic_field, b(1, 1, 1, 1), n, st, sc)
  call ck_add_f64(fields, ck_surface_element, area(1, 1, 1, 1), n, st, sc)
  call ck_add_f64(fields, ck_volume, volume(1, 1, 1), n, st)
  call ck_out_f64(fields, ck_neutrino_flux, flux(1, 1, 1, 1), n, st, sc)
  call ck_out_f64(fields, ck_neutrino_energy_flux, energy_flux(1, 1, 1, 1), n, st, sc)
  call ck_out_f64(fields, ck_escaped_number, number(1, 1, 1), n, st)
  call ck_out_f64(fields, ck_escaped_energy, energy(1, 1, 1), n, st)
  call ck_out_f64(fields, ck_escaped_momentum, momentum(1, 1, 1, 1), n, st, sc)
  call check(ck_connect(coupling, args))
  do step = 1, 3
    call check(ck_begin(coupling, int(step, c_int64_t), dt*step, dt))
    do stage = 1, 2
      mu_nu = mu_nu + 0.5_c_double
      call check(ck_evaluate_fields(coupling, 0_c_int64_t, 0.5_c_double, fields))
      call check(ck_divergence_f64(spacing, flux(0, 0, 0, 1), lost, n, st, sc, first_zone=first, centre=centre, radius=radius))
      leptons = leptons - 0.5_c_double*dt*(lost + number(1:m, 1:m, 1:m))
      call check(ck_divergence_f64(spacing, energy_flux(0, 0, 0, 1), lost, n, st, sc, first_zone=first, centre=centre, &
                                   radius=radius))
      heat = heat - 0.5_c_double*dt*(lost + energy(1:m, 1:m, 1:m))
      push = push - 0.5_c_double*dt*momentum(1:m, 1:m, 1:m, :)
    end do
    call check(ck_commit(coupling))
  end do
  call check(ck_recoil(coupling, recoil))
  call same('leptons', leptons, -recoil%number)
  call same('energy', heat, -recoil%energy)
  do axis = 1, 3
    call same('momentum', push(:, :, :, axis), recoil%momentum(axis))
  end do
  call check(ck_close(coupling))
  print '(a)', 'ok'
contains
  subroutine same(what, change, counted)
    character(*), intent(in) :: what
    real(c_double), intent(in) :: change(:, :, :), counted
    real(c_double) :: total, extent
    total = sum(change)*h**3
    extent = sum(abs(change))*h**3
    if (abs(total - counted) <= 1e-14_c_double*extent .and. abs(counted) > 0) return
    write (error_unit, *) what, total, counted
    error stop 1
  end subroutine same

  subroutine check(code)
    integer(c_int), intent(in) :: code
    if (code /= 0) write (error_unit, '(a)') ck_error_text(c_null_ptr)
    if (code /= 0) error stop 1
  end subroutine check
end program feedback
