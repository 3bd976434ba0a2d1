package org.chiralkick.chiral.support;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** A host with a handful of zones: holds columns, calls a source, shows what came out. */
public final class SmallHost {
    private final int zones;
    private final ZoneBlock.Owner state = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();
    private final Map<ZoneField, double[][]> inputs = new EnumMap<>(ZoneField.class);
    private final Map<FluxField, double[][]> outputs = new EnumMap<>(FluxField.class);
    private final long[] flags;

    /** Creates a host that gives nothing and wants nothing yet. */
    public SmallHost(int zones) {
        this.zones = zones;
        this.flags = new long[zones];
        fluxes.lendFlags(flags);
        window(0, zones);
    }

    /** Returns a host with the golden states as zones; mu_e and mu_5 are made of mu_eL and mu_eR. */
    public static SmallHost of(List<GoldenState> states) {
        SmallHost host = new SmallHost(states.size());
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            host.set(ZoneField.TEMPERATURE, i, state.temperature());
            host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, (state.left() + state.right()) / 2);
            host.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, i, (state.left() - state.right()) / 2);
            host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, state.neutrino());
            host.set(ZoneField.MAGNETIC_FIELD, i, state.field());
            host.set(ZoneField.VORTICITY, i, state.vorticity());
        }
        return host;
    }

    /** Returns a host of one zone. */
    public static SmallHost ofZone(double temperature, double electron, double neutrino, double... field) {
        SmallHost host = new SmallHost(1);
        host.set(ZoneField.TEMPERATURE, 0, temperature);
        host.set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0, electron);
        host.set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, neutrino);
        host.set(ZoneField.MAGNETIC_FIELD, 0, field);
        return host;
    }

    /** Gives a value, three for a vector, to one zone; of a field per energy group, those of every group in turn. */
    public SmallHost set(ZoneField field, int zone, double... value) {
        int width = width(field.perGroup(), field.components());
        double[][] columns = inputs.computeIfAbsent(field, f -> new double[width][zones]);
        for (int column = 0; column < width; column++) {
            columns[column][zone] = value[column];
            if (field.perGroup()) {
                state.lend(field, column % field.components(), column / field.components(), columns[column]);
            } else {
                state.lend(field, column, columns[column]);
            }
        }
        return this;
    }

    private int width(boolean perGroup, int components) {
        return perGroup ? components * state.block().groups().count() : components;
    }

    /** Sets energy groups, before anything per group is given or asked for. */
    public SmallHost groups(EnergyGroups groups) {
        state.groups(groups);
        fluxes.groups(groups);
        return this;
    }

    /** Asks for outputs; those per energy group come where there are groups. */
    public SmallHost want(FluxField... fields) {
        for (FluxField field : fields) {
            double[][] columns = new double[width(field.perGroup(), field.components())][zones];
            outputs.put(field, columns);
            for (int column = 0; column < columns.length; column++) {
                if (field.perGroup()) {
                    fluxes.lend(field, column % field.components(), column / field.components(), columns[column]);
                } else {
                    fluxes.lend(field, column, columns[column]);
                }
            }
        }
        return this;
    }

    /** Sets the window of zones. */
    public SmallHost window(int first, int end) {
        state.window(first, end);
        fluxes.window(first, end);
        return this;
    }

    /** Sets all outputs and flags to these values. */
    public SmallHost fill(double value) {
        for (double[][] columns : outputs.values()) {
            for (double[] column : columns) {
                Arrays.fill(column, value);
            }
        }
        Arrays.fill(flags, 0);
        return this;
    }

    /** Evaluates the window once. */
    public SmallHost evaluate(NeutrinoSource source) {
        source.evaluate(state.block(), fluxes.block());
        return this;
    }

    /** Returns the zones as a source sees them. */
    public ZoneBlock zones() {
        return state.block();
    }

    /** Returns the fluxes as a source sees them. */
    public FluxBlock fluxes() {
        return fluxes.block();
    }

    /** Returns one value of an input. */
    public double input(ZoneField field, int zone, int axis) {
        return Objects.requireNonNull(inputs.get(field))[axis][zone];
    }

    /** Returns one component of an output. */
    public double get(FluxField field, int zone, int axis) {
        return Objects.requireNonNull(outputs.get(field))[axis][zone];
    }

    /** Returns one component of an output in an energy group. */
    public double get(FluxField field, int zone, int axis, int group) {
        return get(field, zone, 3 * group + axis);
    }

    /** Returns an output of one zone. */
    public double[] get(FluxField field, int zone) {
        double[] vector = new double[field.components()];
        for (int axis = 0; axis < vector.length; axis++) {
            vector[axis] = get(field, zone, axis);
        }
        return vector;
    }

    /** Returns the flags of one zone. */
    public Set<ValidityFlag> flags(int zone) {
        return ValidityFlag.of(flags[zone]);
    }

    /** Returns a copy of every output bit, to compare two runs. */
    public String bits() {
        StringBuilder text = new StringBuilder();
        outputs.forEach((field, columns) -> {
            for (double[] column : columns) {
                for (double value : column) {
                    text.append(Double.doubleToRawLongBits(value)).append(' ');
                }
            }
        });
        return text.append(Arrays.toString(flags)).toString();
    }
}
