package org.linli.platform.database;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What one statement draws lots with: a secret of this statement alone, kept nowhere.
///
/// A row's lot is `sha256` of this secret and of what the row was: nobody can compute it afterwards, or tell it from a
/// random one. A function that draws within the statement (`random()`, `gen_random_uuid()`) would be volatile, which a
/// database that is spread over machines refuses where rows are changed.
public final class Lot {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Lot() {}

    /// 256 bits in hexadecimal. Another one for each statement: with the same, rows of two statements could be joined.
    public static String drawn() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
