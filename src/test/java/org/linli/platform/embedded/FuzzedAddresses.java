package org.linli.platform.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Where the database and Redis are: what cannot be understood is refused, and the password is not repeated.
public final class FuzzedAddresses {

    private static final String SECRET = "s3cret";

    private FuzzedAddresses() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "postgresql://linli:s3cret@db:5432/linli?sslmode=require".getBytes(UTF_8),
                "postgresql://linli:s3cret@db/linli?sslmode=verify-ca&sslrootcert=a%2Fb".getBytes(UTF_8),
                "rediss://:s3cret@cache?sslrootcert=a%2Fb".getBytes(UTF_8),
                "redis://:s3cret@cache:6379/1".getBytes(UTF_8),
                "rediss://linli:s3cret@a:1,b:2,c:3".getBytes(UTF_8),
                "redis-sentinel://:s3cret@a:1,b:2#main".getBytes(UTF_8),
                "redis-cluster://:s3cret@a:1,b:2".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        for (Runnable read : List.<Runnable>of(() -> DatabaseUrl.parse(text).jdbc(), () -> RedisUrl.parse(text))) {
            try {
                read.run();
            } catch (IllegalArgumentException refused) {
                if (String.valueOf(refused).contains(SECRET)
                        || String.valueOf(refused.getCause()).contains(SECRET)) {
                    throw new AssertionError("the password is told", refused);
                }
            }
        }
    }
}
