package org.linli.standin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// The pictures that our program uploaded: 新增临时素材 page, which both platforms have. Each is kept for three days.
public final class UploadedPictures {

    private static final Duration LIFE = Duration.ofDays(3);
    private static final int FEWEST_BYTES = 5;
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private record Held(Told file, Instant until) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final LongFunction<Told> refused;
    private final AtomicLong number;
    private final Clock clock;

    /// @param refused how the platform says that it refuses, with a code
    public UploadedPictures(LongFunction<Told> refused, Clock clock) {
        this.refused = refused;
        this.number = new AtomicLong(clock.millis());
        this.clock = clock;
    }

    public Told upload(Asked call) {
        byte[] bytes = call.parts().get("media");
        long refusal = refusal(call.parameter("type"), bytes);
        return refusal != 0 || bytes == null ? refused.apply(refusal) : uploaded(bytes);
    }

    /// Takes one that came another way. It is a picture: [#isOne].
    ///
    /// @return the id by which it is found
    public String keep(byte[] bytes) {
        String media = "PICTURE-" + number.incrementAndGet();
        held.put(
                media,
                new Held(Told.of(200, type(bytes), bytes), clock.instant().plus(LIFE)));
        return media;
    }

    public static boolean isOne(byte[] bytes) {
        return bytes.length >= FEWEST_BYTES && !type(bytes).isEmpty();
    }

    /// The code for a message that shows it: 40007 where it is not here (any more), otherwise 0.
    public long refusal(String media) {
        return find(media).isPresent() ? 0 : 40007;
    }

    /// Empty where it is not here (any more).
    public Optional<Told> find(String media) {
        return Optional.ofNullable(held.get(media))
                .filter(it -> clock.instant().isBefore(it.until()))
                .map(Held::file);
    }

    /// From now on it has none of them any more.
    public void forget() {
        held.clear();
    }

    private Told uploaded(byte[] bytes) {
        return Told.json(Map.of(
                "type",
                "image",
                "media_id",
                keep(bytes),
                "created_at",
                clock.instant().getEpochSecond()));
    }

    private static long refusal(String type, byte @Nullable [] bytes) {
        if (!type.equals("image")) {
            return 40004;
        }
        if (bytes == null || bytes.length < FEWEST_BYTES) {
            return 41005;
        }
        return bytes.length > MOST_BYTES ? 40009 : type(bytes).isEmpty() ? 40005 : 0;
    }

    private static String type(byte[] bytes) {
        if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return "image/jpeg";
        }
        return (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' ? "image/png" : "";
    }
}
