package org.linli.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// What one message of a group is recognised by when another channel of the same platform brings it too, as WeCom's bot
/// and its chat archive do. The names before the first dash of channels that name people and groups alike are the same:
/// `wecom-bot`, `wecom-archive`.
///
/// @param mark      a fingerprint of who said what where
/// @param mentioned whether the service was addressed
record Twin(CommunityId community, long arrival, String channel, String mark, boolean mentioned, Instant at)
        implements Effect {

    private static final Pattern MENTION = Pattern.compile("@\\S+\\s*|\\s+");
    private static final Duration WORDS_WITHIN = Duration.ofSeconds(60);
    private static final Duration OTHERS_WITHIN = Duration.ofSeconds(3);

    /// Empty where no other channel can hear it.
    static Optional<Twin> of(Arrival arrival) {
        var message = arrival.message();
        var group = message.group();
        var channel = message.from().channel().value();
        return group == null || channel.indexOf('-') < 0
                ? Optional.empty()
                : Optional.of(new Twin(
                        message.community(),
                        arrival.id(),
                        channel,
                        mark(channel.substring(0, channel.indexOf('-')), group.id(), message),
                        message.mentioned(),
                        message.sentAt()));
    }

    /// How far the times of two that are one may lie apart.
    static Duration window(Inbound message) {
        return message.content() instanceof Content.Text ? WORDS_WITHIN : OTHERS_WITHIN;
    }

    private static String mark(String family, String group, Inbound message) {
        String said = message.content() instanceof Content.Text words
                ? MENTION.matcher(words.text()).replaceAll("")
                : message.content().getClass().getSimpleName();
        return hash(String.join("\0", family, group, message.from().id(), said));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
