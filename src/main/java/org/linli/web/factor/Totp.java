package org.linli.web.factor;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that an app makes of a secret and the time (RFC 6238, with SHA-1 and steps of 30 seconds, which
/// every app knows). Pure.
///
/// @param secret 20 bytes in hexadecimal digits, as long as RFC 4226 asks for
record Totp(String secret) {

    static final int SECRET_BYTES = 20;
    static final Duration STEP = Duration.ofSeconds(30);

    /// Telephones are wrong by seconds, and people type slowly (RFC 6238, 5.2).
    private static final int AROUND = 1;

    private static final int MODULUS = 1_000_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static long step(Instant at) {
        return at.getEpochSecond() / STEP.toSeconds();
    }

    String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    /// The step that this code is of. Empty where it is of none about now, or of one that is not later than the last.
    ///
    /// @param last of the code that was accepted last
    OptionalLong accepted(String code, Instant now, long last) {
        long middle = step(now);
        return LongStream.rangeClosed(middle - AROUND, middle + AROUND)
                .filter(it -> it > last && same(code, code(it)))
                .findFirst();
    }

    /// As apps show and read it (RFC 4648): 20 bytes are 32 characters, without an end to be filled.
    String inLetters() {
        String digits = new BigInteger(1, HexFormat.of().parseHex(secret)).toString(BASE_32.length());
        return "0"
                .repeat(SECRET_BYTES * 8 / 5 - digits.length())
                .concat(digits)
                .chars()
                .map(it -> BASE_32.charAt(Character.digit(it, BASE_32.length())))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// What the app reads off the picture.
    ///
    /// @param account as the app shows it
    String address(String account) {
        return "otpauth://totp/Linli:%s?secret=%s&issuer=Linli".formatted(encoded(account), inLetters());
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Totp[]";
    }
}
