package org.linli.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.platform.signing.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The files `db/<module>/V*.sql` that are packed with the program.
final class PackedScripts {

    private PackedScripts() {}

    /// By module, a digest of names and contents: 64 digits that change with any of its files.
    static SortedMap<String, String> digests() {
        try {
            var scripts = new PathMatchingResourcePatternResolver(PackedScripts.class.getClassLoader())
                    .getResources("classpath*:db/*/V*.sql");
            var digests = new TreeMap<String, MessageDigest>();
            for (Resource script : Arrays.stream(scripts)
                    .sorted(comparing(PackedScripts::name))
                    .toList()) {
                var digest = digests.computeIfAbsent(module(script), _ -> Sha256.begun());
                digest.update(name(script).getBytes(UTF_8));
                digest.update(script.getContentAsByteArray());
            }
            var written = new TreeMap<String, String>();
            digests.forEach(
                    (module, digest) -> written.put(module, HexFormat.of().formatHex(digest.digest())));
            return written;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the schemas packed with the program cannot be listed", unreadable);
        }
    }

    private static String module(Resource script) {
        try {
            String[] path = script.getURL().getPath().split("/");
            return path[path.length - 2];
        } catch (IOException nowhere) {
            throw new UncheckedIOException(nowhere);
        }
    }

    private static String name(Resource script) {
        return requireNonNull(script.getFilename());
    }
}
