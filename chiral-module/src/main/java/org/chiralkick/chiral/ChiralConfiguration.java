package org.chiralkick.chiral;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What Configuration Admin holds for one instance of the mechanism; published through Metatype. */
@ObjectClassDefinition(
        id = "org.chiralkick.source.chiral",
        name = "ChiralKick chiral mechanism",
        description = "Chiral magnetic and chiral vortical lepton transport, Kaminski et al. 2016")
public @interface ChiralConfiguration {
    /** Prefix of the property names, so that {@link #settings} is chiralkick.source.settings. */
    String PREFIX_ = "chiralkick.source.";

    /** Returns the settings as JSON text. */
    @AttributeDefinition(name = "settings", description = """
                    JSON object, every key optional: {"preset": NAME, "closures": {KIND: CHOICE, ...}, "parameters": {...}}. \
                    preset: kubs-2016 | consistent | equilibrium (default consistent). \
                    closures.chirality: given | preserved | washed-out. \
                    closures.share: all-left-handed | composition | susceptibility | equilibrium. \
                    closures.momentum: energy-current | chemical-potential | mean-energy | thermal. \
                    closures.potentials: separate | single. \
                    closures.field: eb | kubs-2016. \
                    parameters.neutrino-temperature-mev: number > 0, for momentum thermal (default: each zone's temperature).""")
    String settings() default "{}";
}
