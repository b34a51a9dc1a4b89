package org.linli.polls.log;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What opens a voter's entry in the log (回执): the log shows [#commitment()] alone, which nobody can guess without
/// the nonce and nobody can open to another ballot.
///
/// Whoever has all three can show somebody else how he voted. So people are given the [#code()], and the nonce only
/// where a round's [Level] says so.
///
/// @param poll its id, without line ends
/// @param ballot as the published file writes it, see [org.linli.polls.files.BallotText]
/// @param nonce 128 random bits, 32 digits
public record Receipt(String poll, String ballot, String nonce) {

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Receipt {
        if (poll.contains("\n") || ballot.contains("\n") || !nonce.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a receipt of poll '%s' is malformed".formatted(poll));
        }
    }

    /// With a new nonce.
    public static Receipt draw(String poll, String ballot) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new Receipt(poll, ballot, HexFormat.of().formatHex(nonce));
    }

    public Hash commitment() {
        return Hash.of(String.join("\n", "linli-ballot-v1", poll, ballot, nonce));
    }

    public ReceiptCode code() {
        return ReceiptCode.of(commitment());
    }

    /// Without the ballot and what opens it.
    @Override
    public String toString() {
        return "receipt in " + poll;
    }
}
