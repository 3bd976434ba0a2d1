!> Fortran binding of ChiralKick: add this source file to your own sources and link with -lchiralkick.
!!
!! Double and single precision arrays in one call, ghost zones, any strides. Give the first element to be read or written, as in
!!
!!     call ck_add_f64(fields, ck_temperature, temp(is, js, ks), [nx, ny, nz], [1, mx, mx*my])
!!     call ck_out_f64(fields, ck_neutrino_flux, flux(is, js, ks, 1), [nx, ny, nz], [1, mx, mx*my], mx*my*mz)
!!
!! and nothing is copied: the address is kept until ck_clear. So give an element of an array that lives that long, never a section
!! (temp(is:ie:2, js, ks)) or an expression: the compiler may pass a copy that is gone afterwards. Host arrays need no TARGET
!! attribute (the letter of the standard wants it where addresses are kept; compilers take the address all the same).
!! Strides count elements, as Fortran does. What ck_add_... and ck_out_... are given wrongly, ck_evaluate_fields refuses with
!! ck_earg, and ck_error_text says what. See chiralkick.h for what every call does.
!!
!! Works with -fdefault-real-8 and -fdefault-integer-8. With -fdefault-real-8 a literal 0d0 is REAL(16) and fits no
!! argument here: write 0.0_c_double, and declare real(c_double), not double precision.
module chiralkick
  use, intrinsic :: iso_c_binding
  implicit none
  private

  integer(c_int), parameter, public :: ck_ok = 0
  integer(c_int), parameter, public :: ck_retry = 1
  integer(c_int), parameter, public :: ck_earg = -1
  integer(c_int), parameter, public :: ck_estate = -2
  integer(c_int), parameter, public :: ck_efield = -3
  integer(c_int), parameter, public :: ck_esource = -4
  integer(c_int), parameter, public :: ck_einternal = -5
  integer(c_int), parameter, public :: ck_temperature = 1
  integer(c_int), parameter, public :: ck_electron_chemical_potential = 2
  integer(c_int), parameter, public :: ck_neutrino_chemical_potential = 3
  integer(c_int), parameter, public :: ck_axial_chemical_potential = 4
  integer(c_int), parameter, public :: ck_density = 5
  integer(c_int), parameter, public :: ck_electron_fraction = 6
  integer(c_int), parameter, public :: ck_neutrino_fraction = 7
  integer(c_int), parameter, public :: ck_proton_chemical_potential = 8
  integer(c_int), parameter, public :: ck_neutron_chemical_potential = 9
  integer(c_int), parameter, public :: ck_magnetic_field = 10
  integer(c_int), parameter, public :: ck_vorticity = 11
  integer(c_int), parameter, public :: ck_velocity = 12
  integer(c_int), parameter, public :: ck_position = 13
  integer(c_int), parameter, public :: ck_volume = 14
  integer(c_int), parameter, public :: ck_surface_element = 15
  integer(c_int), parameter, public :: ck_gradient_length = 16
  integer(c_int), parameter, public :: ck_mean_free_path = 17
  integer(c_int), parameter, public :: ck_neutrino_energy_density = 18
  integer(c_int), parameter, public :: ck_scattering_opacity = 19
  integer(c_int), parameter, public :: ck_absorption_opacity = 20
  integer(c_int), parameter, public :: ck_up_quark_chemical_potential = 21
  integer(c_int), parameter, public :: ck_down_quark_chemical_potential = 22
  integer(c_int), parameter, public :: ck_electric_field = 23
  integer(c_int), parameter, public :: ck_magnetic_diffusivity = 24
  integer(c_int), parameter, public :: ck_lapse = 25
  integer(c_int), parameter, public :: ck_magnetic_field_curl = 26
  integer(c_int), parameter, public :: ck_antineutrino_energy_density = 27
  integer(c_int), parameter, public :: ck_antineutrino_scattering_opacity = 28
  integer(c_int), parameter, public :: ck_antineutrino_absorption_opacity = 29
  integer(c_int), parameter, public :: ck_nu_e_group_energy_density = 31
  integer(c_int), parameter, public :: ck_anti_nu_e_group_energy_density = 32
  integer(c_int), parameter, public :: ck_nu_x_group_energy_density = 33
  integer(c_int), parameter, public :: ck_nu_e_group_absorption_opacity = 34
  integer(c_int), parameter, public :: ck_anti_nu_e_group_absorption_opacity = 35
  integer(c_int), parameter, public :: ck_nu_x_group_absorption_opacity = 36
  integer(c_int), parameter, public :: ck_nu_e_group_scattering_opacity = 37
  integer(c_int), parameter, public :: ck_anti_nu_e_group_scattering_opacity = 38
  integer(c_int), parameter, public :: ck_nu_x_group_scattering_opacity = 39
  integer(c_int), parameter, public :: ck_lepton_flux = 101
  integer(c_int), parameter, public :: ck_axial_flux = 102
  integer(c_int), parameter, public :: ck_neutrino_flux = 103
  integer(c_int), parameter, public :: ck_neutrino_energy_flux = 104
  integer(c_int), parameter, public :: ck_neutrino_momentum_source = 105
  integer(c_int), parameter, public :: ck_chiral_current = 106
  integer(c_int), parameter, public :: ck_chiral_inverse_length = 107
  integer(c_int), parameter, public :: ck_axial_source = 108
  integer(c_int), parameter, public :: ck_largest_stable_rate = 109
  integer(c_int), parameter, public :: ck_spin_flip_rate = 110
  integer(c_int), parameter, public :: ck_nu_e_group_number_flux = 121
  integer(c_int), parameter, public :: ck_anti_nu_e_group_number_flux = 122
  integer(c_int), parameter, public :: ck_nu_x_group_number_flux = 123
  integer(c_int), parameter, public :: ck_nu_e_group_energy_flux = 124
  integer(c_int), parameter, public :: ck_anti_nu_e_group_energy_flux = 125
  integer(c_int), parameter, public :: ck_nu_x_group_energy_flux = 126
  integer(c_int), parameter, public :: ck_escaped_number = 131
  integer(c_int), parameter, public :: ck_escaped_energy = 132
  integer(c_int), parameter, public :: ck_escaped_momentum = 133
  integer(c_int), parameter, public :: ck_mask = 200
  integer(c_int), parameter, public :: ck_flags = 201
  integer(c_int), parameter, public :: ck_f64 = 8
  integer(c_int), parameter, public :: ck_f32 = 4
  integer(c_int), parameter, public :: ck_i64 = 64
  integer(c_int), parameter, public :: ck_u8 = 1
  integer(c_int), parameter, public :: ck_gaussian = 0
  integer(c_int), parameter, public :: ck_heaviside_lorentz = 1
  integer(c_int), parameter :: ckp_spherical = 1
  integer(c_int), parameter, public :: ck_log_debug = 0
  integer(c_int), parameter, public :: ck_log_info = 1
  integer(c_int), parameter, public :: ck_log_warning = 2
  integer(c_int), parameter, public :: ck_log_error = 3
  integer(c_int64_t), parameter, public :: ck_flag_input = 1
  integer(c_int64_t), parameter, public :: ck_flag_knudsen = 2
  integer(c_int64_t), parameter, public :: ck_flag_flux_above_available = 4
  integer(c_int64_t), parameter, public :: ck_flag_neutrino_density_negative = 8
  integer(c_int64_t), parameter, public :: ck_flag_neutrinos_decoupled = 16
  integer(c_int64_t), parameter, public :: ck_flag_lowest_landau_level = 32
  integer(c_int64_t), parameter, public :: ck_flag_share_undefined = 64
  integer(c_int64_t), parameter, public :: ck_flag_momentum_undefined = 128
  integer(c_int64_t), parameter, public :: ck_flag_thermal_budget = 256
  integer(c_int64_t), parameter, public :: ck_flag_spectrum_undefined = 512
  integer(c_int64_t), parameter, public :: ck_flag_implausible = 1024

  !> Fields that one call can carry.
  integer, parameter :: ck_fields_max = 64

  !> Why this thread's last ck_evaluate_fields did not reach C; C then has the text below, which says that this one is meant.
  character(*), parameter :: ckp_refused = 'number of fields is -1'
  character(200), save :: ckp_problem = ' '
  !$omp threadprivate(ckp_problem)

  type, bind(c), public :: ck_open_args
    integer(c_size_t) :: struct_size = 0
    type(c_ptr) :: home = c_null_ptr
    type(c_ptr) :: config = c_null_ptr
    real(c_double) :: mass_g = 0, length_cm = 0, time_s = 0, temperature_mev = 0, potential_mev = 0
    integer(c_int) :: field_system = 0
    integer(c_int) :: rank = 0, ranks = 0, can_retry = 0, threads = 0
    type(c_funptr) :: log = c_null_funptr
    type(c_ptr) :: log_context = c_null_ptr
    type(c_ptr) :: jvm = c_null_ptr
    type(c_ptr) :: record = c_null_ptr
    real(c_double) :: field_gauss = 0, count = 0
  end type ck_open_args

  !> Strides in bytes, as in C; ck_add_f64 and its like count elements and fill this in.
  type, bind(c), public :: ck_view
    type(c_ptr) :: base = c_null_ptr
    integer(c_int) :: kind = 0, components = 0
    integer(c_int64_t) :: n(4) = 0, stride(4) = 0, component_stride = 0, group_stride = 0, reserved(2) = 0
  end type ck_view

  !> ck_grid_t of C, for one call: its edges point to arguments.
  type, bind(c) :: ckp_grid
    integer(c_size_t) :: struct_size = 120
    integer(c_int) :: geometry = 0
    real(c_double) :: first(3) = 0, spacing(3) = 0, centre(3) = 0
    type(c_ptr) :: edges(3) = c_null_ptr
    real(c_double) :: radius = 0
  end type ckp_grid

  type, bind(c), public :: ck_block_result
    integer(c_size_t) :: struct_size = 64
    real(c_double) :: dt_max = 0, momentum_rate(3) = 0, number_rate = 0, energy_rate = 0
    integer(c_int64_t) :: flagged = 0
  end type ck_block_result

  type, bind(c), public :: ck_recoil_t
    integer(c_size_t) :: struct_size = 80
    real(c_double) :: momentum(3) = 0, torque(3) = 0, number = 0, energy = 0
    integer(c_int64_t) :: steps = 0
  end type ck_recoil_t

  type, bind(c), public :: ck_step_t
    integer(c_size_t) :: struct_size = 128
    integer(c_int64_t) :: step = 0
    integer(c_int) :: committed = 0, source_absent = 0
    real(c_double) :: dt = 0, dt_max = 0
    integer(c_int64_t) :: flagged = 0, invalid = 0, evaluated = 0, implausible = 0
    integer(c_int64_t) :: invalid_block = -1, invalid_zone = -1, implausible_block = -1, implausible_zone = -1 ! zones from 0
    real(c_double) :: invalid_value = 0, implausible_value = 0
    integer(c_int) :: invalid_field = 0, implausible_field = 0
  end type ck_step_t

  type, bind(c), public :: ck_audit_t
    integer(c_size_t) :: struct_size = 112
    integer(c_int64_t) :: steps = 0, held = 0, retries = 0, rolled_back = 0, flagged = 0, invalid = 0, implausible = 0
    real(c_double) :: worst_weight_error = 0, area_defect = 0, emission_outside_validity = 0, energy_over_budget = 0
    integer(c_int64_t) :: silent = 0, unjudged = 0
  end type ck_audit_t

  !> The fields of one call: filled by ck_add_... and ck_out_..., emptied by ck_clear; problem says what was given wrongly first.
  type, public :: ck_fields
    integer :: count = 0
    character(200) :: problem = ' '
    integer(c_int) :: field(ck_fields_max) = 0
    type(ck_view) :: view(ck_fields_max)
  end type ck_fields

  public :: ck_open, ck_connect, ck_groups, ck_begin, ck_evaluate, ck_evaluate_fields, ck_set_dt, ck_commit, ck_rollback, ck_step
  public :: ck_recoil, ck_state_size, ck_state_save, ck_state_load, ck_state_part, ck_reduce_parts, ck_reduce, ck_use, ck_timing
  public :: ck_commit_all
  public :: ck_close, ck_abi_version, ck_error_text, ck_clear, ck_add_f64, ck_add_f32, ck_add_mask, ck_add_flags, ck_component
  public :: ck_out_f64, ck_out_f32, ck_emitted, ck_surface_elements_f64, ck_surface_elements_f32
  public :: ck_divergence_f64, ck_divergence_f32, ck_spherical_divergence_f64, ck_spherical_divergence_f32
  public :: ck_audit, ck_audit_text, ck_causes

  ! Interfaces are written out: of procedures declared by an abstract one, gfortran 12 passes a value argument by reference from the
  ! second call in a program unit on.
  interface
    integer(c_int) function ckp_components(field) bind(c, name="ck_field_components")
      import :: c_int
      integer(c_int), value :: field
    end function ckp_components
    integer(c_int) function ckp_surface_elements(first, spacing, centre, radius, elements) bind(c, name="ck_surface_elements")
      import :: c_int, c_double, ck_view
      real(c_double), intent(in) :: first(3), spacing(3), centre(3)
      real(c_double), value :: radius
      type(ck_view), intent(in) :: elements
    end function ckp_surface_elements
    integer(c_int) function ckp_divergence_of(grid, flux, divergence) bind(c, name="ck_divergence")
      import :: c_int, ckp_grid, ck_view
      type(ckp_grid), intent(in) :: grid
      type(ck_view), intent(in) :: flux, divergence
    end function ckp_divergence_of
    integer(c_int) function ckp_report(coupling, code, message) bind(c, name="ck_report")
      import :: c_int, c_ptr, c_char
      type(c_ptr), value :: coupling
      integer(c_int), value :: code
      character(kind=c_char), intent(in) :: message(*)
    end function ckp_report
    type(c_ptr) function ckp_name(field) bind(c, name="ck_field_name")
      import :: c_int, c_ptr
      integer(c_int), value :: field
    end function ckp_name
    integer(c_int) function ck_open(args, coupling) bind(c, name="ck_open")
      import :: c_int, c_ptr, ck_open_args
      type(ck_open_args), intent(in) :: args
      type(c_ptr), intent(out) :: coupling
    end function ck_open
    integer(c_int) function ckp_groups(coupling, groups, edges) bind(c, name="ck_groups")
      import :: c_int, c_ptr, c_double
      type(c_ptr), value :: coupling
      integer(c_int), value :: groups
      real(c_double), intent(in) :: edges(*)
    end function ckp_groups
    integer(c_int) function ckp_per_group(field) bind(c, name="ck_field_per_group")
      import :: c_int
      integer(c_int), value :: field
    end function ckp_per_group
    integer(c_int) function ck_begin(coupling, step, t, dt) bind(c, name="ck_begin")
      import :: c_int, c_ptr, c_int64_t, c_double
      type(c_ptr), value :: coupling
      integer(c_int64_t), value :: step
      real(c_double), value :: t, dt
    end function ck_begin
    integer(c_int) function ck_evaluate(coupling, block, weight, fields, field, view, result) bind(c, name="ck_evaluate")
      import :: c_int, c_ptr, c_int64_t, c_double, ck_view, ck_block_result
      type(c_ptr), value :: coupling
      integer(c_int64_t), value :: block
      real(c_double), value :: weight
      integer(c_int), value :: fields
      integer(c_int), intent(in) :: field(*)
      type(ck_view), intent(in) :: view(*)
      type(ck_block_result), intent(inout) :: result
    end function ck_evaluate
    !> What the host's transport lets out in one stage, in recoil form transport: dyn, net leptons/s, erg/s, whatever the host's units.
    integer(c_int) function ck_emitted(coupling, momentum_of_neutrinos, number, energy, weight) bind(c, name="ck_emitted")
      import :: c_int, c_ptr, c_double
      type(c_ptr), value :: coupling
      real(c_double), intent(in) :: momentum_of_neutrinos(3)
      real(c_double), value :: number, energy, weight
    end function ck_emitted
    integer(c_int) function ck_set_dt(coupling, dt) bind(c, name="ck_set_dt")
      import :: c_int, c_ptr, c_double
      type(c_ptr), value :: coupling
      real(c_double), value :: dt
    end function ck_set_dt
    integer(c_int) function ck_commit(coupling) bind(c, name="ck_commit")
      import :: c_int, c_ptr
      type(c_ptr), value :: coupling
    end function ck_commit
    integer(c_int) function ck_rollback(coupling) bind(c, name="ck_rollback")
      import :: c_int, c_ptr
      type(c_ptr), value :: coupling
    end function ck_rollback
    integer(c_int) function ck_close(coupling) bind(c, name="ck_close")
      import :: c_int, c_ptr
      type(c_ptr), value :: coupling
    end function ck_close
    integer(c_int) function ck_step(coupling, step) bind(c, name="ck_step")
      import :: c_int, c_ptr, ck_step_t
      type(c_ptr), value :: coupling
      type(ck_step_t), intent(inout) :: step
    end function ck_step
    integer(c_int) function ckp_causes(coupling, flag, room, field, count) bind(c, name="ck_causes")
      import :: c_int, c_int64_t, c_ptr
      type(c_ptr), value :: coupling
      integer(c_int), value :: flag, room
      integer(c_int), intent(inout) :: field(*)
      integer(c_int64_t), intent(inout) :: count(*)
    end function ckp_causes
    integer(c_int) function ck_recoil(coupling, recoil) bind(c, name="ck_recoil")
      import :: c_int, c_ptr, ck_recoil_t
      type(c_ptr), value :: coupling
      type(ck_recoil_t), intent(inout) :: recoil
    end function ck_recoil
    integer(c_int) function ck_audit(coupling, audit) bind(c, name="ck_audit")
      import :: c_int, c_ptr, ck_audit_t
      type(c_ptr), value :: coupling
      type(ck_audit_t), intent(inout) :: audit
    end function ck_audit
    integer(c_int) function ck_state_size(coupling, size) bind(c, name="ck_state_size")
      import :: c_int, c_ptr, c_size_t
      type(c_ptr), value :: coupling
      integer(c_size_t), intent(out) :: size
    end function ck_state_size
    integer(c_int) function ck_state_save(coupling, state, size) bind(c, name="ck_state_save")
      import :: c_int, c_ptr, c_size_t, c_int8_t
      type(c_ptr), value :: coupling
      integer(c_int8_t), intent(inout) :: state(*)
      integer(c_size_t), value :: size
    end function ck_state_save
    integer(c_int) function ck_state_part(coupling, state, size) bind(c, name="ck_state_part")
      import :: c_int, c_ptr, c_size_t, c_int8_t
      type(c_ptr), value :: coupling
      integer(c_int8_t), intent(inout) :: state(*)
      integer(c_size_t), value :: size
    end function ck_state_part
    integer(c_int) function ck_state_load(coupling, state, size) bind(c, name="ck_state_load")
      import :: c_int, c_ptr, c_size_t, c_int8_t
      type(c_ptr), value :: coupling
      integer(c_int8_t), intent(in) :: state(*)
      integer(c_size_t), value :: size
    end function ck_state_load
    integer(c_int) function ck_reduce_parts(coupling, parts, count, size, recoil) bind(c, name="ck_reduce_parts")
      import :: c_int, c_ptr, c_size_t, c_int8_t, ck_recoil_t
      type(c_ptr), value :: coupling
      integer(c_int8_t), intent(in) :: parts(*)
      integer(c_int), value :: count
      integer(c_size_t), value :: size
      type(ck_recoil_t), intent(inout) :: recoil
    end function ck_reduce_parts
    !> Needs -lchiralkick_mpi; communicator is what "use mpi" calls one (for mpi_f08: comm%mpi_val).
    integer(c_int) function ck_reduce(coupling, communicator, recoil) bind(c, name="ck_reduce")
      import :: c_int, c_ptr, ck_recoil_t
      type(c_ptr), value :: coupling
      integer(c_int), value :: communicator
      type(ck_recoil_t), intent(inout) :: recoil
    end function ck_reduce
    !> One decision of all ranks in place of ck_commit, by every rank also after a failure. Needs -lchiralkick_mpi; communicator as above.
    integer(c_int) function ck_commit_all(coupling, communicator, step) bind(c, name="ck_commit_all")
      import :: c_int, c_ptr, ck_step_t
      type(c_ptr), value :: coupling
      integer(c_int), value :: communicator
      type(ck_step_t), intent(inout) :: step
    end function ck_commit_all
    integer(c_int) function ck_timing(coupling, seconds, calls) bind(c, name="ck_timing")
      import :: c_int, c_ptr, c_double, c_int64_t
      type(c_ptr), value :: coupling
      real(c_double), intent(out) :: seconds
      integer(c_int64_t), intent(out) :: calls
    end function ck_timing
    integer(c_int) function ck_abi_version() bind(c, name="ck_abi_version")
      import :: c_int
    end function ck_abi_version
    integer(c_int) function ckp_use(coupling, source) bind(c, name="ck_use")
      import :: c_int, c_ptr, c_char
      type(c_ptr), value :: coupling
      character(kind=c_char), intent(in) :: source(*)
    end function ckp_use
    type(c_ptr) function ckp_audit_text(coupling) bind(c, name="ck_audit_text")
      import :: c_ptr
      type(c_ptr), value :: coupling
    end function ckp_audit_text
    type(c_ptr) function ckp_last_error(coupling) bind(c, name="ck_last_error")
      import :: c_ptr
      type(c_ptr), value :: coupling
    end function ckp_last_error
    integer(c_size_t) function ckp_strlen(text) bind(c, name="strlen")
      import :: c_ptr, c_size_t
      type(c_ptr), value :: text
    end function ckp_strlen
  end interface

contains

  !> Opens a coupling with what differs from args in home, config and record (a replay file to write); returns a code. A home or config of
  !! blanks only is as one that is not given.
  integer(c_int) function ck_connect(coupling, args, home, config, record) result(code)
    type(c_ptr), intent(out) :: coupling
    type(ck_open_args), intent(in) :: args
    character(*), intent(in), optional :: home, config, record
    type(ck_open_args) :: complete
    character(kind=c_char), allocatable, target :: home_text(:), config_text(:), record_text(:)
    complete = args
    complete%struct_size = c_sizeof(complete)
    if (ckp_given(home)) then
      allocate (home_text(len_trim(home) + 1), source=ckp_text(home))
      complete%home = c_loc(home_text)
    end if
    if (ckp_given(config)) then
      allocate (config_text(len_trim(config) + 1), source=ckp_text(config))
      complete%config = c_loc(config_text)
    end if
    if (present(record)) then
      allocate (record_text(len_trim(record) + 1), source=ckp_text(record))
      complete%record = c_loc(record_text)
    end if
    code = ck_open(complete, coupling)
  end function ck_connect

  logical function ckp_given(text)
    character(*), intent(in), optional :: text
    ckp_given = .false.
    if (present(text)) ckp_given = len_trim(text) > 0
  end function ckp_given

  !> Sets the energy groups between rising edges [MeV], one more than groups; after ck_open, before the first ck_begin.
  integer(c_int) function ck_groups(coupling, edges_mev) result(code)
    type(c_ptr), intent(in) :: coupling
    real(c_double), intent(in) :: edges_mev(:)
    code = ckp_groups(coupling, size(edges_mev, kind=c_int) - 1_c_int, edges_mev)
  end function ck_groups

  !> Why zones of the step of ck_step are invalid (flag ck_flag_input) or implausible (ck_flag_implausible): fields, and how many each counts
  !! for. Returns the number of causes, of which those that both arrays have room for are filled in, or an error below 0.
  integer(c_int) function ck_causes(coupling, flag, field, count) result(causes)
    type(c_ptr), intent(in) :: coupling
    integer(c_int64_t), intent(in) :: flag
    integer(c_int), intent(inout), contiguous :: field(:)
    integer(c_int64_t), intent(inout), contiguous :: count(:)
    causes = ckp_causes(coupling, int(flag, c_int), int(min(size(field), size(count)), c_int), field, count)
  end function ck_causes

  !> Evaluates a block with the fields collected by ck_add_... and ck_out_...
  integer(c_int) function ck_evaluate_fields(coupling, block, weight, fields, result) result(code)
    type(c_ptr), intent(in) :: coupling
    integer(c_int64_t), intent(in) :: block
    real(c_double), intent(in) :: weight
    type(ck_fields), intent(in) :: fields
    type(ck_block_result), intent(inout), optional :: result
    type(ck_block_result) :: ignored
    integer(c_int) :: count
    count = int(fields%count, c_int)
    ckp_problem = fields%problem
    if (fields%problem /= ' ') count = -1_c_int
    if (present(result)) then
      result%struct_size = c_sizeof(result)
      code = ck_evaluate(coupling, block, weight, count, fields%field, fields%view, result)
    else
      code = ck_evaluate(coupling, block, weight, count, fields%field, fields%view, ignored)
    end if
  end function ck_evaluate_fields

  !> Chooses the source by name from the next ck_begin on.
  integer(c_int) function ck_use(coupling, source) result(code)
    type(c_ptr), intent(in) :: coupling
    character(*), intent(in) :: source
    code = ckp_use(coupling, ckp_text(source))
  end function ck_use

  !> Returns the last error of a coupling; of this thread for c_null_ptr.
  function ck_error_text(coupling) result(text)
    type(c_ptr), intent(in) :: coupling
    character(:), allocatable :: text
    text = ckp_string(ckp_last_error(coupling))
    if (index(text, ckp_refused) == 1 .and. ckp_problem /= ' ') text = trim(ckp_problem)
  end function ck_error_text

  !> What was noticed since ck_open, as lines for a host to print at its end; one that begins with "WRONG: " makes the kick wrong.
  function ck_audit_text(coupling) result(text)
    type(c_ptr), intent(in) :: coupling
    character(:), allocatable :: text
    text = ckp_string(ckp_audit_text(coupling))
  end function ck_audit_text

  function ckp_string(address) result(text)
    type(c_ptr), intent(in) :: address
    character(:), allocatable :: text
    character(kind=c_char), pointer :: letters(:)
    integer :: i, length
    length = int(ckp_strlen(address))
    call c_f_pointer(address, letters, [length])
    allocate (character(length) :: text)
    do i = 1, length
      text(i:i) = letters(i)
    end do
  end function ckp_string

  !> Returns one component of a vector field as a field: ck_component(ck_magnetic_field, 3) is B_z.
  pure integer(c_int) function ck_component(field, axis) result(number)
    integer(c_int), intent(in) :: field
    integer, intent(in) :: axis
    number = field + 1000_c_int*int(axis, c_int)
  end function ck_component

  subroutine ck_clear(fields)
    type(ck_fields), intent(inout) :: fields
    fields%count = 0
    fields%problem = ' '
  end subroutine ck_clear

  !> Adds a double precision field that is read: first element, extents, strides in elements (contiguous if absent;
  !! with strides a vector also needs the elements from one component to the next, and a field per energy group those from
  !! one group to the next; without, an array of (n, 3, groups) or (n, groups) is taken).
  subroutine ck_add_f64(fields, field, first, n, stride, component_stride, group_stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int), intent(in) :: field
    real(c_double), target, intent(in) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride, group_stride
    call ckp_add(fields, field, .false., c_loc(first), ck_f64, 8, n, stride, component_stride, group_stride)
  end subroutine ck_add_f64

  !> Adds a single precision field that is read.
  subroutine ck_add_f32(fields, field, first, n, stride, component_stride, group_stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int), intent(in) :: field
    real(c_float), target, intent(in) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride, group_stride
    call ckp_add(fields, field, .false., c_loc(first), ck_f32, 4, n, stride, component_stride, group_stride)
  end subroutine ck_add_f32

  !> Adds a double precision field that every ck_evaluate_fields writes: a flux.
  subroutine ck_out_f64(fields, field, first, n, stride, component_stride, group_stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int), intent(in) :: field
    real(c_double), target, intent(inout) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride, group_stride
    call ckp_add(fields, field, .true., c_loc(first), ck_f64, 8, n, stride, component_stride, group_stride)
  end subroutine ck_out_f64

  !> Adds a single precision field that every ck_evaluate_fields writes.
  subroutine ck_out_f32(fields, field, first, n, stride, component_stride, group_stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int), intent(in) :: field
    real(c_float), target, intent(inout) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride, group_stride
    call ckp_add(fields, field, .true., c_loc(first), ck_f32, 4, n, stride, component_stride, group_stride)
  end subroutine ck_out_f32

  !> Adds the mask: zones with 0 are left out.
  subroutine ck_add_mask(fields, first, n, stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int8_t), target, intent(in) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:)
    call ckp_add(fields, ck_mask, .false., c_loc(first), ck_u8, 1, n, stride)
  end subroutine ck_add_mask

  !> Adds the flag words to be written.
  subroutine ck_add_flags(fields, first, n, stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int64_t), target, intent(inout) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:)
    call ckp_add(fields, ck_flags, .true., c_loc(first), ck_i64, 8, n, stride)
  end subroutine ck_add_flags

  !> Fills the surface elements of a sphere for a block of a uniform Cartesian grid; ck_surface_elements in chiralkick.h says how.
  !! x, y, z of the centre of the block's first zone, spacing, centre of the sphere and radius in your unit of length; then the first
  !! element to be written, extents along x, y, z, and, as for ck_add_f64, strides in elements. Elements are in that unit squared.
  integer(c_int) function ck_surface_elements_f64(first_zone, spacing, centre, radius, first, n, stride, &
                                                  component_stride) result(code)
    real(c_double), intent(in) :: first_zone(3), spacing(3), centre(3), radius
    real(c_double), target, intent(inout) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride
    code = ckp_surface(first_zone, spacing, centre, radius, c_loc(first), ck_f64, 8, n, stride, component_stride)
  end function ck_surface_elements_f64

  !> The same in single precision.
  integer(c_int) function ck_surface_elements_f32(first_zone, spacing, centre, radius, first, n, stride, &
                                                  component_stride) result(code)
    real(c_double), intent(in) :: first_zone(3), spacing(3), centre(3), radius
    real(c_float), target, intent(inout) :: first(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:), component_stride
    code = ckp_surface(first_zone, spacing, centre, radius, c_loc(first), ck_f32, 4, n, stride, component_stride)
  end function ck_surface_elements_f32

  integer(c_int) function ckp_surface(first_zone, spacing, centre, radius, base, kind, bytes, n, stride, &
                                      component_stride) result(code)
    real(c_double), intent(in) :: first_zone(3), spacing(3), centre(3), radius
    type(c_ptr), intent(in) :: base
    integer(c_int), intent(in) :: kind
    integer, intent(in) :: bytes, n(:)
    integer, intent(in), optional :: stride(:), component_stride
    type(ck_fields) :: fields
    call ckp_add(fields, ck_surface_element, .false., base, kind, bytes, n, stride, component_stride)
    if (fields%problem /= ' ') then
      code = ckp_report(c_null_ptr, ck_earg, ckp_text(fields%problem))
    else
      code = ckp_surface_elements(first_zone, spacing, centre, radius, fields%view(1))
    end if
  end function ckp_surface

  !> Divergence of a flux on a block of a uniform Cartesian grid; ck_divergence in chiralkick.h says how. Spacing along x, y, z; the
  !! first element of the flux, that of the layer of zones around the block, and of the divergence; extents without that layer.
  !! Without strides the flux is flux(n(1)+2, n(2)+2, n(3)+2, 3) and the divergence divergence(n(1), n(2), n(3)); strides are in
  !! elements, as for ck_add_f64. With a radius the flux ends at that sphere: give the centres of the block's first zone and of the
  !! sphere, too (0 else).
  integer(c_int) function ck_divergence_f64(spacing, flux, divergence, n, flux_stride, component_stride, &
                                            stride, first_zone, centre, radius) result(code)
    real(c_double), intent(in) :: spacing(3)
    real(c_double), intent(in), optional :: first_zone(3), centre(3), radius
    real(c_double), target, intent(in) :: flux(*)
    real(c_double), target, intent(inout) :: divergence(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: flux_stride(:), component_stride, stride(:)
    type(ckp_grid) :: grid
    grid%spacing = spacing
    if (present(first_zone)) grid%first = first_zone
    if (present(centre)) grid%centre = centre
    if (present(radius)) grid%radius = radius
    code = ckp_divergence(grid, c_loc(flux), c_loc(divergence), ck_f64, 8, n, flux_stride, component_stride, stride)
  end function ck_divergence_f64

  !> The same in single precision.
  integer(c_int) function ck_divergence_f32(spacing, flux, divergence, n, flux_stride, component_stride, &
                                            stride, first_zone, centre, radius) result(code)
    real(c_double), intent(in) :: spacing(3)
    real(c_double), intent(in), optional :: first_zone(3), centre(3), radius
    real(c_float), target, intent(in) :: flux(*)
    real(c_float), target, intent(inout) :: divergence(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: flux_stride(:), component_stride, stride(:)
    type(ckp_grid) :: grid
    grid%spacing = spacing
    if (present(first_zone)) grid%first = first_zone
    if (present(centre)) grid%centre = centre
    if (present(radius)) grid%radius = radius
    code = ckp_divergence(grid, c_loc(flux), c_loc(divergence), ck_f32, 4, n, flux_stride, component_stride, stride)
  end function ck_divergence_f32

  !> The same on a block of a spherical grid: edges of r, theta, phi, one more than zones of each; the flux is Cartesian, and
  !! ends at the radius where one is given, an edge of r.
  integer(c_int) function ck_spherical_divergence_f64(r, theta, phi, flux, divergence, n, flux_stride, component_stride, &
                                                      stride, radius) result(code)
    real(c_double), target, intent(in) :: r(*), theta(*), phi(*)
    real(c_double), intent(in), optional :: radius
    real(c_double), target, intent(in) :: flux(*)
    real(c_double), target, intent(inout) :: divergence(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: flux_stride(:), component_stride, stride(:)
    type(ckp_grid) :: grid
    grid%geometry = ckp_spherical
    grid%edges = [c_loc(r), c_loc(theta), c_loc(phi)]
    if (present(radius)) grid%radius = radius
    code = ckp_divergence(grid, c_loc(flux), c_loc(divergence), ck_f64, 8, n, flux_stride, component_stride, stride)
  end function ck_spherical_divergence_f64

  !> The same in single precision.
  integer(c_int) function ck_spherical_divergence_f32(r, theta, phi, flux, divergence, n, flux_stride, component_stride, &
                                                      stride, radius) result(code)
    real(c_double), target, intent(in) :: r(*), theta(*), phi(*)
    real(c_double), intent(in), optional :: radius
    real(c_float), target, intent(in) :: flux(*)
    real(c_float), target, intent(inout) :: divergence(*)
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: flux_stride(:), component_stride, stride(:)
    type(ckp_grid) :: grid
    grid%geometry = ckp_spherical
    grid%edges = [c_loc(r), c_loc(theta), c_loc(phi)]
    if (present(radius)) grid%radius = radius
    code = ckp_divergence(grid, c_loc(flux), c_loc(divergence), ck_f32, 4, n, flux_stride, component_stride, stride)
  end function ck_spherical_divergence_f32

  integer(c_int) function ckp_divergence(grid, flux, divergence, kind, bytes, n, flux_stride, component_stride, &
                                         stride) result(code)
    type(ckp_grid), intent(in) :: grid
    type(c_ptr), intent(in) :: flux, divergence
    integer(c_int), intent(in) :: kind
    integer, intent(in) :: bytes, n(:)
    integer, intent(in), optional :: flux_stride(:), component_stride, stride(:)
    type(ck_view) :: in, out
    character(200) :: problem
    problem = ' '
    if (size(n) /= 3) write (problem, '(a,i0,a)') 'extents of the divergence are ', size(n), ' numbers; must be 3'
    if (present(stride)) then
      if (size(stride) /= 3) write (problem, '(a,i0,a)') 'strides of the divergence are ', size(stride), ' numbers; must be 3'
    end if
    if (present(flux_stride)) then
      if (size(flux_stride) /= 3) write (problem, '(a,i0,a)') 'strides of the flux are ', size(flux_stride), ' numbers; must be 3'
      if (.not. present(component_stride)) problem = 'the flux has strides of its own; give component_stride, too'
    end if
    if (problem /= ' ') then
      code = ckp_report(c_null_ptr, ck_earg, ckp_text(problem))
      return
    end if
    in = ckp_box(flux, kind, bytes, n + 2, flux_stride)
    in%component_stride = bytes*product(int(n + 2, c_int64_t))
    if (present(component_stride)) in%component_stride = int(component_stride, c_int64_t)*bytes
    out = ckp_box(divergence, kind, bytes, n, stride)
    code = ckp_divergence_of(grid, in, out)
  end function ckp_divergence

  type(ck_view) function ckp_box(base, kind, bytes, n, stride) result(view)
    type(c_ptr), intent(in) :: base
    integer(c_int), intent(in) :: kind
    integer, intent(in) :: bytes, n(3)
    integer, intent(in), optional :: stride(:)
    integer(c_int64_t) :: next
    integer :: d
    view%base = base
    view%kind = kind
    view%n = 1
    next = bytes
    do d = 1, 3
      view%n(d) = int(n(d), c_int64_t)
      view%stride(d) = next
      if (present(stride)) view%stride(d) = int(stride(d), c_int64_t)*bytes
      next = next*view%n(d)
    end do
  end function ckp_box

  subroutine ckp_add(fields, field, written, base, kind, bytes, n, stride, component_stride, group_stride)
    type(ck_fields), intent(inout) :: fields
    integer(c_int), intent(in) :: field, kind
    logical, intent(in) :: written
    type(c_ptr), intent(in) :: base
    integer, intent(in) :: bytes, n(:)
    integer, intent(in), optional :: stride(:), component_stride, group_stride
    type(ck_view) :: view
    integer :: d
    integer(c_int64_t) :: next
    if (fields%problem == ' ') then
      fields%problem = ckp_wrong(fields, field, written, n, stride, present(component_stride), present(group_stride))
    end if
    if (fields%problem /= ' ') return
    view%base = base
    view%kind = kind
    view%n = 1
    next = bytes
    do d = 1, size(n)
      view%n(d) = int(n(d), c_int64_t)
      view%stride(d) = next
      if (present(stride)) view%stride(d) = int(stride(d), c_int64_t)*bytes
      next = next*view%n(d)
    end do
    view%component_stride = next
    if (present(component_stride)) view%component_stride = int(component_stride, c_int64_t)*bytes
    view%group_stride = next
    if (field < 1000) view%group_stride = view%component_stride*max(1_c_int, ckp_components(field))
    if (present(group_stride)) view%group_stride = int(group_stride, c_int64_t)*bytes
    fields%count = fields%count + 1
    fields%field(fields%count) = field
    fields%view(fields%count) = view
  end subroutine ckp_add

  !> Returns what is wrong with a field that is to be added; blank if nothing is.
  function ckp_wrong(fields, field, written, n, stride, has_component_stride, has_group_stride) result(problem)
    type(ck_fields), intent(in) :: fields
    integer(c_int), intent(in) :: field
    logical, intent(in) :: written, has_component_stride, has_group_stride
    integer, intent(in) :: n(:)
    integer, intent(in), optional :: stride(:)
    character(200) :: problem
    character(:), allocatable :: name
    integer(c_int) :: number
    logical :: output
    number = mod(field, 1000_c_int)
    problem = ' '
    if (.not. c_associated(ckp_name(number))) return ! C refuses it by its number
    name = ckp_string(ckp_name(number))
    output = number > 100 .and. number /= ck_mask
    if (output .and. .not. written) then
      problem = name//' is an output; add it with ck_out_f64 or ck_out_f32'
    else if (written .and. .not. output) then
      problem = name//' is an input; add it with ck_add_f64 or ck_add_f32'
    else if (size(n) < 1 .or. size(n) > 4) then
      write (problem, '(3a,i0,a)') 'extents of ', name, ' are ', size(n), ' numbers; must be 1 to 4'
    else if (fields%count >= ck_fields_max) then
      write (problem, '(2a,i0,a)') name, ' is one field too many; at most ', ck_fields_max, ' in one call; call ck_clear first'
    else if (present(stride)) then
      if (size(stride) /= size(n)) then
        write (problem, '(3a,i0,a,i0,a)') 'strides of ', name, ' are ', size(stride), ' numbers for ', size(n), &
          ' extents; must be as many'
      else if (field < 1000 .and. .not. has_component_stride) then
        if (ckp_components(number) == 3) problem = name//' is a vector with strides of its own; give component_stride, too'
      end if
      if (problem == ' ' .and. .not. has_group_stride) then
        if (ckp_per_group(number) == 1) problem = name//' is per energy group with strides of its own; give group_stride, too'
      end if
    end if
  end function ckp_wrong

  pure function ckp_text(text) result(letters)
    character(*), intent(in) :: text
    character(kind=c_char) :: letters(len_trim(text) + 1)
    integer :: i
    do i = 1, len_trim(text)
      letters(i) = text(i:i)
    end do
    letters(len_trim(text) + 1) = c_null_char
  end function ckp_text
end module chiralkick
