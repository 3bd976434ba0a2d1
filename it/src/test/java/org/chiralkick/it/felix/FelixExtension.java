package org.chiralkick.it.felix;

import org.chiralkick.host.felix.FelixRuntime;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a Felix with the whole distribution in it: started once, by the first test that asks, and stopped after the last. */
public final class FelixExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(FelixExtension.class);

    /** Made by JUnit. */
    public FelixExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FelixRuntime.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        "felix", key -> new Started(FelixRuntime.start(Distribution.home())), Started.class)
                .runtime;
    }

    private record Started(FelixRuntime runtime) implements AutoCloseable {
        @Override
        public void close() {
            runtime.close();
        }
    }
}
