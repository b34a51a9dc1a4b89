package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.linli.channels.tencent.Field;

/// By what a repeated call is recognised.
final class MessageId {

    private static final int LONGEST = 64;
    // PostgreSQL's times end earlier than Java's
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private MessageId() {}

    /// The platform's `MsgId`; of an event, which has none, who did what when. Two events can share a second, so
    /// their name and key count too. The openid does not show in it.
    static String of(Field call) {
        String given = call.textOf("MsgId").strip();
        if (!given.isEmpty()) {
            return given.length() <= LONGEST ? given : hash(given);
        }
        return hash(String.join(
                "\n",
                call.textOf("FromUserName"),
                call.textOf("CreateTime"),
                call.textOf("Event"),
                call.textOf("EventKey"),
                ReadEvent.job(call)));
    }

    /// As the platform says it, however wrong; 1970 where it says nothing.
    static Instant sentAt(Field call) {
        long seconds = call.numberOf("CreateTime");
        if (seconds < EARLIEST.getEpochSecond()) {
            return EARLIEST;
        }
        return seconds > LATEST.getEpochSecond() ? LATEST : Instant.ofEpochSecond(seconds);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
