package org.chiralkick.chiral;

/** Makes sources from settings. */
final class Sources {
    private Sources() {}

    /** Returns a source with these settings. */
    static ChiralSource with(String settings) {
        return new ChiralSource(SettingsReader.read(settings));
    }

    /** Returns a source with a preset and overrides, {@code "kind=choice"}. */
    static ChiralSource of(String preset, String... overrides) {
        StringBuilder closures = new StringBuilder();
        for (String override : overrides) {
            String[] parts = override.split("=", 2);
            closures.append(closures.isEmpty() ? "" : ", ").append("\"" + parts[0] + "\": \"" + parts[1] + "\"");
        }
        return with("{\"preset\": \"" + preset + "\", \"closures\": {" + closures + "}}");
    }
}
