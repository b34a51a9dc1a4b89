package org.linli.understanding.entities;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/// The places in what was said lately: a report is compared with those of the neighbours, each of which was read when
/// it came, and most of which are looked at several times within minutes.
///
/// Each text has one place to be remembered in, from which the next one that has the same drives it out. Only what is
/// said is held, not who said it; after ten minutes it is read again, and goes
/// as others come.
final class PlacesLately {

    private static final int MOST = 2048;
    private static final int LONGEST = 256;
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    /// @param at on the clock of the machine, in nanoseconds
    private record Read(String said, PlaceMention place, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < LONG_AGO.toNanos();
        }

        @Override
        public String toString() {
            return "Read[]";
        }
    }

    private static final AtomicReferenceArray<Read> LATELY = new AtomicReferenceArray<>(MOST);

    private PlacesLately() {}

    /// The same as `find`, which is asked where it is not remembered.
    static PlaceMention in(String said, Function<String, PlaceMention> find) {
        if (said.length() > LONGEST) {
            return find.apply(said);
        }
        dropIfOld(ThreadLocalRandom.current().nextInt(MOST));
        int at = Math.floorMod(said.hashCode(), MOST);
        Read known = LATELY.get(at);
        if (known != null && known.isFresh() && known.said().equals(said)) {
            return known.place();
        }
        var place = find.apply(said);
        LATELY.set(at, new Read(said, place, System.nanoTime()));
        return place;
    }

    private static void dropIfOld(int at) {
        Read known = LATELY.get(at);
        if (known != null && !known.isFresh()) {
            LATELY.compareAndSet(at, known, null);
        }
    }
}
