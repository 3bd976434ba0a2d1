package org.chiralkick.study.compare;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.closure.ClosureChoice;

/**
 * One mechanism with one set of closures, to be put beside others.
 *
 * @param source name of the mechanism
 * @param choice what is chosen, in the words of the command line: {@code "--closure recoil=lambert"}; empty for the defaults
 * @param config the coupling's configuration
 */
public record KickCase(String source, String choice, CouplingConfig config) {
    /**
     * Returns the cases worth comparing: every mechanism as it is, and where it lets choose something, every other choice of each
     * closure, the coupling's included, with the rest as by default, and every other preset.
     *
     * @param installed the mechanisms, in the order of their ranking
     */
    public static List<KickCase> of(List<SourceDescriptor> installed) {
        List<KickCase> cases = new ArrayList<>();
        for (SourceDescriptor source : installed) {
            CouplingConfig plain = CouplingConfig.defaults().withSource(source.name());
            cases.add(new KickCase(source.name(), "", plain));
            if (!source.declared().isEmpty()) {
                for (ClosureChoice choice : ClosureChoice.about(plain, List.of(source))) {
                    if (!choice.inForce()) {
                        cases.add(new KickCase(source.name(), choice.words(), choice.config()));
                    }
                }
            }
        }
        return cases;
    }
}
