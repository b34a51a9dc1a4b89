package org.linli.polls.published;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// Published ledgers, which anybody may hand in: there is a verdict, or the line that is refused.
public final class FuzzedLedgers {

    private FuzzedLedgers() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("linli ledger 1\n".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            VerifyLedger.check(bytes);
        } catch (Refused refused) {
            // as it should be
        }
    }
}
