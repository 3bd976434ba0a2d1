package org.chiralkick.cli;

import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.table.TextTable;
import org.jspecify.annotations.Nullable;

/** What one can choose of a mechanism, as a table. */
final class DeclaredText {
    private DeclaredText() {}

    /** Returns a table of all choices, those in force marked by a star; empty where there is nothing to choose. */
    static String text(SourceDescriptor source) {
        Declarations declared = source.declared();
        TextTable table = new TextTable("  ", "llll");
        String title = "presets";
        for (Preset preset : declared.presets()) {
            table.row(title, "", mark(preset.name(), source.preset()), preset.meaning());
            title = "";
        }
        title = "closures";
        for (Closure closure : declared.closures()) {
            String kind = closure.kind();
            for (Closure.Choice choice : closure.choices()) {
                table.row(
                        title,
                        kind,
                        mark(choice.name(), source.closures().getOrDefault(closure.kind(), "")),
                        choice.meaning());
                title = "";
                kind = "";
            }
        }
        title = "parameters";
        for (Parameter parameter : declared.parameters()) {
            table.row(
                    title,
                    parameter.name(),
                    inForce(parameter, source.parameters().get(parameter.name())),
                    parameter.meaning() + " (" + parameter.requirement() + ")");
            title = "";
        }
        return declared.isEmpty() ? "" : table.toString();
    }

    private static String mark(String name, String inForce) {
        return (name.equals(inForce) ? "* " : "  ") + name;
    }

    private static String inForce(Parameter parameter, @Nullable Double value) {
        return value == null ? "-" : value + (parameter.unit().equals("1") ? "" : " " + parameter.unit());
    }
}
