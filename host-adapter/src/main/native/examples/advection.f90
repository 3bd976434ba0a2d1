! A small real host: a magnetic field carried through a periodic box, upwind in space, Heun's two stages in time, slabs of the box
! on MPI ranks, two ghost zones, a restart file of its own. The lines marked "!ck" are all that the coupling takes.
!   usage: advection STEPS RESTART_FILE [DIE_AT] [--bits]
! Continues from the restart file where it exists. For the tests: DIE_AT, kill -9 before that step's commit; --bits, print exact bits.
program advection
  use mpi
  use chiralkick                                                                                                      !ck
  use, intrinsic :: iso_c_binding
  implicit none
  integer, parameter :: n = 16, g = 2, m = n + 2*g, s = g + 1, stride(3) = [1, m, m*m]
  real(c_double), parameter :: dx = 1e5_c_double, u(3) = [3e8_c_double, 2e8_c_double, 1e8_c_double], dt = 1e-4_c_double
  real(c_double), allocatable :: b(:, :, :, :), old(:, :, :, :), rate(:, :, :, :), t(:, :, :), mu_e(:, :, :), mu_nu(:, :, :), &
                                 area(:, :, :, :), flux(:, :, :, :)
  real(c_float), allocatable :: curl(:, :, :, :)
  integer :: rank, ranks, error, nz, k0, i, j, k, step, first_step, steps, die_at, stage, fate, extent(3)
  character(300) :: file, word
  logical :: with_bits = .false.
  type(c_ptr) :: coupling                                                                                             !ck
  type(ck_open_args) :: args                                                                                          !ck
  type(ck_fields) :: fields                                                                                           !ck
  type(ck_recoil_t) :: recoil                                                                                         !ck
  type(ck_step_t) :: decided                                                                                          !ck
  integer(c_int8_t), allocatable :: state(:)                                                                          !ck
  integer(c_size_t) :: state_size                                                                                     !ck
  interface
    integer(c_int) function kill(process, signal) bind(c, name="kill")
      import :: c_int
      integer(c_int), value :: process, signal
    end function kill
    integer(c_int) function getpid() bind(c, name="getpid")
      import :: c_int
    end function getpid
  end interface

  call mpi_init(error)
  call mpi_comm_rank(mpi_comm_world, rank, error)
  call mpi_comm_size(mpi_comm_world, ranks, error)
  call get_command_argument(1, word)
  read (word, *) steps
  call get_command_argument(2, file)
  die_at = -1
  do i = 3, command_argument_count()
    call get_command_argument(i, word)
    if (word == '--bits') then
      with_bits = .true.
    else
      read (word, *) die_at
    end if
  end do
  nz = n/ranks
  k0 = rank*nz
  extent = [n, n, nz]
  allocate (b(m, m, nz + 2*g, 3), old(m, m, nz + 2*g, 3), rate(m, m, nz + 2*g, 3), t(m, m, nz + 2*g), mu_e(m, m, nz + 2*g), &
            mu_nu(m, m, nz + 2*g), area(m, m, nz + 2*g, 3), flux(m, m, nz + 2*g, 3), curl(3, m, m, nz + 2*g))
  b = 0; t = -1; mu_e = 0; mu_nu = 0; area = 0; flux = 0; curl = 0
  do k = 1, nz
    do j = 1, n
      do i = 1, n
        t(g + i, g + j, g + k) = 8 + 0.25_c_double*i
        mu_e(g + i, g + j, g + k) = 140 + j
        mu_nu(g + i, g + j, g + k) = 80 + k0 + k
        b(g + i, g + j, g + k, :) = 1e11_c_double*[i, mod(i + j, 5), n - (k0 + k)]
        curl(:, g + i, g + j, g + k) = [0.5, 0.25*j, 1000.0 + i]
        if (i == n) area(g + i, g + j, g + k, 1) = dx*dx
        if (k0 + k == n) area(g + i, g + j, g + k, 3) = dx*dx
      end do
    end do
  end do

  args%rank = rank; args%ranks = ranks                                                                                !ck
  call check(ck_connect(coupling, args))                                                                              !ck
  call ck_add_f64(fields, ck_temperature, t(s, s, s), extent, stride)                                                 !ck
  call ck_add_f64(fields, ck_electron_chemical_potential, mu_e(s, s, s), extent, stride)                              !ck
  call ck_add_f64(fields, ck_neutrino_chemical_potential, mu_nu(s, s, s), extent, stride)                             !ck
  call ck_add_f64(fields, ck_magnetic_field, b(s, s, s, 1), extent, stride, stride(3)*(nz + 2*g))                     !ck
  call ck_add_f32(fields, ck_vorticity, curl(1, s, s, s), extent, 3*stride, 1)                                        !ck
  call ck_add_f64(fields, ck_surface_element, area(s, s, s, 1), extent, stride, stride(3)*(nz + 2*g))                 !ck
  call ck_out_f64(fields, ck_neutrino_flux, flux(s, s, s, 1), extent, stride, stride(3)*(nz + 2*g))                   !ck
  call check(ck_state_size(coupling, state_size))                                                                     !ck
  allocate (state(state_size))                                                                                        !ck
  first_step = 1
  call read_restart
  do step = first_step, steps
    call check(ck_begin(coupling, int(step, c_int64_t), dt*(step - 1), 0.0_c_double))                                 !ck
    old = b
    do stage = 1, 2
      call exchange
      call check(ck_evaluate_fields(coupling, int(rank, c_int64_t), 0.5_c_double, fields))                            !ck
      call upwind
      if (stage == 1) then
        b = old + dt*rate
      else
        b = 0.5_c_double*old + 0.5_c_double*(b + dt*rate)
      end if
    end do
    call check(ck_set_dt(coupling, dt))                                                                               !ck
    if (step == die_at) fate = kill(getpid(), 9)
    call check(ck_commit_all(coupling, mpi_comm_world, decided))                                                      !ck
    call check(ck_reduce(coupling, mpi_comm_world, recoil))                                                           !ck
    call write_restart
  end do
  if (rank == 0) call print_recoil
  call check(ck_close(coupling))                                                                                      !ck
  call mpi_finalize(error)

contains

  subroutine check(code)
    integer(c_int), intent(in) :: code
    if (code == 0) return
    print '(a)', ck_error_text(c_null_ptr)
    call mpi_abort(mpi_comm_world, 1, error)
  end subroutine check

  subroutine print_recoil
    character(:), allocatable :: number
    number = 'es10.2'
    if (with_bits) number = 'z17.16'
    print '("momentum",'//number//'," g cm/s along ",a)', (recoil%momentum(i), achar(iachar('w') + i), i = 1, 3)
    print '("torque",'//number//'," g cm^2/s about ",a)', (recoil%torque(i), achar(iachar('w') + i), i = 1, 3)
    print '("escaped",'//number//',1x,a)', recoil%number, 'neutrinos', recoil%energy, 'erg'
    print '(a,1x,i0)', 'steps', recoil%steps
  end subroutine print_recoil

  subroutine exchange
    integer :: below, above, layer
    b(1:g, :, :, :) = b(n + 1:n + g, :, :, :)
    b(n + g + 1:m, :, :, :) = b(g + 1:2*g, :, :, :)
    b(:, 1:g, :, :) = b(:, n + 1:n + g, :, :)
    b(:, n + g + 1:m, :, :) = b(:, g + 1:2*g, :, :)
    below = mod(rank + ranks - 1, ranks)
    above = mod(rank + 1, ranks)
    layer = m*m*g
    do i = 1, 3
      call mpi_sendrecv(b(:, :, nz + 1:nz + g, i), layer, mpi_double_precision, above, i, &
                        b(:, :, 1:g, i), layer, mpi_double_precision, below, i, mpi_comm_world, mpi_status_ignore, error)
      call mpi_sendrecv(b(:, :, g + 1:2*g, i), layer, mpi_double_precision, below, i, &
                        b(:, :, nz + g + 1:nz + 2*g, i), layer, mpi_double_precision, above, i, mpi_comm_world, &
                        mpi_status_ignore, error)
    end do
  end subroutine exchange

  subroutine upwind
    rate = 0
    do k = g + 1, g + nz
      do j = g + 1, g + n
        do i = g + 1, g + n
          rate(i, j, k, :) = -(u(1)*(b(i, j, k, :) - b(i - 1, j, k, :)) + u(2)*(b(i, j, k, :) - b(i, j - 1, k, :)) &
                               + u(3)*(b(i, j, k, :) - b(i, j, k - 1, :)))/dx
        end do
      end do
    end do
  end subroutine upwind

  subroutine write_restart
    real(c_double) :: mine(n, n, nz, 3), whole(n, n, nz, 3, 0:ranks - 1)
    mine = b(g + 1:g + n, g + 1:g + n, g + 1:g + nz, :)
    call mpi_gather(mine, size(mine), mpi_double_precision, whole, size(mine), mpi_double_precision, 0, mpi_comm_world, error)
    call check(ck_state_save(coupling, state, state_size))                                                            !ck
    if (rank /= 0) return
    open (10, file=trim(file)//'.new', access='stream', form='unformatted', status='replace')
    write (10) step
    do i = 1, 3
      do k = 0, ranks - 1
        write (10) whole(:, :, :, i, k)
      end do
    end do
    write (10) state                                                                                                  !ck
    close (10)
    call rename(trim(file)//'.new', trim(file))
  end subroutine write_restart

  subroutine read_restart
    real(c_double) :: whole(n, n, n, 3)
    logical :: there
    inquire (file=file, exist=there)
    if (.not. there) return
    open (10, file=file, access='stream', form='unformatted', status='old')
    read (10) first_step, whole
    read (10) state                                                                                                   !ck
    close (10)
    first_step = first_step + 1
    b(g + 1:g + n, g + 1:g + n, g + 1:g + nz, :) = whole(:, :, k0 + 1:k0 + nz, :)
    call check(ck_state_load(coupling, state, state_size))                                                            !ck
  end subroutine read_restart
end program advection
