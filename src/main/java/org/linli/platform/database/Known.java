package org.linli.platform.database;

import io.r2dbc.spi.Readable;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/// Rows of a version to come. While replicas are replaced one after the other, an older one may read a kind or a state
/// that it has never heard of: such a row is as if it were not there, and keeps no other from being read.
public final class Known {

    private static final Logger LOG = LoggerFactory.getLogger(Known.class);

    private static final int MOST_TOLD = 1_000;

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

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
                tell(what, unknown);
                return Optional.empty();
            }
        };
    }

    /// Once for each thing that is not known: jobs look at the same rows every second.
    private static void tell(String what, IllegalArgumentException unknown) {
        if (TOLD.size() < MOST_TOLD && TOLD.add(what + unknown.getMessage())) {
            LOG.warn("a {} says what is not known here, it is left out", what);
        }
    }

    /// Reads on behind what is left out until so many are there, or none is left: a list that is shorter has ended.
    ///
    /// @param rows so many of them, from the one with that number, from 0, as [#row] reads them
    public static <T> Flux<T> upTo(int most, BiFunction<Integer, Integer, Flux<Optional<T>>> rows) {
        return upTo(most, most, 0, rows);
    }

    private static <T> Flux<T> upTo(
            int missing, int most, int from, BiFunction<Integer, Integer, Flux<Optional<T>>> rows) {
        return rows.apply(most, from).collectList().flatMapMany(read -> {
            var known = read.stream().flatMap(Optional::stream).limit(missing).toList();
            boolean isAll = read.size() < most || known.size() == missing;
            return isAll
                    ? Flux.fromIterable(known)
                    : Flux.fromIterable(known).concatWith(upTo(missing - known.size(), most, from + most, rows));
        });
    }
}
