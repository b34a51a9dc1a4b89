package org.linli.standin.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import org.linli.standin.UploadedPictures;
import org.springframework.util.DigestUtils;

/// What the group's robot says and shows: `webhook/send`, 20 a minute, 2048 bytes or a picture of 2 MB.
final class Robot {

    private static final int MOST_BYTES = 2048;
    private static final int MOST_PICTURE_BYTES = 2 * 1024 * 1024;
    private static final int MOST_A_MINUTE = 20;

    private final Keys keys;
    private final Members members;
    private final UploadedPictures pictures;
    private final Clock clock;
    private final Deque<Instant> lately = new ArrayDeque<>();

    Robot(Keys keys, Members members, UploadedPictures pictures, Clock clock) {
        this.keys = keys;
        this.members = members;
        this.pictures = pictures;
        this.clock = clock;
    }

    synchronized Told send(Asked call) {
        if (!call.parameter("key").equals(keys.robot())) {
            return Codes.refused(93000);
        }
        long refusal = isPicture(call) ? refusalOfPicture(call) : refusalOfWords(words(call));
        if (refusal != 0) {
            return Codes.refused(refusal);
        }
        lately.removeIf(it -> it.isBefore(clock.instant().minus(Duration.ofMinutes(1))));
        if (lately.size() >= MOST_A_MINUTE) {
            return Codes.refused(45009);
        }
        lately.add(clock.instant());
        tell(call);
        return Codes.ok(Map.of());
    }

    private void tell(Asked call) {
        if (isPicture(call)) {
            members.allAreShown("robot", pictures.keep(bytes(call)));
        } else {
            members.allSee("robot", words(call));
        }
    }

    private static long refusalOfWords(String text) {
        return text.isEmpty() ? 44004 : text.getBytes(UTF_8).length > MOST_BYTES ? 45002 : 0;
    }

    private static long refusalOfPicture(Asked call) {
        byte[] bytes = bytes(call);
        boolean whole = call.json().at("/image/md5").asString("").equals(DigestUtils.md5DigestAsHex(bytes));
        return !whole ? 40058 : bytes.length > MOST_PICTURE_BYTES ? 40009 : UploadedPictures.isOne(bytes) ? 0 : 40005;
    }

    private static boolean isPicture(Asked call) {
        return call.json().path("msgtype").asString("").equals("image");
    }

    private static String words(Asked call) {
        return call.json().at("/text/content").asString("");
    }

    private static byte[] bytes(Asked call) {
        return Base64.getMimeDecoder().decode(call.json().at("/image/base64").asString(""));
    }
}
