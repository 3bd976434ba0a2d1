"""commit_all of the Python package on ranks of mpi4py, with the stub: mpirun -n 2 python3 commit_all.py"""

import chiralkick
from mpi4py import MPI

world = MPI.COMM_WORLD
rank, ranks = world.Get_rank(), world.Get_size()
odd = rank == ranks - 1
with chiralkick.Coupling({}, rank=rank, ranks=ranks, can_retry=True) as coupling:
    coupling.begin(1, 0.0, 0.1)
    coupling.evaluate({"temperature": 10.0, "surface_element": (1.0, 0.0, 0.0)}, block=rank, weight=0.5 if odd else 1.0)
    try:
        coupling.commit_all(world)
        raise AssertionError("weights of 0.5 were accepted")
    except chiralkick.ChiralKickError as refused:
        assert refused.code == chiralkick.ESTATE, refused
        assert f"rank {ranks - 1}: block {ranks - 1} was evaluated once with sum 0.5" in str(refused), refused
    assert coupling.recoil().steps == 0
    if odd:
        coupling.evaluate({"temperature": 10.0, "surface_element": (1.0, 0.0, 0.0)}, block=rank, weight=0.5)
    assert coupling.commit_all(world) is True
    assert coupling.reduce(world).steps == 1
