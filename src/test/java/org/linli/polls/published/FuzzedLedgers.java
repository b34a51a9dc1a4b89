package org.linli.polls.published;

/// Published ledgers, which anybody may hand in: there is a verdict, or the line that is refused.
public final class FuzzedLedgers {

    private FuzzedLedgers() {}

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            VerifyLedger.check(bytes);
        } catch (Refused refused) {
            // as it should be
        }
    }
}
