package org.chiralkick.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** Sources that are there from the beginning and never change. */
record FixedSources(List<NeutrinoSource> all) implements SourceProvider {
    @Override
    public Selection select(SourceRequest request) {
        List<NeutrinoSource> chosen = request.names().isEmpty()
                ? all.stream().limit(1).toList()
                : request.names().stream()
                        .map(this::named)
                        .flatMap(Optional::stream)
                        .toList();
        boolean complete = chosen.size() == Math.max(1, request.names().size());
        return new FixedSelection(complete ? chosen : List.of(), whyAbsent(request));
    }

    @Override
    public List<SourceDescriptor> installed() {
        return all.stream().map(NeutrinoSource::describe).toList();
    }

    private Optional<NeutrinoSource> named(String name) {
        return all.stream()
                .filter(source -> source.describe().name().equals(name))
                .findFirst();
    }

    private String whyAbsent(SourceRequest request) {
        List<String> present =
                all.stream().map(source -> source.describe().name()).toList();
        Optional<String> misspelt = request.names().stream()
                .filter(name -> name.length() > 2 && !present.contains(name))
                .filter(name -> NearestName.of(name, present).isPresent())
                .findFirst();
        return misspelt.map(name -> "source '" + name + "' is not installed; did you mean "
                        + NearestName.of(name, present).orElseThrow() + "? There are " + present)
                .orElse("source " + request.joinedNames() + " is not there; there are " + present);
    }

    private record FixedSelection(List<NeutrinoSource> sources, String whyAbsent) implements Selection, Lease {
        @Override
        public Lease acquire(Duration wait) {
            return this;
        }

        @Override
        public long generation() {
            return 1;
        }

        @Override
        public void close() {
            // A fixed source stays where it is.
        }
    }
}
