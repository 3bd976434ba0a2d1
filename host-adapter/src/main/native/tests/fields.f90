! What ck_add_... and ck_out_... must refuse, each with words of its own; with the stub or the real library. Prints "ok".
program fields_of_a_call
  use chiralkick
  use, intrinsic :: iso_c_binding
  use, intrinsic :: iso_fortran_env, only: error_unit
  implicit none
  real(c_double) :: t(6, 5, 4) = 8, b(6, 5, 4, 3) = 1, flux(6, 5, 4, 3) = 9
  real(c_float) :: small(6, 5, 4, 3) = 9
  integer(c_int8_t) :: mask(6, 5, 4) = 1
  integer(c_int64_t) :: flags(6, 5, 4) = 9
  real(c_double) :: of_groups(6, 5, 4, 3, 2) = 9, whole(4, 3, 2, 3, 2) = 9, density(4, 3, 2, 2) = 1
  integer, parameter :: n(3) = [4, 3, 2], st(3) = [1, 6, 30], m = 120
  type(c_ptr) :: coupling
  type(ck_open_args) :: args
  type(ck_fields) :: fields
  integer :: i, failures = 0

  call expect(ck_connect(coupling, args, home='  ', config='     ') == ck_ok, 'blanks are as absent')
  call expect(ck_close(coupling) == ck_ok, 'close what blanks opened')
  call expect(ck_connect(coupling, args, config='   x') == ck_earg, 'no blanks')
  call expect(ck_connect(coupling, args) == ck_ok, 'connect')
  call expect(ck_groups(coupling, [20.0_c_double, 0.0_c_double]) == ck_earg, 'groups that fall')
  call expect(ck_groups(coupling, [0.0_c_double, 20.0_c_double, 300.0_c_double]) == ck_ok, 'groups: '//ck_error_text(coupling))
  call expect(ck_begin(coupling, 1_c_int64_t, 0.0_c_double, 1.0_c_double) == ck_ok, 'begin')

  call ck_add_f64(fields, ck_temperature, t(2, 2, 2), n, st(1:2))
  call refused('strides of temperature are 2 numbers for 3 extents; must be as many')
  call ck_add_f64(fields, ck_temperature, t(2, 2, 2), n(1:2), st)
  call refused('strides of temperature are 3 numbers for 2 extents; must be as many')
  call ck_add_mask(fields, mask(1, 1, 1), n, st(1:1))
  call refused('strides of mask are 1 numbers for 3 extents; must be as many')
  call ck_add_f64(fields, ck_temperature, t(1, 1, 1), [1, 1, 1, 1, 1])
  call refused('extents of temperature are 5 numbers; must be 1 to 4')
  call ck_add_f64(fields, ck_temperature, t(1, 1, 1), n(1:0))
  call refused('extents of temperature are 0 numbers; must be 1 to 4')
  call ck_add_f64(fields, ck_component(ck_magnetic_field, 2), b(1, 1, 1, 2), n, st(1:2))
  call refused('strides of magnetic_field are 2 numbers')
  call ck_add_f64(fields, ck_magnetic_field, b(2, 2, 2, 1), n, st)
  call refused('magnetic_field is a vector with strides of its own; give component_stride, too')
  call ck_add_f64(fields, ck_neutrino_flux, flux(2, 2, 2, 1), n, st, m)
  call refused('neutrino_flux is an output; add it with ck_out_f64')
  call ck_out_f32(fields, ck_vorticity, small(2, 2, 2, 1), n, st, m)
  call refused('vorticity is an input; add it with ck_add_f64')
  call ck_out_f64(fields, ck_nu_e_group_energy_flux, of_groups(2, 2, 2, 1, 1), n, st, m)
  call refused('nu_e_group_energy_flux is per energy group with strides of its own; give group_stride, too')
  do i = 1, 65
    call ck_add_f64(fields, ck_temperature, t(2, 2, 2), n, st)
  end do
  call refused('temperature is one field too many; at most 64 in one call')
  call ck_add_f64(fields, 77_c_int, t(2, 2, 2), n, st)
  call refused('there is no field with the number 77')

  call ck_add_f64(fields, ck_temperature, t(2, 2, 2), n, st)
  call ck_add_f64(fields, ck_component(ck_magnetic_field, 2), b(2, 2, 2, 2), n, st)
  call ck_add_mask(fields, mask(2, 2, 2), n, st)
  call ck_out_f64(fields, ck_neutrino_flux, flux(2, 2, 2, 1), n, st, m)
  call ck_out_f32(fields, ck_axial_flux, small(2, 2, 2, 1), n, st, m)
  call ck_add_flags(fields, flags(2, 2, 2), n, st)
  call expect(ck_evaluate_fields(coupling, 1_c_int64_t, 1.0_c_double, fields) == ck_ok, ck_error_text(coupling))
  call expect(count(abs(flux) <= 0) == 72 .and. count(abs(small) <= 0) == 72 .and. count(flags == 0) == 24, 'not all written')
  call expect(all(abs(flux(2:5, 2:4, 2:3, :)) <= 0) .and. all(flags(2:5, 2:4, 2:3) == 0), 'outputs are not where they should be')
  call ck_clear(fields)
  call ck_add_f64(fields, ck_nu_e_group_energy_density, density, n)
  call ck_out_f64(fields, ck_nu_e_group_energy_flux, of_groups(2, 2, 2, 1, 1), n, st, m, 3*m)
  call ck_out_f64(fields, ck_nu_x_group_energy_flux, whole, n)
  call expect(ck_evaluate_fields(coupling, 1_c_int64_t, 1.0_c_double, fields) == ck_ok, ck_error_text(coupling))
  call expect(count(abs(of_groups) <= 0) == 144 .and. all(abs(of_groups(2:5, 2:4, 2:3, :, :)) <= 0), 'groups with strides')
  call expect(all(abs(whole) <= 0), 'groups without strides')
  call emission_of_the_hosts_transport()
  call surface_of_a_sphere()
  call divergence_of_fluxes()
  call expect(ck_begin(c_null_ptr, 1_c_int64_t, 0.0_c_double, 1.0_c_double) == ck_earg, 'null is refused')
  call expect(index(ck_error_text(c_null_ptr), 'coupling is null') == 1, 'old problem: '//ck_error_text(c_null_ptr))
  if (failures > 0) error stop 1
  print '(a)', 'ok'

contains

  !> The star gets the opposite of what the host tells, times weights and dt.
  subroutine emission_of_the_hosts_transport()
    real(c_double), parameter :: p(3) = [3e38_c_double, -5e37_c_double, 7e30_c_double]
    type(c_ptr) :: other
    type(ck_recoil_t) :: recoil
    integer :: stage
    call expect(ck_emitted(coupling, p, 1.0_c_double, 1.0_c_double, 1.0_c_double) == ck_estate, 'another form')
    call expect(index(ck_error_text(coupling), 'emitted in recoil form auto') == 1, 'told as '//ck_error_text(coupling))
    call expect(ck_connect(other, args, config='{"recoil": {"form": "transport"}}') == ck_ok, 'connect')
    call expect(ck_begin(other, 1_c_int64_t, 0.0_c_double, 0.25_c_double) == ck_ok, 'begin')
    call expect(ck_commit(other) == ck_estate, 'nothing told')
    do stage = 1, 2
      call expect(ck_emitted(other, p, 2e30_c_double, 4e30_c_double, 0.5_c_double) == ck_ok, ck_error_text(other))
    end do
    call expect(ck_commit(other) == ck_ok, ck_error_text(other))
    call expect(ck_recoil(other, recoil) == ck_ok, 'recoil')
    call expect(all(abs(recoil%momentum + 0.25_c_double*p) <= 0) .and. all(abs(recoil%torque) <= 0), 'momentum')
    call expect(abs(recoil%number - 5e29_c_double) <= 0 .and. abs(recoil%energy - 1e30_c_double) <= 0, 'number and energy')
    call expect(ck_close(other) == ck_ok, 'close')
  end subroutine emission_of_the_hosts_transport

  !> A box with ghost zones; what a flux along z carries out, single precision, and what is refused.
  subroutine surface_of_a_sphere()
    integer, parameter :: m = 16, g = 2, wide = m + 2*g
    real(c_double), parameter :: h = 0.125_c_double, middle(3) = 0, radius = 0.75_c_double, edge(3) = h/2 - 1
    real(c_double), allocatable :: area(:, :, :, :)
    real(c_double) :: out, disc
    real(c_float), allocatable :: narrow(:, :, :, :)
    allocate (area(1 - g:m + g, 1 - g:m + g, 1 - g:m + g, 3), source=77.0_c_double)
    allocate (narrow(m, m, m, 3))
    call expect(ck_surface_elements_f64(edge, [h, h, h], middle, radius, area(1, 1, 1, 1), [m, m, m], &
                                        [1, wide, wide**2], wide**3) == ck_ok, 'surface: '//ck_error_text(c_null_ptr))
    call expect(count(area < 77) == 3*m**3, 'ghost zones of the surface are written')
    out = sum(max(area(1:m, 1:m, 1:m, 3), 0.0_c_double))
    disc = acos(-1.0_c_double)*radius**2
    call expect(abs(out/disc - 1) <= 0.015_c_double, 'flux along z')
    call expect(all_closed(area(1:m, 1:m, 1:m, :)), 'surface is not closed')
    call expect(ck_surface_elements_f32(edge, [h, h, h], middle, radius, narrow, [m, m, m]) == ck_ok, 'single precision')
    call expect(all(abs(narrow - real(area(1:m, 1:m, 1:m, :), c_float)) <= 0), 'single precision is another')
    call expect(ck_surface_elements_f64(edge, [h, h, h], middle, radius, area, [m, m, m], [1, wide], 1) == ck_earg, 'strides')
    call expect(index(ck_error_text(c_null_ptr), 'strides of surface_element are 2 numbers for 3 extents') == 1, 'strides as ' &
                //ck_error_text(c_null_ptr))
    call expect(ck_surface_elements_f64(edge, [h, h, -h], middle, radius, area, [m, m, m]) == ck_earg, 'spacing')
    call expect(index(ck_error_text(c_null_ptr), 'spacing along z is -0.125; must be') == 1, 'spacing as ' &
                //ck_error_text(c_null_ptr))
  end subroutine surface_of_a_sphere

  !> A flux that ends at a sphere is closed, one with a slope has it; on a spherical grid, in single precision, and what is refused.
  subroutine divergence_of_fluxes()
    integer, parameter :: m = 16, g = 2, wide = m + 2*g
    real(c_double), parameter :: h = 0.125_c_double, middle(3) = 0, edge(3) = h/2 - 1
    real(c_double), allocatable :: flux(:, :, :, :), gain(:, :, :)
    real(c_float) :: narrow(3, 3, 3, 3), made(1, 1, 1)
    real(c_double) :: r(3), theta(3), phi(2), ball(4, 4, 3, 3), of_ball(2, 2, 1)
    integer :: i
    allocate (flux(1 - g:m + g, 1 - g:m + g, 1 - g:m + g, 3), gain(m, m, m))
    flux(:, :, :, 1) = 2
    flux(:, :, :, 2) = -1
    do i = 1 - g, m + g
      flux(:, :, i, 3) = 3*h*i
    end do
    call expect(ck_divergence_f64([h, h, h], flux(0, 0, 0, 1), gain, [m, m, m], [1, wide, wide**2], wide**3) == ck_ok, &
                'divergence: '//ck_error_text(c_null_ptr))
    call expect(all(abs(gain - 3) <= 1e-13_c_double), 'slope')
    call expect(ck_divergence_f64([h, h, h], flux(0, 0, 0, 1), gain, [m, m, m], [1, wide, wide**2], wide**3, &
                                  first_zone=edge, centre=middle, radius=0.75_c_double) == ck_ok, 'flux that ends')
    call expect(abs(sum(gain)) <= 1e-14_c_double*sum(abs(gain)) .and. sum(abs(gain)) > 100, 'flux that ends is not closed')
    narrow = 5
    narrow(3, :, :, 1) = 9
    call expect(ck_divergence_f32([4.0_c_double, 1.0_c_double, 1.0_c_double], narrow, made, [1, 1, 1]) == ck_ok, 'single precision')
    call expect(abs(made(1, 1, 1) - 0.5_c_float) <= 0, 'slope in single precision')
    r = [0.0_c_double, 1.0_c_double, 3.0_c_double]
    theta = [0.0_c_double, 1.0_c_double, 3.0_c_double]
    phi = [0.0_c_double, 2.0_c_double]
    ball = 7
    call expect(ck_spherical_divergence_f64(r, theta, phi, ball, of_ball, [2, 2, 1]) == ck_ok, &
                'spherical: '//ck_error_text(c_null_ptr))
    call expect(all(abs(of_ball) <= 1e-13_c_double), 'a uniform flux has a divergence')
    call expect(ck_spherical_divergence_f64(r, theta, phi, ball, of_ball, [2, 2, 1], radius=1.0_c_double) == ck_ok, &
                'flux in a ball')
    call expect(all(abs(of_ball(1, :, :)) > 1) .and. all(abs(of_ball(2, :, :)) <= 0), 'flux outside the ball')
    call expect(ck_spherical_divergence_f32(r, theta, phi, narrow, made, [1, 1, 1], radius=0.5_c_double) == ck_earg, 'radius')
    call expect(index(ck_error_text(c_null_ptr), 'radius of the surface is 0.5, between the edges 0 and 1 of r') == 1, &
                'radius as '//ck_error_text(c_null_ptr))
    call expect(ck_divergence_f64([h, h, h], flux, gain, [m, m, m], [1, wide, wide**2]) == ck_earg, 'component stride')
    call expect(index(ck_error_text(c_null_ptr), 'the flux has strides of its own; give component_stride') == 1, 'strides as ' &
                //ck_error_text(c_null_ptr))
    call expect(ck_divergence_f64([h, h, h], flux, gain, [m, m]) == ck_earg, 'extents')
    call expect(index(ck_error_text(c_null_ptr), 'extents of the divergence are 2 numbers; must be 3') == 1, 'extents as ' &
                //ck_error_text(c_null_ptr))
  end subroutine divergence_of_fluxes

  logical function all_closed(area)
    real(c_double), intent(in) :: area(:, :, :, :)
    integer :: axis
    all_closed = .true.
    do axis = 1, 3
      all_closed = all_closed .and. abs(sum(area(:, :, :, axis))) <= 1e-14_c_double*sum(abs(area))
    end do
  end function all_closed

  subroutine expect(condition, text)
    logical, intent(in) :: condition
    character(*), intent(in) :: text
    if (condition) return
    write (error_unit, '(2a)') 'not so: ', text
    failures = failures + 1
  end subroutine expect

  subroutine refused(text)
    character(*), intent(in) :: text
    integer(c_int) :: code
    code = ck_evaluate_fields(coupling, 1_c_int64_t, 1.0_c_double, fields)
    call expect(code == ck_earg .or. code == ck_efield, 'refused: '//text)
    call expect(index(ck_error_text(coupling), text) == 1, text//' is told as '//ck_error_text(coupling))
    call expect(index(ck_error_text(c_null_ptr), text) == 1, text//' is told as '//ck_error_text(c_null_ptr))
    call ck_clear(fields)
  end subroutine refused
end program fields_of_a_call
