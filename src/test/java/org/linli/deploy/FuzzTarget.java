package org.linli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Jazzer is let loose on: a class `Fuzzed…` with `fuzzerTestOneInput`, and `seeds` that look right. Found by
/// their names, so that a new one takes part by being there.
record FuzzTarget(Class<?> type) {

    private static final Path CLASSES = Path.of("target/test-classes");

    static List<FuzzTarget> all() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(it -> CLASSES.relativize(it).toString())
                    .filter(it -> it.matches(".*/Fuzzed\\w+\\.class"))
                    .map(it -> it.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .flatMap(FuzzTarget::named)
                    .toList();
        }
    }

    private static Stream<FuzzTarget> named(String name) {
        try {
            var type = Class.forName(name);
            return Stream.of(type.getMethods()).anyMatch(it -> it.getName().equals("fuzzerTestOneInput"))
                    ? Stream.of(new FuzzTarget(type))
                    : Stream.empty();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @SuppressWarnings("unchecked")
    List<byte[]> seeds() throws ReflectiveOperationException {
        return (List<byte[]>) type.getMethod("seeds").invoke(null);
    }

    /// Throws what the parser throws.
    void tries(byte[] bytes) throws ReflectiveOperationException {
        type.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) bytes);
    }

    @Override
    public String toString() {
        return type.getName();
    }
}
