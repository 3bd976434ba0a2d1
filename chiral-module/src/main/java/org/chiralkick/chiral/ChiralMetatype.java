package org.chiralkick.chiral;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.source.Closure;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeProvider;
import org.osgi.service.metatype.ObjectClassDefinition;

/**
 * Describes the mechanism's configuration to the consoles of OSGi containers (Metatype, OSGi Compendium 105). The texts come from
 * what the mechanism declares, so that they cannot differ from it. A container without Metatype never uses this class.
 */
@Component(
        service = MetaTypeProvider.class,
        property = MetaTypeProvider.METATYPE_FACTORY_PID + "=" + ChiralMetatype.PID)
public final class ChiralMetatype implements MetaTypeProvider {
    static final String PID = NeutrinoSource.PID_PREFIX + ChiralSource.SOURCE_NAME;

    /** Makes the description. */
    public ChiralMetatype() {}

    @Override
    public ObjectClassDefinition getObjectClassDefinition(String id, @Nullable String locale) {
        if (!id.equals(PID)) {
            throw new IllegalArgumentException("configuration is '" + id + "'; must be " + PID);
        }
        return new Instance();
    }

    @Override
    public String @Nullable [] getLocales() {
        return null;
    }

    /** One instance of the mechanism. */
    private static final class Instance implements ObjectClassDefinition {
        @Override
        public String getName() {
            return "ChiralKick chiral mechanism";
        }

        @Override
        public String getID() {
            return PID;
        }

        @Override
        public String getDescription() {
            return "Chiral magnetic and chiral vortical lepton transport, Kaminski et al. 2016";
        }

        @Override
        public AttributeDefinition[] getAttributeDefinitions(int filter) {
            List<AttributeDefinition> attributes = new ArrayList<>();
            if (filter != REQUIRED) { // nothing has to be chosen
                attributes.add(Attribute.of(Choices.DECLARED.presets()));
                Choices.DECLARED.closures().forEach(closure -> attributes.add(Attribute.of(closure)));
                Choices.DECLARED.parameters().forEach(parameter -> attributes.add(Attribute.of(parameter)));
            }
            return attributes.toArray(AttributeDefinition[]::new);
        }

        @Override
        public @Nullable InputStream getIcon(int size) {
            return null;
        }
    }

    /**
     * One thing to choose.
     *
     * @param id the property
     * @param name without the prefix of the property
     * @param description what it is
     * @param values the possibilities; empty where any number of the range will do
     * @param labels each possibility with what it means
     * @param parameter the parameter; none where it is a preset or a closure
     */
    private record Attribute(
            String id,
            String name,
            String description,
            List<String> values,
            List<String> labels,
            @Nullable Parameter parameter)
            implements AttributeDefinition {
        static Attribute of(List<Preset> presets) {
            return new Attribute(
                    NeutrinoSource.PRESET,
                    "preset",
                    "what all closures are that are not chosen one by one; by default " + Choices.CONSISTENT.name(),
                    presets.stream().map(Preset::name).toList(),
                    presets.stream()
                            .map(each -> each.name() + ": " + each.meaning())
                            .toList(),
                    null);
        }

        static Attribute of(Closure closure) {
            return new Attribute(
                    NeutrinoSource.CLOSURE + closure.kind(),
                    closure.kind(),
                    "closure; as in the preset where not chosen",
                    closure.names(),
                    closure.choices().stream()
                            .map(each -> each.name() + ": " + each.meaning())
                            .toList(),
                    null);
        }

        static Attribute of(Parameter parameter) {
            return new Attribute(
                    NeutrinoSource.PARAMETER + parameter.name(),
                    parameter.name(),
                    parameter.meaning() + "; " + parameter.requirement(),
                    List.of(),
                    List.of(),
                    parameter);
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getID() {
            return id;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public int getCardinality() {
            return 0;
        }

        @Override
        public int getType() {
            return parameter == null ? STRING : DOUBLE;
        }

        @Override
        public String @Nullable [] getOptionValues() {
            return values.isEmpty() ? null : values.toArray(String[]::new);
        }

        @Override
        public String @Nullable [] getOptionLabels() {
            return labels.isEmpty() ? null : labels.toArray(String[]::new);
        }

        @Override
        public String validate(String value) {
            if (parameter == null) {
                return values.contains(value) ? "" : "is '" + value + "'; must be one of " + values;
            }
            try {
                return parameter.range().contains(Double.parseDouble(value)) ? "" : wrong(value, parameter);
            } catch (NumberFormatException e) {
                return wrong(value, parameter);
            }
        }

        private static String wrong(String value, Parameter parameter) {
            return "is '" + value + "'; must be " + parameter.requirement();
        }

        @Override
        public String @Nullable [] getDefaultValue() {
            return null; // a value given here would come before the preset
        }
    }
}
