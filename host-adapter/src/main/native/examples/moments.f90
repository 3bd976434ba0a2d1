! A small neutrino transport that takes the anomalous flux A: number and energy of three species in energy groups, in a star that is
! a sphere but for its field along z. Moments l = 0 and l = 1, Eddington closure, backward Euler; guide/transport.md says why, term by
! term. The lines marked "!ck" are all that the coupling takes. Prints the kick and what is missing in the books; an error where that
! is more than rounding.
!   usage: moments [STEPS]
program moments
  use chiralkick                                                                                                      !ck
  use, intrinsic :: iso_c_binding
  use, intrinsic :: iso_fortran_env, only: error_unit
  use, intrinsic :: ieee_arithmetic, only: ieee_value, ieee_positive_inf
  implicit none
  integer, parameter :: dp = c_double, last = 80, points = last + 1, groups = 6, species = 3, number = 1, energy = 2
  integer, parameter :: lepton(species) = [1, -1, 0], components(species) = [1, 1, 4]
  real(dp), parameter :: c = 2.99792458e10_dp, pi = 3.14159265358979324_dp, radius = 1e6_dp, dt = 2*radius/c
  ! Even points are faces of shells, with radial fluxes; odd ones their middles, with densities and tangential fluxes.
  real(dp) :: r(0:last), area(0:last), volume(0:last), side(0:last), along(0:last)
  real(dp) :: t(0:last), mu_e(0:last), mu_nu(0:last), b(0:last, 3), edges(0:groups)
  real(dp) :: absorption(0:last, groups, species), scattering(0:last, groups, species), equilibrium(0:last, groups, species, 2)
  real(dp) :: density(0:last, groups, species), grey(0:last, 3, 2), a(0:last, 3, groups, species, 2)
  real(dp) :: x(0:last, 0:1, groups, species, 2) = 0, tangential(0:last, groups, species, 2) = 0
  ! Leptons and energy [erg]: in neutrinos at the start, given to matter, gone, and going per second. Momentum along z [g cm/s]: of matter,
  ! gone, and going per second.
  real(dp) :: start(2), given(2) = 0, gone(2) = 0, rate(2), pushed = 0, passed = 0, thrust
  integer :: step, steps = 40, g, s, kind
  logical :: failed = .false.
  character(20) :: word
  type(c_ptr) :: coupling                                                                                             !ck
  type(ck_open_args) :: args                                                                                          !ck
  type(ck_fields) :: fields                                                                                           !ck
  type(ck_recoil_t) :: recoil                                                                                         !ck

  if (command_argument_count() > 0) then
    call get_command_argument(1, word)
    read (word, *) steps
  end if
  call make_star
  call check(ck_connect(coupling, args, config='{"source": "chiral", "recoil": {"form": "transport"}}'))              !ck
  call check(ck_groups(coupling, edges))                                                                              !ck
  call ck_add_f64(fields, ck_temperature, t(0), [points])                                                             !ck
  call ck_add_f64(fields, ck_electron_chemical_potential, mu_e(0), [points])                                          !ck
  call ck_add_f64(fields, ck_neutrino_chemical_potential, mu_nu(0), [points])                                         !ck
  call ck_add_f64(fields, ck_magnetic_field, b(0, 1), [points])                                                       !ck
  call ck_out_f64(fields, ck_neutrino_flux, grey(0, 1, number), [points])                                             !ck
  call ck_out_f64(fields, ck_neutrino_energy_flux, grey(0, 1, energy), [points])                                      !ck
  do s = 1, species                                     ! the fields of the species have numbers in a row
    call ck_add_f64(fields, ck_nu_e_group_energy_density + s - 1, density(0, 1, s), [points])                         !ck
    call ck_add_f64(fields, ck_nu_e_group_absorption_opacity + s - 1, absorption(0, 1, s), [points])                  !ck
    call ck_add_f64(fields, ck_nu_e_group_scattering_opacity + s - 1, scattering(0, 1, s), [points])                  !ck
    call ck_out_f64(fields, ck_nu_e_group_number_flux + s - 1, a(0, 1, 1, s, number), [points])                       !ck
    call ck_out_f64(fields, ck_nu_e_group_energy_flux + s - 1, a(0, 1, 1, s, energy), [points])                       !ck
  end do
  start = [held(number), held(energy)]
  do step = 1, steps
    call check(ck_begin(coupling, int(step, c_int64_t), dt*(step - 1), dt))                                           !ck
    density = x(:, 0, :, :, energy)
    density(2:last - 2:2, :, :) = (density(1:last - 3:2, :, :) + density(3:last - 1:2, :, :))/2
    density([0, last], :, :) = density([1, last - 1], :, :)
    call check(ck_evaluate_fields(coupling, 0_c_int64_t, 1.0_dp, fields))                                             !ck
    rate = 0
    thrust = 0
    do kind = number, energy
      do s = 1, species
        do g = 1, groups
          call advance(0, g, s, kind)
          call advance(1, g, s, kind)
        end do
      end do
    end do
    gone = gone + dt*rate
    passed = passed + dt*thrust
    call check(ck_emitted(coupling, [0.0_dp, 0.0_dp, thrust], rate(number), rate(energy), 1.0_dp))                    !ck
    call check(ck_commit(coupling))                                                                                   !ck
  end do
  call check(ck_recoil(coupling, recoil))                                                                             !ck
  print '(a, es11.3, a)', 'momentum of the star along z', recoil%momentum(3), ' g cm/s'
  print '(a, es11.3, a, es10.3, a)', 'let out', recoil%number, ' leptons,', recoil%energy, ' erg'
  call must_vanish('leptons of groups', unlike(number), maxval(abs(grey(:, :, number))))
  call must_vanish('energy of groups', unlike(energy), maxval(abs(grey(:, :, energy))))
  call must_vanish('momentum of all', pushed + momentum() + passed, passed)
  call must_vanish('leptons of all', held(number) + given(number) + gone(number) - start(number), start(number))
  call must_vanish('energy of all', held(energy) + given(energy) + gone(energy) - start(energy), start(energy))
  call must_vanish('momentum in the ledger', recoil%momentum(3) + passed, passed)
  call must_vanish('leptons in the ledger', recoil%number - gone(number), gone(number))
  call must_vanish('energy in the ledger', recoil%energy - gone(energy), gone(energy))
  call check(ck_close(coupling))                                                                                      !ck
  if (failed) error stop 1

contains

  subroutine check(code)
    integer(c_int), intent(in) :: code
    if (code == 0) return
    write (error_unit, '(a)') ck_error_text(c_null_ptr)
    error stop 1
  end subroutine check

  subroutine must_vanish(what, difference, of)
    character(*), intent(in) :: what
    real(dp), intent(in) :: difference, of
    print '(a, t25, es9.1)', what, difference/abs(of)
    if (abs(difference) <= 1e-12_dp*abs(of)) return
    write (error_unit, '(2a)') what, ' should be 0 but for rounding'
    failed = .true.
  end subroutine must_vanish

  ! Matter, and neutrinos in equilibrium with it.
  subroutine make_star
    integer :: p
    real(dp) :: f
    r = [(p*radius/last, p=0, last)]
    area = 4*pi*r**2
    along = 0
    do p = 1, last
      if (mod(p, 2) == 0) then
        along(p) = area(p)*gap(p)/3                     ! what a unit of F_r stands for along z
      else
        volume(p) = 4*pi/3*(r(p + 1)**3 - r(p - 1)**3)
        side(p) = area(p + 1) - area(p - 1)             ! 2 V/r_c
        along(p) = 2*volume(p)/3
      end if
    end do
    t = 20 - 14*(r/radius)**2
    mu_e = 150 - 130*(r/radius)**2
    mu_nu = 90*(1 - (r/radius)**2)
    b = 0
    b(:, 3) = 1e12_dp
    edges = [0.0_dp, 15.0_dp, 40.0_dp, 70.0_dp, 100.0_dp, 140.0_dp, ieee_value(1.0_dp, ieee_positive_inf)]
    do s = 1, species
      do g = 1, groups
        f = 4.0_dp**(g - 3)
        absorption(:, g, s) = f*30/radius*exp(-4*r/radius)*merge(1.0_dp, 0.2_dp, s < 3)
        scattering(:, g, s) = f*300/radius*exp(-5*r/radius)
        do p = 0, last
          equilibrium(p, g, s, :) = components(s)*fermi(edges(g - 1), min(edges(g), edges(g - 1) + 800), lepton(s)*mu_nu(p), t(p))
        end do
      end do
    end do
    x(1:last:2, 0, :, :, :) = equilibrium(1:last:2, :, :, :)
  end subroutine make_star

  ! Number [cm^-3] and energy density [erg cm^-3] of massless particles between two energies.
  pure function fermi(lower, upper, mu, temperature) result(moment)
    real(dp), intent(in) :: lower, upper, mu, temperature
    real(dp) :: moment(2), middle
    integer :: k
    moment = 0
    do k = 1, 400
      middle = lower + (k - 0.5_dp)*(upper - lower)/400
      moment = moment + middle**2*[1.0_dp, middle*1.602176634e-6_dp]/(1 + exp((middle - mu)/temperature))
    end do
    moment = moment*(upper - lower)/400*1.3014892617166337e32_dp/(2*pi**2)
  end function fermi

  ! The distance of the densities on both sides of a face; of the surface, from the last one to it.
  pure real(dp) function gap(face)
    integer, intent(in) :: face
    gap = merge(1, 2, face == last)*radius/last
  end function gap

  ! A step of one harmonic: dE/dt + div F = c chi_a (E_eq - E), dF/dt + c^2/3 grad E = -c chi_t (F - A); F = c E/2 at the surface.
  ! A uniform field along z has the radial and the tangential projection A_z, and no l = 0.
  subroutine advance(l, g, s, kind)
    integer, intent(in) :: l, g, s, kind
    real(dp) :: free(0:last), slope(0:last), diagonal(0:last), right(0:last), chi(0:last), absorbed(0:last), f(0:last), weight, got
    integer :: p
    absorbed = dt*c*absorption(:, g, s)
    chi = dt*c*(absorption(:, g, s) + scattering(:, g, s))
    free = 0
    slope = 0
    do p = 1, last                                      ! F = free - slope (E outside - E inside), or E itself
      if (mod(p, 2) == 0) then
        slope(p) = dt*c**2/(3*gap(p))
        weight = 1 + chi(p)
        if (p == last) weight = weight + 2*slope(p)/c
        free(p) = (x(p, l, g, s, kind) + l*chi(p)*a(p, 3, g, s, kind))/weight
        slope(p) = slope(p)/weight
      else if (l == 1) then
        free(p) = (tangential(p, g, s, kind) + chi(p)*a(p, 3, g, s, kind))/(1 + chi(p))
        slope(p) = dt*c**2/3*side(p)/(2*volume(p))/(1 + chi(p))
      end if
    end do
    do p = 1, last - 1, 2
      diagonal(p) = volume(p)*(1 + absorbed(p)) + dt*(area(p + 1)*slope(p + 1) + area(p - 1)*slope(p - 1) + side(p)*slope(p))
      right(p) = volume(p)*(x(p, l, g, s, kind) + (1 - l)*absorbed(p)*equilibrium(p, g, s, kind)) &
                 - dt*(area(p + 1)*free(p + 1) - area(p - 1)*free(p - 1) - side(p)*free(p))
      if (p == 1) cycle
      weight = dt*area(p - 1)*slope(p - 1)/diagonal(p - 2)
      diagonal(p) = diagonal(p) - weight*dt*area(p - 1)*slope(p - 1)
      right(p) = right(p) + weight*right(p - 2)
    end do
    do p = last - 1, 1, -2
      if (p < last - 1) right(p) = right(p) + dt*area(p + 1)*slope(p + 1)*x(p + 2, l, g, s, kind)
      x(p, l, g, s, kind) = right(p)/diagonal(p)
    end do
    do p = 2, last - 2, 2
      x(p, l, g, s, kind) = free(p) - slope(p)*(x(p + 1, l, g, s, kind) - x(p - 1, l, g, s, kind))
    end do
    x(last, l, g, s, kind) = free(last) + slope(last)*x(last - 1, l, g, s, kind)
    f = x(:, l, g, s, kind)
    if (l == 0) then
      got = sum(volume(1:last:2)*absorbed(1:last:2)*(f(1:last:2) - equilibrium(1:last:2, g, s, kind)))
      given(kind) = given(kind) + charge(kind, s)*got
      rate(kind) = rate(kind) + charge(kind, s)*area(last)*f(last)
    else
      f(1:last:2) = free(1:last:2) - slope(1:last:2)*f(1:last:2)
      tangential(1:last:2, g, s, kind) = f(1:last:2)
      if (kind == energy) then
        pushed = pushed + sum(along*chi*(f - a(:, 3, g, s, kind)))/c**2                   ! (1/c) chi_t (F - A) on matter
        thrust = thrust + area(last)*2*f(last)/(9*c)    ! a third of the pressure E/3: the mean of cos^2
      end if
    end if
  end subroutine advance

  ! What one of them counts for in leptons, and in energy.
  pure integer function charge(kind, s)
    integer, intent(in) :: kind, s
    charge = merge(lepton(s), 1, kind == number)
  end function charge

  ! By how much the sum of A over groups and species differs from the flux without groups.
  real(dp) function unlike(kind)
    integer, intent(in) :: kind
    real(dp) :: whole(0:last, 3)
    whole = 0
    do s = 1, species
      whole = whole + charge(kind, s)*sum(a(:, :, :, s, kind), 3)
    end do
    unlike = maxval(abs(whole - grey(:, :, kind)))
  end function unlike

  ! Leptons or energy of all neutrinos inside.
  real(dp) function held(kind)
    integer, intent(in) :: kind
    held = 0
    do s = 1, species
      do g = 1, groups
        held = held + charge(kind, s)*sum(volume(1:last:2)*x(1:last:2, 0, g, s, kind))
      end do
    end do
  end function held

  ! Momentum of all neutrinos inside along z.
  real(dp) function momentum()
    momentum = 0
    do s = 1, species
      do g = 1, groups
        momentum = momentum + sum(along(2:last:2)*x(2:last:2, 1, g, s, energy))/c**2
        momentum = momentum + sum(along(1:last:2)*tangential(1:last:2, g, s, energy))/c**2
      end do
    end do
  end function momentum
end program moments
