package org.linli.platform.database;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rows of a version to come. While replicas are replaced one after the other, an older one may read a kind or a state
/// that it has never heard of: such a row is as if it were not there, and keeps no other from being read.
public final class Known {

    private static final Logger LOG = LoggerFactory.getLogger(Known.class);

    private Known() {}

    /// Reads a row, empty where it says what is not known here.
    ///
    /// @param what the row is, for the log: `poll`
    /// @param read throws what `valueOf` throws
    public static <T> Function<Readable, Optional<T>> row(String what, Function<Readable, T> read) {
        return row -> {
            try {
                return Optional.of(read.apply(row));
            } catch (IllegalArgumentException unknown) {
                LOG.warn("a {} says what is not known here, it is left out", what);
                return Optional.empty();
            }
        };
    }
}
