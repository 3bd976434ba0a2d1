/**
 * @file chiralkick.h
 * Anomalous (chiral) lepton transport and the recoil of the star, for host codes in C, C++, Fortran, Python and whatever calls C.
 *
 * A host opens a coupling once, and in every step it begins the step, evaluates its blocks of zones (once per block and
 * Runge-Kutta stage, from any thread, in any order), and commits or rolls back:
 *
 *     ck_open -> [ck_state_load] -> { ck_begin -> ck_evaluate ... -> [ck_set_dt] -> ck_commit | ck_rollback } ... -> ck_close
 *
 * A host on several ranks calls ck_commit_all() in place of ck_commit(), so that all ranks do the same step with the same sources.
 *
 * A host with neutrino transport of its own opens with {"recoil": {"form": "transport"}} and also tells, for every stage, what that let out of
 * the star (ck_emitted()); then nothing else counts.
 *
 * @section weights Weights of stages
 *
 * A Runge-Kutta stage is not a step: each call of ck_evaluate() takes the weight of its stage in the final state.
 *
 *     forward Euler 1 | midpoint, vl2 0, 1 | Heun, rk2 1/2, 1/2 | SSP rk3 1/6, 1/6, 2/3 | classical rk4 1/6, 1/3, 1/3, 1/6
 *     Williamson 2N-rk3 1/6, 3/10, 8/15
 *
 * What would give a wrong kick is refused, never #CK_OK. ck_commit() refuses (#CK_ESTATE) a step in which the weights of a block that has one
 * other than 0 do not add up to 1 within 1e-6, and names the block; the step stays pending, so that what is missing may follow, or a
 * ck_rollback(). One number for all blocks is named as such. A call weighs, and needs its fields, also where the mask leaves no zone of its
 * block: particles may all be left out in one stage and live in the next. An empty block, one with an extent of 0, as on a rank that has no
 * zones, has no weight and needs no fields, here and in Java. ck_commit() also refuses a step of which all weights are 0 though its blocks
 * could emit: such a step is for diagnosis and rolled back. ck_begin() refuses (#CK_ESTATE) a number that is not above that of the step
 * committed last, here or in the state that was loaded. ck_evaluate() refuses (#CK_EFIELD) an output that no source in force gives, and names
 * those that do; the source isotropic, a control, gives all as zeros. The configuration lets a host off: "weights": "free" (blocks with time
 * steps of their own), "step-numbers": "free", "missing-output": "warn" (zeros, logged once).
 *
 * A source that the configuration names and that is not there is an error of ck_open() (#CK_ESOURCE), with those that are, the nearest name
 * and what does not work in the folder of mechanisms; later of ck_begin(), and of ck_use(), after which the old one acts on. To go on without
 * it is a choice in words: "without-source": "hold" (zero fluxes, ck_step_t.source_absent, logged when it begins, why, and when it ends) or
 * "wait" (up to "wait-s" seconds, 10); "stop" is the default. A mechanism that is updated in place acts as it was until the new one is ready.
 * One that does not return, or whose bundle does not come up, is named in the log after "watchdog-s" seconds (60; 0: never). While no coupling
 * is open, as in the first ck_open() of a process, which starts the bundles, neither log nor "watchdog-s" is in force: a bundle that hangs there is
 * named after 60 s by the System.Logger of Java, which writes to standard error, and one that ends the process on standard error. The stub
 * refuses a source that is not installed as the library does (section replay says how it knows them).
 *
 * Zones with invalid input or result have zero fluxes and #CK_FLAG_INPUT; those with a number too large for any star, likely in another unit,
 * have #CK_FLAG_IMPLAUSIBLE and the fluxes that follow. ck_step() has the first of each, ck_causes() counts them by what is wrong, and the log
 * names the first with its value and the likely unit, at most once in "report-zones-every" steps (100; 0: never). A step in which no zone is
 * valid is logged at once and not refused: a rank may hold nothing but vacuum. Leave it out by a mask, or compare ck_step_t.invalid with
 * ck_step_t.evaluated.
 *
 * @section feedback Feedback
 *
 * The fluxes of ck_evaluate() move leptons and energy within the star, and what leaves it is counted by a rule of its own: of an element dA
 * of the surface max(F_N.dA, 0) neutrinos and max(F_E.dA, 0) of energy, outflow only, for nothing comes in from outside; momentum by the
 * geometry of the configuration; in the volume form 3/(4R) |F| V; all times the lapse where it is given, as the recoil has it. A host that
 * feeds back takes from its zones what was counted: the outputs #CK_ESCAPED_NUMBER, #CK_ESCAPED_ENERGY and #CK_ESCAPED_MOMENTUM, per volume
 * and time (#CK_VOLUME must be given). Times the volume, zone after zone, they are the numbers that ck_block_result and the ledger add up: in
 * doubles and cgs to the last bit (the ledger's entries of several sources in one call: to rounding). The momentum is the neutrinos', minus
 * the star's. They are refused (#CK_EFIELD) where a block counts nothing, such as in recoil form transport. No source gives them.
 *
 * @section codes Codes
 *
 * Every function returns a code; none aborts, prints or throws. A negative code is an error, and ck_last_error() says what is wrong with
 * which value, what is allowed, and what to do. Nothing depends on ck_close() being called. Every function refuses a coupling that is
 * NULL or none (#CK_EARG) or closed (#CK_ESTATE); this is not repeated below.
 *
 * @section threads Threads
 *
 * Every function may be called from any thread; one that is new to the library is attached at its first call, once, and detached when it
 * ends. Many threads may be in ck_begin() and ck_evaluate() of one coupling at once. What changes the step as a whole excludes
 * evaluations: ck_commit(), ck_rollback(), ck_close() and a ck_begin() of another step are refused with #CK_ESTATE while another
 * thread's ck_evaluate() runs, and change nothing; ck_evaluate() is refused while they run. So a block is counted as a whole or not at
 * all, and a host that puts its threads' calls in a wrong order learns of it. ck_open_args.log is called on the calling thread, and on one
 * of the library's own to name a mechanism that does not return or ends the process; from there only ck_last_error() may be called.
 *
 * @section environment Environment
 *
 * A host's build finds the library with CMake by find_package(chiralkick) and CMAKE_PREFIX_PATH=HOME/native, or with pkg-config by
 * PKG_CONFIG_PATH=HOME/native/pkgconfig. HOME must have no colon in its path, and no blank where starts are to be short.
 *
 * CHIRALKICK_HOME, CHIRALKICK_JVM and CHIRALKICK_RECORD stand in for members of ck_open_args that are NULL; CHIRALKICK_JVM_OPTIONS adds
 * options for the Java VM, separated by blanks.
 *
 * @section process Process
 *
 * The Java VM needs about 1.6 GB of address space (most of it reserved, 100 MB used); where a limit (ulimit -v) leaves less, or the VM
 * gives up while it starts, ck_open() returns #CK_EINTERNAL and the host goes on. What remains: a VM that runs out of memory later, and
 * options that make it print something and end (-Xlog:help), end the process. The VM prints nothing on stdout. Its folder for temporary
 * files is below TMPDIR, or /tmp; what a killed process left there is removed by the next that starts.
 *
 * A child of fork() cannot use the library once its parent has called ck_open(): every function refuses it with #CK_ESTATE, ck_close()
 * too. A child that calls exec may do as it likes, and so may one that was forked before the first ck_open(). dlclose() leaves the
 * library loaded: the VM cannot be unloaded. A thread that calls the library needs a stack of 512 kB.
 *
 * Where the process has closed a standard descriptor (0, 1, 2), ck_open() puts /dev/null there, closed on exec, and leaves it: no file of the
 * library's or the VM's gets that number, so that nothing that is printed by mistake goes into one.
 *
 * The VM uses SIGSEGV, SIGBUS, SIGFPE and SIGILL and passes on what is not its own to the handler that the host had when the first
 * ck_open() was called. A host that installs one later takes these signals from the VM, and dies of its checks for null pointers: install
 * handlers before, or preload libjsig.so of the Java installation, which chains later ones as well. A handler must not jump out of a
 * function of the library (siglongjmp), such as when ck_evaluate() meets a view that cannot be read: the step would never end, nor the
 * VM's next garbage collection.
 *
 * While the VM is made, some 40 ms in the first ck_open(), what the process writes to stderr is kept and then written, without one line of
 * Java's about the module that makes it fast. A child that is forked in that time keeps the wrong stderr. The environment variable
 * CHIRALKICK_VECTOR=0 leaves the module, and this, out.
 *
 * @section replay Replay files
 *
 * Link with libchiralkick, which starts a Java VM in the process at the first ck_open() or attaches to the one that is there; or, to test a
 * host without Java or under valgrind, with libchiralkick_stub: the same functions, which return zero fluxes, or with the configuration
 * {"replay": "FILE"} what FILE says. That key is the stub's alone; all others it checks as the library does, in the same words. What sources
 * there are, and their presets, closures and parameters, it reads in native/sources.json of ck_open_args.home, of CHIRALKICK_HOME, or of the
 * distribution that it lies in: there it is what the command `chiralkick sources --json` printed when that was packed; for mechanisms of your own
 * print it anew. Without that file it knows the names of the distribution's sources only, and refuses (#CK_EARG) every preset, closure and
 * parameter of a source: what it cannot check it does not take. A replay is written by a run of either library with ck_open_args.record, or by
 * hand:
 *
 *     chiralkick-replay 1
 *     # a comment
 *     evaluation STEP BLOCK
 *     result dt_max  fx fy fz  number energy  flagged
 *     flux FIELD AXIS  v0 v1 v2 ...
 *     flux FIELD AXIS GROUP  v0 v1 v2 ...
 *     flags w0 w1 w2 ...
 *     units MASS_G LENGTH_CM TIME_S TEMPERATURE_MEV POTENTIAL_MEV gaussian|heaviside-lorentz FIELD_GAUSS COUNT
 *     commit STEP
 *     retry STEP
 *     rollback STEP
 *     audit  numbers of ck_audit_t, in their order; the last, unjudged, is left out where it is 0
 *
 * The last five are written by a recording and read by `chiralkick audit FILE`, not by the stub: how a step has ended, each followed by a
 * line audit. A step that another ck_begin() replaces is rolled back. STEP and BLOCK are the host's numbers, or * for any; the lines below
 * say what ck_evaluate() returns then. Of several evaluations of one step and block (Runge-Kutta stages, retries) the first is given to the
 * first call, the second to the second; the last one repeats. One with * is used where none names the step and block; the last that fits
 * counts. Result: largest stable dt in s, force in dyn, neutrinos per s, erg per s, and (may be left out) the flagged zones. Flux: the number
 * of a field and the axis (0 for a scalar), of a field per energy group the group, then the values in the host's units for zones 0, 1, 2 ...
 * of the block; the last one repeats. What is not given is 0, and dt_max infinite. Recordings hold every bit of the fluxes (hexadecimal
 * floating point), about 20 bytes per zone and component.
 */
#ifndef CHIRALKICK_H
#define CHIRALKICK_H

#include <stddef.h>
#include <stdint.h>

#if defined(CKP_EXPORTS) && defined(__GNUC__)
#pragma GCC visibility push(default) /* the library's own build exports what is declared here and nothing else */
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Version of this interface: major * 1000 + minor. The major number is that of the shared library's soname. */
#define CK_ABI_VERSION 1001

/** One coupling between a host and the neutrino sources. Opaque; a closed or invented handle is refused, never followed. */
typedef struct ck_coupling ck_coupling;

/** Result codes. */
enum {
    CK_OK = 0,         /**< done */
    CK_RETRY = 1,      /**< from ck_commit() only: dt exceeds the largest stable dt, nothing was committed, begin again with a smaller dt */
    CK_EARG = -1,      /**< an argument is wrong: null pointer, negative extent, not a number ... */
    CK_ESTATE = -2,    /**< the call does not fit the order of calls, or the handle is closed */
    CK_EFIELD = -3,    /**< a field is unknown, given twice, has the wrong number of components, or a required one is missing */
    CK_ESOURCE = -4,   /**< no neutrino source of that name, or its configuration is refused */
    CK_EINTERNAL = -5  /**< the Java VM cannot be started, the installation is damaged, or there is a bug */
};

/** Kinds of elements in a view. 0 stands for the usual one: CK_F64, CK_I64 for CK_FLAGS, CK_U8 for CK_MASK. */
enum { CK_F64 = 8, CK_F32 = 4, CK_I64 = 64, CK_U8 = 1 };

/** Which charge unit the host's magnetic and electric fields use. B(Gaussian) = sqrt(4 pi) B(Heaviside-Lorentz). */
enum { CK_GAUSSIAN = 0, CK_HEAVISIDE_LORENTZ = 1 };

/** Levels of log messages. */
enum { CK_LOG_DEBUG = 0, CK_LOG_INFO = 1, CK_LOG_WARNING = 2, CK_LOG_ERROR = 3 };

/**
 * Quantities that may cross. Numbers never change once released. Units are those of ck_open_args; with its defaults they are the ones
 * given here. Vectors have three Cartesian components.
 */
enum {
    /* what a host gives for each zone */
    CK_TEMPERATURE = 1,                 /**< temperature k_B T [MeV], >= 0 */
    CK_ELECTRON_CHEMICAL_POTENTIAL = 2, /**< mu_e, rest mass included [MeV] */
    CK_NEUTRINO_CHEMICAL_POTENTIAL = 3, /**< mu_nu [MeV] */
    CK_AXIAL_CHEMICAL_POTENTIAL = 4,    /**< mu_5 = (mu_eL - mu_eR)/2 [MeV] */
    CK_DENSITY = 5,                     /**< rest-mass density [g/cm^3], > 0 */
    CK_ELECTRON_FRACTION = 6,           /**< net electrons per baryon [1], in [0, 1] */
    CK_NEUTRINO_FRACTION = 7,           /**< net electron neutrinos per baryon [1] */
    CK_PROTON_CHEMICAL_POTENTIAL = 8,   /**< mu_p, same zero of energy as mu_n [MeV] */
    CK_NEUTRON_CHEMICAL_POTENTIAL = 9,  /**< mu_n, same zero of energy as mu_p [MeV] */
    CK_MAGNETIC_FIELD = 10,             /**< B, vector [G] */
    CK_VORTICITY = 11,                  /**< curl v, vector [1/s] */
    CK_VELOCITY = 12,                   /**< v, vector [cm/s] */
    CK_POSITION = 13,                   /**< relative to the star's centre of mass, vector [cm] */
    CK_VOLUME = 14,                     /**< zone volume [cm^3], >= 0 */
    CK_SURFACE_ELEMENT = 15,            /**< dA of the emitting surface along its outward normal, zero elsewhere, vector [cm^2] */
    CK_GRADIENT_LENGTH = 16,            /**< length over which the state changes [cm], > 0 */
    CK_MEAN_FREE_PATH = 17,             /**< electron-neutrino mean free path [cm], > 0 */
    CK_NEUTRINO_ENERGY_DENSITY = 18,    /**< U of electron neutrinos [erg/cm^3], >= 0 */
    CK_SCATTERING_OPACITY = 19,         /**< kappa_s rho of electron neutrinos, transport cross section [1/cm], >= 0 */
    CK_ABSORPTION_OPACITY = 20,         /**< kappa_a rho of electron neutrinos, stimulated absorption included [1/cm], >= 0 */
    CK_UP_QUARK_CHEMICAL_POTENTIAL = 21,   /**< mu_u [MeV] */
    CK_DOWN_QUARK_CHEMICAL_POTENTIAL = 22, /**< mu_d [MeV] */
    CK_ELECTRIC_FIELD = 23,             /**< E in the fluid frame, vector [statvolt/cm] */
    CK_MAGNETIC_DIFFUSIVITY = 24,       /**< eta [cm^2/s], >= 0 */
    CK_LAPSE = 25,                      /**< d(proper time)/d(coordinate time) [1], in (0, 1] */
    CK_MAGNETIC_FIELD_CURL = 26,        /**< curl B, vector [G/cm] */
    CK_ANTINEUTRINO_ENERGY_DENSITY = 27,     /**< U of electron antineutrinos [erg/cm^3], >= 0 */
    CK_ANTINEUTRINO_SCATTERING_OPACITY = 28, /**< kappa_s rho of electron antineutrinos, transport cross section [1/cm], >= 0 */
    CK_ANTINEUTRINO_ABSORPTION_OPACITY = 29, /**< kappa_a rho of electron antineutrinos, stimulated absorption included [1/cm], >= 0 */
    CK_NU_E_GROUP_ENERGY_DENSITY = 31, /**< E of electron neutrinos in each energy group [erg/cm^3], >= 0 */
    CK_ANTI_NU_E_GROUP_ENERGY_DENSITY = 32, /**< E of electron antineutrinos in each energy group [erg/cm^3], >= 0 */
    CK_NU_X_GROUP_ENERGY_DENSITY = 33, /**< E of all muon and tau neutrinos in each energy group [erg/cm^3], >= 0 */
    CK_NU_E_GROUP_ABSORPTION_OPACITY = 34, /**< chi_a of electron neutrinos in each group, stimulated absorption included [1/cm], >= 0 */
    CK_ANTI_NU_E_GROUP_ABSORPTION_OPACITY = 35, /**< chi_a of electron antineutrinos in each group, stimulated absorption included [1/cm], >= 0 */
    CK_NU_X_GROUP_ABSORPTION_OPACITY = 36, /**< chi_a of all muon and tau neutrinos in each group, stimulated absorption included [1/cm], >= 0 */
    CK_NU_E_GROUP_SCATTERING_OPACITY = 37, /**< chi_s of electron neutrinos in each group, transport cross section [1/cm], >= 0 */
    CK_ANTI_NU_E_GROUP_SCATTERING_OPACITY = 38, /**< chi_s of electron antineutrinos in each group, transport cross section [1/cm], >= 0 */
    CK_NU_X_GROUP_SCATTERING_OPACITY = 39, /**< chi_s of all muon and tau neutrinos in each group, transport cross section [1/cm], >= 0 */
    /* what a host may ask for in each zone */
    CK_LEPTON_FLUX = 101,               /**< J_l, vector [1/(cm^2 s)] */
    CK_AXIAL_FLUX = 102,                /**< J_l5 = J_L - J_R, vector [1/(cm^2 s)] */
    CK_NEUTRINO_FLUX = 103,             /**< F_N, vector [1/(cm^2 s)] */
    CK_NEUTRINO_ENERGY_FLUX = 104,      /**< F_E, vector [erg/(cm^2 s)] */
    CK_NEUTRINO_MOMENTUM_SOURCE = 105,  /**< momentum the neutrinos gain, vector [dyn/cm^3] */
    CK_CHIRAL_CURRENT = 106,            /**< chiral magnetic electric current, vector [esu/(cm^2 s)] */
    CK_CHIRAL_INVERSE_LENGTH = 107,     /**< v_mu, with its sign [1/cm] */
    CK_AXIAL_SOURCE = 108,              /**< S of d n_5/dt = S - Gamma n_5, n_5 = n_eL - n_eR [1/(cm^3 s)] */
    CK_LARGEST_STABLE_RATE = 109,       /**< dt <= 1/rate, of what is integrated explicitly: without Gamma [1/s] */
    CK_SPIN_FLIP_RATE = 110,            /**< Gamma, to be integrated exactly [1/s], >= 0 */
    CK_NU_E_GROUP_NUMBER_FLUX = 121, /**< anomalous number flux A of electron neutrinos in each group, vector [1/(cm^2 s)] */
    CK_ANTI_NU_E_GROUP_NUMBER_FLUX = 122, /**< anomalous number flux A of electron antineutrinos in each group, vector [1/(cm^2 s)] */
    CK_NU_X_GROUP_NUMBER_FLUX = 123, /**< anomalous number flux A of all muon and tau neutrinos in each group, vector [1/(cm^2 s)] */
    CK_NU_E_GROUP_ENERGY_FLUX = 124, /**< anomalous energy flux A of electron neutrinos in each group, vector [erg/(cm^2 s)] */
    CK_ANTI_NU_E_GROUP_ENERGY_FLUX = 125, /**< anomalous energy flux A of electron antineutrinos in each group, vector [erg/(cm^2 s)] */
    CK_NU_X_GROUP_ENERGY_FLUX = 126, /**< anomalous energy flux A of all muon and tau neutrinos in each group, vector [erg/(cm^2 s)] */
    /* what is counted as escaped in each zone (section feedback): made of the fluxes, whatever the source */
    CK_ESCAPED_NUMBER = 131,            /**< net neutrinos that leave [1/(cm^3 s)], >= 0; CK_VOLUME must be given */
    CK_ESCAPED_ENERGY = 132,            /**< energy that leaves [erg/(cm^3 s)], >= 0; CK_VOLUME must be given */
    CK_ESCAPED_MOMENTUM = 133,          /**< momentum that the neutrinos take away, vector [dyn/cm^3]; CK_VOLUME must be given */
    /* of the native interface only */
    CK_MASK = 200,                      /**< input, 1 byte per zone: 0 leaves the zone out: whatever it holds, its outputs are 0 */
    CK_FLAGS = 201                      /**< output, one int64 word per zone: sum of CK_FLAG_... bits */
};

/**
 * One component of a vector field as a field of its own, for hosts that keep bx, by, bz in unrelated arrays:
 * CK_COMPONENT(CK_MAGNETIC_FIELD, 2) is B_z. axis is 0, 1, 2. An input component that is not given counts as 0.
 */
#define CK_COMPONENT(field, axis) ((field) + 1000 * ((axis) + 1))

/** Bits of a CK_FLAGS word. */
enum {
    CK_FLAG_INPUT = 1,                      /**< input or result is not an allowed number: all fluxes of the zone are zero */
    CK_FLAG_KNUDSEN = 2,                    /**< mean free path above a tenth of the gradient length */
    CK_FLAG_FLUX_ABOVE_AVAILABLE = 4,       /**< the flux exceeds n_nu c/4, or in a group E c/3 */
    CK_FLAG_NEUTRINO_DENSITY_NEGATIVE = 8,  /**< antineutrinos dominate */
    CK_FLAG_NEUTRINOS_DECOUPLED = 16,       /**< mu_nu derived from Y_nu below 1e12 g/cm^3 */
    CK_FLAG_LOWEST_LANDAU_LEVEL = 32,       /**< eB > mu_e^2/2 */
    CK_FLAG_SHARE_UNDEFINED = 64,           /**< the neutrino share was taken as 0 */
    CK_FLAG_MOMENTUM_UNDEFINED = 128,       /**< the momentum per neutrino was taken as 0 */
    CK_FLAG_THERMAL_BUDGET = 256,           /**< more energy was emitted than the star's thermal budget */
    CK_FLAG_SPECTRUM_UNDEFINED = 512,       /**< the shared part of the group fluxes was taken as 0 */
    CK_FLAG_IMPLAUSIBLE = 1024              /**< input too large for a star, likely in another unit; the fluxes follow from it: T > 300 MeV,
                                                 rho > 1e16 g/cm^3, a component of B > 1e19 G, mu_e or mu_nu > 1000 MeV, Y_nu > 1 in size */
};

/** What a coupling is made of. Set everything to zero, then struct_size, then what differs from the default. */
typedef struct {
    size_t struct_size;      /**< sizeof(ck_open_args) */
    const char *home;        /**< installed tree; NULL: environment CHIRALKICK_HOME, then where the library lies */
    const char *config;      /**< JSON text (first non-blank is '{') or the path of a JSON file; NULL: defaults */
    double mass_g;           /**< the host's unit of mass in g; 0: 1 */
    double length_cm;        /**< the host's unit of length in cm; 0: 1 */
    double time_s;           /**< the host's unit of time in s; 0: 1 */
    double temperature_mev;  /**< the host's unit of temperature in MeV; 0: 1 */
    double potential_mev;    /**< the host's unit of chemical potentials in MeV; 0: 1 */
    int field_system;        /**< CK_GAUSSIAN or CK_HEAVISIDE_LORENTZ */
    int rank;                /**< this process among those that share the star, 0 <= rank < ranks */
    int ranks;               /**< number of these processes; 0: 1 */
    int can_retry;           /**< nonzero: ck_commit may return CK_RETRY */
    int threads;             /**< threads the library may use inside one ck_evaluate; 0 or 1: only the caller's */
    /** Receives messages, or NULL. Called on the thread that called the library, or, while a mechanism does not return, on one of the
     *  library's own; must not call it back. */
    void (*log)(int level, const char *message, void *context);
    void *log_context;       /**< handed to log */
    const char *jvm;         /**< libjvm.so or a Java home; NULL: CHIRALKICK_JVM, JAVA_HOME, java on the PATH */
    const char *record;      /**< replay file to write (with ".RANK" added where ranks > 1); NULL: CHIRALKICK_RECORD; neither: none.
                                  The variable names PATH-2, PATH-3 ... for the couplings after the first. May be a pipe */
    double field_gauss;      /**< the host's unit of magnetic field in G, whatever mass, length, time and field_system give; 0: what they give.
                                  The electric field is in the same unit, curl B in it per length, the chiral current in it per time
                                  (Heaviside-Lorentz: divided by 4 pi) */
    double count;            /**< how many particles one of the host's is; 0: 1. Fluxes and sources of number are in it: with 1e50 a host in
                                  cgs holds them in CK_F32. Energies, and fractions per baryon, are not */
} ck_open_args;

/**
 * A field in the host's own memory. Element (i0, i1, i2, i3) of component c lies at
 * base + i0 stride[0] + i1 stride[1] + i2 stride[2] + i3 stride[3] + c component_stride bytes; of a field that is per energy group, that of
 * group g lies g group_stride bytes further.
 * Trailing extents left 0 count as 1; n[0] = 0 is an empty block, whose strides may be any. A stride of 0 repeats an element (inputs only), a negative one runs
 * backwards from base. All views of a call have the same extents. Ghost zones are left out by moving base. Views come as an array, whose
 * elements the host's compiler spaces: so this structure carries no struct_size and stays as it is throughout a major version of the
 * interface; what a later one wants to know of a field comes as a function of its own.
 */
typedef struct {
    void *base;               /**< first element; NULL: "I do not have this" or "I do not want this" */
    int kind;                 /**< CK_F64, CK_F32; 0: the field's usual kind */
    int components;           /**< 1 or 3, as the field has; 0: as the field has */
    int64_t n[4];             /**< extents, first fastest in the numbering of zones */
    int64_t stride[4];        /**< bytes from one element to the next along each extent */
    int64_t component_stride; /**< bytes from one vector component to the next */
    int64_t group_stride;     /**< bytes from one energy group to the next, of fields that are per group; 0 repeats (inputs only) */
    int64_t reserved[2];      /**< 0 */
} ck_view;

/** What one ck_evaluate found, in cgs, not multiplied by the stage weight. */
typedef struct {
    size_t struct_size;      /**< sizeof(ck_block_result), set by the host */
    double dt_max;           /**< largest stable dt in the host's unit of time; infinity where nothing limits it */
    double momentum_rate[3]; /**< force on the star [dyn] */
    double number_rate;      /**< escaping neutrinos [1/s] */
    double energy_rate;      /**< escaping energy [erg/s] */
    int64_t flagged;         /**< zones with any flag */
} ck_block_result;

/** What the star received and what escaped, committed, in cgs. */
typedef struct {
    size_t struct_size; /**< sizeof(ck_recoil_t), set by the host */
    double momentum[3]; /**< received by the star [g cm/s] */
    double torque[3];   /**< angular momentum received by the star [g cm^2/s] */
    double number;      /**< escaped net neutrinos */
    double energy;      /**< escaped energy [erg] */
    int64_t steps;      /**< committed steps */
} ck_recoil_t;

/** What the last ck_commit decided. */
typedef struct {
    size_t struct_size; /**< sizeof(ck_step_t), set by the host */
    int64_t step;       /**< the host's number of the step */
    int committed;      /**< 1 committed, 0 retry */
    int source_absent;  /**< 1: no source was there and the step was held with zero fluxes */
    double dt;          /**< in the host's unit of time */
    double dt_max;      /**< largest stable dt of the step in the host's unit of time */
    int64_t flagged;    /**< zone-evaluations with any flag */
    int64_t invalid;    /**< zone-evaluations with CK_FLAG_INPUT */
    int64_t evaluated;  /**< zone-evaluations, whatever came of them; masked zones are none */
    int64_t implausible;       /**< zone-evaluations with CK_FLAG_IMPLAUSIBLE */
    int64_t invalid_block;     /**< block of the first invalid zone: that of the lowest block and number; -1: there is none */
    int64_t invalid_zone;      /**< its number in the block, from 0, the first extent varying fastest; -1: there is none */
    int64_t implausible_block; /**< the same of the first implausible zone */
    int64_t implausible_zone;  /**< the same */
    double invalid_value;      /**< what is invalid in it, in the unit of the field's list above, whatever the host's */
    double implausible_value;  /**< what is implausible in it */
    int invalid_field;         /**< the field, CK_..., that of a result where the input is valid; 0: the recoil is beyond all bounds, or none */
    int implausible_field;     /**< the field, CK_...; 0: none */
} ck_step_t;

/** What a coupling noticed since ck_open(); zone-evaluations and sums of committed steps, in stages of weight other than 0. */
typedef struct {
    size_t struct_size;                 /**< sizeof(ck_audit_t), set by the host */
    int64_t steps;                      /**< committed; those of a state that was loaded are not counted */
    int64_t held;                       /**< of them, those that ran without a source, so that they have no recoil */
    int64_t retries;                    /**< commits that asked for a smaller dt */
    int64_t rolled_back;                /**< steps that were dropped, by ck_rollback() or a ck_begin() of another */
    int64_t flagged;                    /**< zone-evaluations with any flag */
    int64_t invalid;                    /**< of them, those with an invalid input or result: their fluxes are zero */
    int64_t implausible;                /**< of them, those with an input far out of what a star has, mostly a wrong unit */
    double worst_weight_error;          /**< the most by which the weights of a block, in a step, differ from 1 */
    double area_defect;                 /**< |sum dA| / sum |dA| of all ranks, worst of the steps that were judged, in [0, 1]; 0 without surface elements */
    double emission_outside_validity;   /**< share of the emission, by the size of its force, from zones with a flag, in [0, 1] */
    double energy_over_budget;          /**< share of the energy counted that is above the thermal budget of the star, in [0, 1]; of this rank */
    int64_t silent;                     /**< of the steps that were judged, those without a zone on any rank that could emit (none evaluated, or no surface
                                             elements nor volumes); 0 with recoil form none */
    int64_t unjudged;                   /**< of the steps, those of which nobody knows the two: with several ranks those that this one committed by
                                             ck_commit(), or by ck_decide() without ck_surface_of_all(); 0 with recoil forms none and transport */
} ck_audit_t;

/**
 * What one rank brings to the decision of all ranks about a step (ck_ballot()). All but dt_max, next_sources and what follows history must be the
 * same on all ranks, and recoil_form on those where it is not 0; hashes say only whether two are the same, ck_words() has the words behind them.
 */
typedef struct {
    size_t struct_size;     /**< sizeof(ck_ballot_t), set by the host */
    int64_t step;           /**< the host's number of the pending step; -1 with "step-numbers": "free", where a rank may have its own */
    int64_t steps;          /**< committed so far, also with free numbers: a rank that was restarted from an older state has fewer */
    int64_t last_step;      /**< number of the step committed last; 0: none; -1 with free numbers */
    double dt;              /**< of the pending step [s] */
    double dt_max;          /**< largest stable dt of this rank's evaluations [s]; the least of all ranks counts */
    int64_t can_retry;      /**< 1: this host can do a step again with a smaller dt */
    uint64_t configuration; /**< hash of what is computed: closures and parameters in force, recoil, rules, energy groups */
    uint64_t sources;       /**< hash of the names and versions of the step's sources and the builds of their bundles */
    uint64_t next_sources;  /**< hash of sources and configuration that this rank could begin its next step with */
    uint64_t history;       /**< hash of which sources and configuration acted from which step on, in what is committed */
    int64_t recoil_form;    /**< what the recoil of the step's blocks is counted from: 1 surface, 2 volume; 0: nothing, as on a rank without blocks */
    double area[3];         /**< sum of the surface elements, times their weights, in a unit that the ranks of one run share */
    double area_size;       /**< sum of their sizes, >= 0 */
    int64_t emits;          /**< 1: some zone could emit, or ck_emitted() tells what leaves */
} ck_ballot_t;

/** What the committed steps of a rank were made with (ck_fingerprint()): the same for all parts of one run. */
typedef struct {
    size_t struct_size;     /**< sizeof(ck_fingerprint_t), set by the host */
    int64_t steps;          /**< committed; -1 with "step-numbers": "free", where ranks may have steps of their own */
    int64_t last_step;      /**< number of the step committed last; 0: none; -1 likewise */
    uint64_t configuration; /**< hash, of the latest step; 0: none */
    uint64_t sources;       /**< hash, of the latest step; 0: none */
    uint64_t history;       /**< hash of their changes and the steps at which they took effect; 0: none */
} ck_fingerprint_t;

/** What all ranks decide about a step, for ck_decide(). */
enum {
    CK_REFUSED = 0,    /**< nothing is committed; the step is pending as before */
    CK_AGREED = 1,     /**< committed, or to be done again; the next step keeps the sources of this one */
    CK_AGREED_NEXT = 2 /**< the same; the next step has those of next_sources, which are the same on all ranks */
};

/** What ck_words() tells. */
enum {
    CK_WORDS_CONFIGURATION = 0, /**< what is computed, a line "name=value" each */
    CK_WORDS_SOURCES = 1        /**< name and version of a source, and the build of its bundle, in each line */
};

/**
 * Opens a coupling. The first one of a process starts the Java VM and loads the neutrino sources (some tenths of a second).
 * @param args     what it is made of; may be freed afterwards
 * @param coupling where to put the handle; set to NULL on failure, and ck_last_error(NULL) says why
 * @return #CK_OK; #CK_EARG: null pointer, struct_size too small, a unit that is not > 0, rank out of range, a configuration that cannot be
 *         read or has an unknown key, no installed tree; #CK_ESTATE: 256 couplings are open; #CK_ESOURCE: a source is not there, unless
 *         "without-source" is "hold" or "wait", or refuses its settings; #CK_EINTERNAL: no Java VM, or a damaged installation
 */
int ck_open(const ck_open_args *args, ck_coupling **coupling);

/**
 * Sets the energy groups of the host's neutrino transport, once, after ck_open() and before the first ck_begin(). Fields that are per group
 * (CK_NU_E_GROUP_ENERGY_FLUX ...) then have as many columns, group_stride bytes apart.
 * @param coupling  from ck_open()
 * @param groups    number of groups, 1 to 1024
 * @param edges_mev groups + 1 rising energies in MeV, the first >= 0; the last may be infinite
 * @return #CK_OK; #CK_EARG: number of groups out of range, null pointer, edges that do not rise; #CK_ESTATE: a step was begun, or groups are
 *         set already
 */
int ck_groups(ck_coupling *coupling, int groups, const double *edges_mev);

/**
 * Begins a step, or begins it again (what is pending is forgotten, so that a retry never counts twice). The same step with the same
 * t and dt begun again, by another thread say, joins the pending one and changes nothing; to evaluate it anew call ck_rollback() first.
 * @param coupling from ck_open()
 * @param step the host's number of the step
 * @param t    time in the host's unit of time, finite
 * @param dt   step in the host's unit of time, finite; <= 0: not known yet, ck_set_dt() comes before ck_commit()
 * @return #CK_OK; #CK_EARG: t or dt out of range; #CK_ESTATE: ck_evaluate() of the pending step runs on another thread, or the number is not
 *         above that of the step committed last; #CK_ESOURCE: there is no such source and the configuration does not allow to go on
 *         without; #CK_EFIELD: the source that ck_use() asked for lacks an output of the latest step, and the old one acts from the next call
 *         on. After #CK_EARG from t or dt that are not finite and after #CK_ESTATE the pending step is as it was; after any other failure
 *         none is pending
 */
int ck_begin(ck_coupling *coupling, int64_t step, double t, double dt);

/**
 * Evaluates one block of zones: reads the given fields, writes the fluxes that were asked for, adds weight times the block's recoil
 * rates to the step. After an error the outputs are undefined. Where nothing of the block was counted yet the step is as it was, and the
 * call may be mended and made again: so after every #CK_EARG, #CK_ESTATE, and every #CK_EFIELD but the flux that does not fit. Where a part
 * was counted ck_commit() refuses the step (#CK_ESTATE) until it is rolled back or another one is begun.
 * @param coupling from ck_open()
 * @param block  the host's number of the block: the same in all stages of a step, another for each block; between steps it may change
 * @param weight of this stage in the final state, in [-1000, 1000]; 0 for a predictor
 * @param fields length of field and view, >= 1
 * @param field  numbers of fields (CK_TEMPERATURE ...), each at most once
 * @param view   the memory of each
 * @param result what was found, with its struct_size set; may be NULL
 * @return #CK_OK; #CK_EARG: null pointer, negative extent, extents that differ, unknown kind, weight or struct_size out of range, an output with
 *         a stride of 0; #CK_EFIELD: an output that no source in force gives, unknown field or one given twice, one per energy group without
 *         ck_groups(), wrong number of components, a field missing that the source needs, something escaped that is not counted,
 *         a flux that does not fit into CK_F32; #CK_ESTATE: no step is begun; #CK_ESOURCE: the source failed
 */
int ck_evaluate(ck_coupling *coupling, int64_t block, double weight, int fields, const int *field, const ck_view *view,
                ck_block_result *result);

/**
 * Tells what the host's own neutrino transport lets out of the star in one stage of the pending step, where the configuration has
 * {"recoil": {"form": "transport"}}: rates, summed over the surface where the host counts what has left, or over this rank's part of it.
 * They are added times weight and dt, exactly, whatever the order of calls, threads and ranks; the star receives minus the momentum of the
 * neutrinos, and no torque. They count as they are: nothing is redshifted, nothing taken off for what would leave without an anomalous flux,
 * and units are cgs whatever those of ck_open_args. In that form ck_evaluate() gives its outputs and counts nothing, and refuses
 * CK_SURFACE_ELEMENT (#CK_EFIELD). Call it once for every stage and rank, with zeros where nothing leaves: ck_commit() refuses a step whose
 * weights do not add up to 1, or of which nothing was told.
 * @param coupling from ck_open()
 * @param momentum_of_neutrinos what they take away per second, three components [dyn]
 * @param number net leptons that leave, neutrinos less antineutrinos [1/s]
 * @param energy that leaves [erg/s]
 * @param weight of this stage in the final state, in [-1000, 1000]; 0 for a predictor
 * @return #CK_OK; #CK_EARG: null pointer, a rate that is not finite or 2^512 and more in size, weight out of range; #CK_ESTATE: no step is
 *         begun, or the recoil has another form. What is refused is not counted and does not stand in the way
 */
int ck_emitted(ck_coupling *coupling, const double momentum_of_neutrinos[3], double number, double energy, double weight);

/**
 * Tells a dt that was not known at ck_begin(), or changes it. Allowed while evaluations run.
 * @param coupling from ck_open()
 * @param dt in the host's unit of time, finite, > 0
 * @return #CK_OK; #CK_EARG: dt out of range; #CK_ESTATE: no step is begun
 */
int ck_set_dt(ck_coupling *coupling, double dt);

/**
 * Adds the pending step to the recoil, all of it or nothing.
 * @param coupling from ck_open()
 * @return #CK_OK; #CK_RETRY: dt exceeds the largest stable dt and the host can retry: nothing is committed, begin the step again with the dt_max
 *         of ck_step(); #CK_ESTATE: no step is begun, its dt is not known, one of its evaluations failed half-way or still runs, weights of a
 *         block do not add up to 1 or all are 0, or in recoil form transport ck_emitted() did not tell a whole step: the step stays pending
 */
int ck_commit(ck_coupling *coupling);

/**
 * Commits the pending step of all ranks, or of none: one decision over an MPI communicator, collective over it, in place of ck_commit() on
 * each. In libchiralkick_mpi. Every rank calls it in every step, also one of which a ck_begin() or ck_evaluate() has failed.
 *
 * The ranks must agree on the number of the step (with "step-numbers": "free" each may have its own), dt, how many steps are committed so far,
 * can_retry, the configuration in force, the names and versions of the sources and the builds of their bundles (symbolic name, version, digest of
 * the content), and what the recoil is counted from, surface or volume, where a rank counts any; weights are checked on each as ck_commit()
 * does. Where they do not, or one of them has failed, all return #CK_ESTATE and
 * ck_last_error() of each names the rank (its number in the communicator) and what differs or what it says, whole; where several have failed, the
 * first of them and, on another, what it says itself. Nothing is committed anywhere, and the step is pending as before: mend it where it is wrong
 * and call again, or roll it back on all ranks. Evaluations that failed are mended by as many of the same blocks with the same weights, those of
 * the stages that failed; any weight will do where it was out of range. A ck_begin() that failed, also where the step before it stays pending, is
 * mended by one that succeeds, of the pending step or another. The largest stable dt of the step is the least of all ranks: #CK_RETRY comes on all
 * ranks or on none.
 *
 * Sources change at the same step on all ranks: bundles that come, go or are updated, and what ck_use() asks for, are taken up at the first
 * ck_begin() after a ck_commit_all() at which all ranks had them. Until then those of the last step act on, which is logged (CK_LOG_WARNING)
 * when it begins and ends. So call ck_use() on all ranks before a ck_commit_all() to have it in the next step. A ck_commit() ends that.
 * @param coupling from ck_open()
 * @param fortran_communicator the communicator as a Fortran handle (MPI_Comm_c2f), of a single group of ranks; what is wrong with it is
 *        told as by ck_reduce()
 * @param step what was decided, as ck_step() tells it, with its struct_size set: dt_max is that of all ranks, flagged and invalid are this rank's;
 *        may be NULL
 * @return #CK_OK; #CK_RETRY: dt exceeds the largest stable dt of all ranks; #CK_ESTATE: a rank differs or has failed, or MPI does not run;
 *         #CK_EARG: no communicator; #CK_EINTERNAL: MPI failed
 */
int ck_commit_all(ck_coupling *coupling, int fortran_communicator, ck_step_t *step);

/**
 * Checks the pending step as ck_commit() does, commits nothing, and tells what the ranks compare: the first half of ck_commit_all(), for hosts
 * that communicate by themselves. It also fails if a ck_evaluate() of the step has failed and none of that block has followed. After #CK_OK the
 * step takes no evaluations until ck_decide().
 * @param coupling from ck_open()
 * @param ballot filled; its struct_size set by the host
 * @return #CK_OK; #CK_EARG: null pointer or struct_size too small; #CK_ESTATE: as from ck_commit(), or an evaluation failed; #CK_EFIELD: the source
 *         that ck_use() asked for lacks an output of the latest step, and the old one acts on. After a failure the step is as it was
 */
int ck_ballot(ck_coupling *coupling, ck_ballot_t *ballot);

/**
 * Tells what the zones of all ranks make up in the step of the ballot, between ck_ballot() and ck_decide(), on every rank, for ck_audit() to judge
 * whether the surface is closed and some zone could emit: a rank has a part of them and cannot know. ck_commit_all() does it.
 * @param coupling from ck_open()
 * @param area      sum of the ballots' area, finite
 * @param area_size sum of the ballots' area_size, >= 0 and finite
 * @param emits     1 if emits of some ballot is 1, else 0
 * @return #CK_OK; #CK_EARG: null pointer, or a number out of range; #CK_ESTATE: without a ballot
 */
int ck_surface_of_all(ck_coupling *coupling, const double area[3], double area_size, int emits);

/**
 * Does what all ranks have decided from their ballots: the second half of ck_commit_all(). All ranks give the same arguments.
 * @param coupling from ck_open()
 * @param decision #CK_AGREED_NEXT if all is the same on all ranks, #CK_AGREED if all but dt_max and next_sources is, else #CK_REFUSED
 * @param dt_max_s the least dt_max of all ballots [s], >= 0; looked at unless refused
 * @param step as in ck_commit_all(); not filled if refused; may be NULL
 * @return #CK_OK; #CK_RETRY: dt exceeds dt_max_s and the host can retry; #CK_EARG: unknown decision, dt_max_s out of range, struct_size too small;
 *         #CK_ESTATE: without a ballot
 */
int ck_decide(ck_coupling *coupling, int decision, double dt_max_s, ck_step_t *step);

/**
 * Forgets the pending step.
 * @param coupling from ck_open()
 * @return #CK_OK; #CK_ESTATE: no step is begun, or ck_evaluate() runs on another thread
 */
int ck_rollback(ck_coupling *coupling);

/**
 * Tells what the last ck_commit() decided.
 * @param coupling from ck_open()
 * @param step filled; its struct_size set by the host
 * @return #CK_OK; #CK_EARG: null pointer or struct_size too small; #CK_ESTATE: nothing was committed yet
 */
int ck_step(const ck_coupling *coupling, ck_step_t *step);

/**
 * Tells why zones of the step of ck_step() are invalid or implausible: the fields, in the order of their list, and how many zone-evaluations
 * each counts for. A zone counts for the first thing that is wrong with it, so the counts add up to ck_step_t.invalid or implausible.
 * @param coupling from ck_open()
 * @param flag  #CK_FLAG_INPUT for invalid zones, #CK_FLAG_IMPLAUSIBLE for implausible ones
 * @param room  elements of field and count, >= 0; 64 are enough
 * @param field filled with numbers of fields, CK_..., that of a result where the input is valid; 0, behind them: the recoil is beyond all bounds
 * @param count filled with the zone-evaluations of each
 * @return number of causes, >= 0, of which those that there is room for are filled in; #CK_EARG: another flag, room < 0, or a null pointer
 *         where room > 0; #CK_ESTATE: nothing was committed yet
 */
int ck_causes(const ck_coupling *coupling, int flag, int room, int *field, int64_t *count);

/**
 * Tells the committed recoil: this rank's part, or the sum over all ranks while nothing was committed since a reduction.
 * @param coupling from ck_open()
 * @param recoil filled; its struct_size set by the host
 * @return #CK_OK; #CK_EARG: null pointer or struct_size too small
 */
int ck_recoil(const ck_coupling *coupling, ck_recoil_t *recoil);

/**
 * Tells what was noticed since ck_open(): whether something makes the kick wrong. Of this rank, but for area_defect and silent: they are of all
 * ranks in steps of ck_commit_all(), and steps of several ranks that each committed by itself are counted as unjudged.
 * @param coupling from ck_open()
 * @param audit filled; its struct_size set by the host
 * @return #CK_OK; #CK_EARG: null pointer or struct_size too small
 */
int ck_audit(const ck_coupling *coupling, ck_audit_t *audit);

/**
 * Tells the same as lines of text, for a host to print at its end: puts(ck_audit_text(coupling)). A line that begins with "WRONG: " names
 * something that makes the kick wrong.
 * @param coupling from ck_open()
 * @return text in UTF-8, never NULL; valid until the thread asks again. Where the coupling is none, the error
 */
const char *ck_audit_text(const ck_coupling *coupling);

/**
 * Tells what this rank's committed steps were made with. ck_reduce() refuses parts of different ones; hosts that communicate by themselves compare
 * them.
 * @param coupling from ck_open()
 * @param fingerprint filled; its struct_size set by the host
 * @return #CK_OK; #CK_EARG: null pointer or struct_size too small
 */
int ck_fingerprint(const ck_coupling *coupling, ck_fingerprint_t *fingerprint);

/**
 * Tells the words behind the hashes of the pending or latest step, for messages about ranks that differ.
 * @param coupling from ck_open()
 * @param what #CK_WORDS_CONFIGURATION: a line "name=value" each; #CK_WORDS_SOURCES: name and version of a source, and the build of its bundle,
 *     in each line
 * @param text memory of the host, filled with UTF-8 that ends with 0, cut where there is no room
 * @param size its bytes, > 0
 * @return #CK_OK; #CK_EARG: unknown what, null pointer or no room; #CK_ESOURCE: a source cannot be described
 */
int ck_words(const ck_coupling *coupling, int what, char *text, size_t size);

/**
 * Tells the size of the state, which is the same for all couplings of a version of the library.
 * @param coupling from ck_open()
 * @param size bytes
 * @return #CK_OK; #CK_EARG: null pointer
 */
int ck_state_size(const ck_coupling *coupling, size_t *size);

/**
 * Writes the state for the host's restart file: committed steps, in bytes that any machine reads back. With several ranks reduce first:
 * then every rank writes the same bytes. A pending step is not in it. The ledger keeps any number of pairs of source and closures; the
 * state, whose size is fixed, keeps 16 apart: of more, the oldest of a source are folded into one, "earlier". All totals stay exact.
 * @param coupling from ck_open()
 * @param state memory of the host
 * @param size  its bytes, as ck_state_size() says
 * @return #CK_OK; #CK_EARG: null pointer or another size
 */
int ck_state_save(const ck_coupling *coupling, void *state, size_t size);

/**
 * Installs a saved state; after ck_open() and before the first ck_begin(), on every rank and on as many ranks as the host likes: it counts
 * once, rank 0 carries it.
 * @param coupling from ck_open()
 * @param state what ck_state_save() wrote
 * @param size  its bytes
 * @return #CK_OK; #CK_EARG: null pointer, or the state is truncated, damaged, of another version or byte order; #CK_ESTATE: a step was begun
 *         already. A state that is refused changes nothing
 */
int ck_state_load(ck_coupling *coupling, const void *state, size_t size);

/**
 * Writes this rank's part of the state, also after a reduction: what the ranks exchange.
 * @param coupling from ck_open()
 * @param state memory of the host
 * @param size  its bytes, as ck_state_size() says
 * @return #CK_OK; #CK_EARG: null pointer or another size
 */
int ck_state_part(const ck_coupling *coupling, void *state, size_t size);

/**
 * Sums the parts of all ranks exactly, for hosts that communicate by themselves. From here to the next commit ck_recoil() and
 * ck_state_save() give the sum. It has the same bits for every number of ranks and every order.
 * @param coupling from ck_open()
 * @param parts  count states of size bytes each, one after the other, in any order
 * @param count  number of parts, >= 1
 * @param size   bytes of each, as ck_state_size() says
 * @param recoil the sum's, with its struct_size set; may be NULL
 * @return #CK_OK; #CK_EARG: null pointer, another size, a part that is damaged, or parts whose steps were made with different sources or
 *         settings, which are no parts of one run: nothing is changed then
 */
int ck_reduce_parts(ck_coupling *coupling, const void *parts, int count, size_t size, ck_recoil_t *recoil);

/**
 * The same over an MPI communicator; collective over it, MPI_COMM_WORLD is never used. In libchiralkick_mpi. When one rank fails all
 * return an error, nothing is summed, and none waits for another. A wrong communicator is the exception, as in every collective call: a
 * rank that gives one is told at once, and the others wait for it. Only MPI_COMM_NULL and, with Open MPI, a number that is no
 * communicator can be told: other implementations end the host at such a number, by the error handler of MPI_COMM_WORLD. What MPI itself
 * finds wrong meanwhile goes to the error handler of the communicator. Parts that were made with different sources (name, version, build) or settings,
 * from different steps on, or in different numbers of steps, are refused on all ranks in words that name the odd one.
 * @param coupling from ck_open()
 * @param fortran_communicator the communicator as a Fortran handle (MPI_Comm_c2f), of a single group of ranks
 * @param recoil the sum's on every rank, with its struct_size set; may be NULL
 * @return #CK_OK; #CK_EARG: no communicator, or as in ck_reduce_parts(); #CK_ESTATE: MPI does not run, the ranks have different
 *         libraries, or their parts are not of one run; #CK_EINTERNAL: MPI failed, or out of memory; else what another rank failed with
 */
int ck_reduce(ck_coupling *coupling, int fortran_communicator, ck_recoil_t *recoil);

/**
 * Chooses the source from the next ck_begin() on that begins a step; the recoil so far stays.
 * @param coupling from ck_open()
 * @param source name such as "chiral", or several: "chiral+isotropic"
 * @return #CK_OK; #CK_EARG: null, or no name or names of sources; #CK_ESOURCE: one is not there, unless "without-source" is "hold" or "wait";
 *         #CK_EFIELD: it is there and lacks an output of the latest step. After an error the old source acts on
 */
int ck_use(ck_coupling *coupling, const char *source);

/**
 * Tells the library's own share of the run.
 * @param coupling from ck_open()
 * @param seconds spent in ck_evaluate(), summed over threads; may be NULL
 * @param calls   number of calls of ck_evaluate(); may be NULL
 * @return #CK_OK
 */
int ck_timing(const ck_coupling *coupling, double *seconds, int64_t *calls);

/**
 * Tells the last error, whole however long it is. Errors of other threads are theirs: they neither show here nor replace what this one was told.
 * @param coupling the last error of this coupling on this thread; NULL, or a closed one: the last error of this thread
 * @return text in UTF-8, never NULL, "no error" where there was none; valid until the thread asks the same again
 */
const char *ck_last_error(const ck_coupling *coupling);

/**
 * Notes an error of a library that works on couplings beside this one, such as libchiralkick_mpi: ck_last_error() tells it from then on.
 * @param coupling from ck_open(), or what the host gave in its place: it is noted for this thread in any case
 * @param code     negative
 * @param message  what is wrong, in UTF-8
 * @return code
 */
int ck_report(ck_coupling *coupling, int code, const char *message);

/**
 * Tells the version of the library.
 * @return text such as "1.0.0"
 */
const char *ck_version(void);

/**
 * Tells the version of the interface that the loaded library has; its major number (/ 1000) must be that of #CK_ABI_VERSION.
 * @return #CK_ABI_VERSION of the library
 */
int ck_abi_version(void);

/**
 * Tells the name of a result code.
 * @param code #CK_OK ...
 * @return text such as "CK_EARG"; "unknown code" for another number
 */
const char *ck_error_name(int code);

/**
 * Tells the name of a field.
 * @param field #CK_TEMPERATURE ...
 * @return text such as "magnetic_field"; NULL for an unknown number
 */
const char *ck_field_name(int field);

/**
 * Tells the number of a field.
 * @param name such as "magnetic_field"
 * @return its number, > 0; #CK_EFIELD: unknown, and ck_last_error(NULL) names the nearest; #CK_EARG: null
 */
int ck_field_number(const char *name);

/**
 * Tells the number of components of a field.
 * @param field #CK_TEMPERATURE ...
 * @return 1 or 3; #CK_EFIELD: unknown
 */
int ck_field_components(int field);

/**
 * Tells whether a field has values for each energy group of ck_groups().
 * @param field #CK_TEMPERATURE ...
 * @return 1 or 0; #CK_EFIELD: unknown
 */
int ck_field_per_group(int field);

/**
 * Fills the surface elements of a sphere for a block of a uniform Cartesian grid: #CK_SURFACE_ELEMENT of a host whose emitting surface is a
 * sphere. Each is minus the gradient of a mask, integrated over the zone; the mask falls linearly from 1 to 0 over one zone across the
 * surface. So zones farther away get 0, and the elements of a grid in which the sphere lies with a zone to spare add up to 0 but for
 * rounding, whatever its blocks: each has the elements that it has in the whole. A uniform flux F carries F pi R^2 out of the sphere; the
 * elements give that within 1.5 % for a radius of 4 zones (of their longest side), in every direction, and better with more. What lies off the
 * grid (the other octants of a symmetric star) is not counted. Where blocks of different spacing meet at the surface the sum is not 0: keep it within one level.
 *
 * It needs no coupling, starts no Java VM and may be called from several threads for different blocks. ck_last_error(NULL) tells its errors.
 * @param first    x, y, z of the centre of the block's first zone, that at elements->base, in the host's unit of length; ghost zones are left
 *                 out of both, or are part of both
 * @param spacing  of the zones along x, y, z, in the same unit, each in [1e-50, 1e50]
 * @param centre   x, y, z of the sphere's centre, in the same unit
 * @param radius   of the sphere, in the same unit, in [1e-50, 1e50]
 * @param elements where to write them, in that unit squared: a view with 3 components, extents along x, y, z and any strides; CK_F64 or CK_F32.
 *                 The same view, as an input of ck_evaluate(), is CK_SURFACE_ELEMENT
 * @return #CK_OK; #CK_EARG: null pointer, a length out of range, a radius of less than 2 zones where the surface lies, negative extent,
 *         unknown kind, a stride of 0, a fourth extent; #CK_EFIELD: another number of components, or elements that do not fit into CK_F32. After
 *         an error the elements are undefined
 */
int ck_surface_elements(const double first[3], const double spacing[3], const double centre[3], double radius, const ck_view *elements);

/** Geometries of a grid. */
enum {
    CK_CARTESIAN = 0, /**< x, y, z */
    CK_SPHERICAL = 1  /**< r, theta, phi */
};

/** The grid of a block for ck_divergence(). Lengths in the host's unit; members that a geometry has no use for are ignored. */
typedef struct {
    size_t struct_size;     /**< sizeof(ck_grid_t) */
    int geometry;           /**< #CK_CARTESIAN or #CK_SPHERICAL */
    double first[3];        /**< Cartesian: centre of the block's first zone (without the layer around); used with a radius */
    double spacing[3];      /**< Cartesian: of the zones along x, y, z, each in [1e-50, 1e50] */
    double centre[3];       /**< Cartesian: of the emitting surface; used with a radius */
    const double *edges[3]; /**< spherical: rising edges of the zones, one more than zones: r >= 0, theta in [0, pi], phi in radians */
    double radius;          /**< of the emitting surface, at which the fluxes end; of a spherical grid an edge of r; 0: they go on */
} ck_grid_t;

/**
 * Divergence of a flux, such as #CK_NEUTRINO_FLUX, #CK_NEUTRINO_ENERGY_FLUX or a group's A: what each zone of a block loses per volume and time.
 * It is summed over the faces of a zone. The flux at a face is the mean of the two zones beside it, so two zones, also of two blocks, have the
 * same bits for the face between them, and what leaves one enters the next. Times the volume the divergence adds up to what crosses the outer
 * faces, to rounding; a uniform flux has none but rounding. Vectors are Cartesian, of spherical grids too.
 *
 * With a radius the fluxes end at that surface: through a face outside nothing flows, and on a Cartesian grid, through a face at the surface, the share of it
 * that the ramp of ck_surface_elements() has inside. Then the divergence adds up to 0, and a host that takes from each zone
 *
 *     dt * (divergence of the flux + what has escaped, CK_ESCAPED_...)
 *
 * loses altogether what the ledger counts, to rounding (section feedback). With the surface elements of that function (of a spherical grid: the outer faces
 * at the radius) an outflow leaves the very zones that it reaches; on the far side, where fluxes point inward, zones
 * lose what has gone into the star.
 *
 * It needs no coupling, starts no Java VM and may be called from several threads for different blocks. ck_last_error(NULL) tells its errors.
 * @param grid       of the block
 * @param flux       3 components, CK_F64 or CK_F32, any strides; extents along x, y, z or r, theta, phi, with one zone more on both ends of each axis: base is
 *                   at the first of that layer, which the host fills as it fills ghost zones. Corners are not read
 * @param divergence where to write it, per the flux's unit times length: one component, CK_F64 or CK_F32, extents without the layer
 * @return #CK_OK; #CK_EARG: null pointer, extents that are not 2 apart, unknown kind or geometry, a stride of 0, a length, edge or radius out of range, a radius
 *         of less than 2 zones where the surface lies, or between edges of r; #CK_EFIELD: another number of components, or a divergence that does
 *         not fit into CK_F32. After an error the divergence is undefined
 */
int ck_divergence(const ck_grid_t *grid, const ck_view *flux, const ck_view *divergence);

/**
 * Closes a coupling; a pending step is forgotten. The Java VM stays for the next ck_open(). Not needed before the process ends.
 * @param coupling from ck_open(); afterwards every function refuses it
 * @return #CK_OK; #CK_ESTATE: it is closed already, or another thread is in a call with it: then it stays open; #CK_EINTERNAL: the recording could
 *         not be written: it is closed all the same
 */
int ck_close(ck_coupling *coupling);

#ifdef __cplusplus
}
#endif
#if defined(CKP_EXPORTS) && defined(__GNUC__)
#pragma GCC visibility pop
#endif
#endif
