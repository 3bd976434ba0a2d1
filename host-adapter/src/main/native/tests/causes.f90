! What is wrong with zones, counted by its cause, in Fortran: with the library, and with the stub by a replay that is the argument. Prints "ok".
program causes
  use chiralkick
  use, intrinsic :: iso_c_binding
  use, intrinsic :: iso_fortran_env, only: error_unit
  implicit none
  real(c_double) :: t(8) = 10, mu_e(8) = 140, mu_nu(8) = 90, b(8, 3) = 1e12_c_double, flux(8, 3) = 9
  type(c_ptr) :: coupling
  type(ck_open_args) :: args
  type(ck_fields) :: fields
  integer(c_int) :: field(64)
  integer(c_int64_t) :: counts(64)
  integer :: failures = 0
  character(1000) :: replay = ' '

  if (command_argument_count() > 0) then
    call get_command_argument(1, replay)
    replay = '{"replay": "'//trim(replay)//'"}'
  end if
  call expect(ck_connect(coupling, args, config=replay) == ck_ok, 'connect')
  call expect(ck_causes(coupling, ck_flag_input, field, counts) == ck_estate, 'before any commit')
  call expect(ck_begin(coupling, 1_c_int64_t, 0.0_c_double, 1e-3_c_double) == ck_ok, 'begin')
  t([3, 6]) = -0.25_c_double; t(5) = 1e5_c_double; t(8) = ieee_infinity(); mu_e(2) = 5000; b(7, 3) = ieee_infinity()
  call ck_add_f64(fields, ck_temperature, t(1), [8])
  call ck_add_f64(fields, ck_electron_chemical_potential, mu_e(1), [8])
  call ck_add_f64(fields, ck_neutrino_chemical_potential, mu_nu(1), [8])
  call ck_add_f64(fields, ck_magnetic_field, b(1, 1), [8])
  call ck_out_f64(fields, ck_neutrino_flux, flux(1, 1), [8])
  call expect(ck_evaluate_fields(coupling, 3_c_int64_t, 1.0_c_double, fields) == ck_ok, 'evaluate')
  call expect(ck_commit(coupling) == ck_ok, 'commit')
  call expect(ck_causes(coupling, ck_flag_input, field, counts) == 2, 'two causes of invalid zones')
  call expect(all(field(:2) == [ck_temperature, ck_magnetic_field]), 'causes of invalid zones')
  call expect(all(counts(:2) == [3, 1]), 'three temperatures and a field')
  call expect(ck_causes(coupling, ck_flag_implausible, field, counts) == 2, 'two causes of implausible zones')
  call expect(all(field(:2) == [ck_temperature, ck_electron_chemical_potential]), 'causes of implausible zones')
  call expect(all(counts(:2) == 1), 'one of each')
  field = -7
  call expect(ck_causes(coupling, ck_flag_input, field(:1), counts) == 2, 'room for one')
  call expect(field(1) == ck_temperature .and. field(2) == -7, 'one is filled in')
  call expect(ck_causes(coupling, ck_flag_knudsen, field, counts) == ck_earg, 'another flag')
  call expect(ck_close(coupling) == ck_ok, 'close')
  if (failures > 0) error stop 1
  print '(a)', 'ok'

contains

  real(c_double) function ieee_infinity()
    ieee_infinity = transfer(9218868437227405312_c_int64_t, 1.0_c_double)
  end function ieee_infinity

  subroutine expect(good, what)
    logical, intent(in) :: good
    character(*), intent(in) :: what
    if (good) return
    write (error_unit, '(2a)') 'not so: ', what//'; '//ck_error_text(coupling)
    failures = failures + 1
  end subroutine expect
end program causes
