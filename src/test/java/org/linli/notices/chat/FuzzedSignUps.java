package org.linli.notices.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// What people write to come to an activity.
public final class FuzzedSignUps {

    private FuzzedSignUps() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("我要报名 2人".getBytes(UTF_8), "我们一共3位".getBytes(UTF_8), "取消报名 健步走".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        SignUpWords.howMany(text).ifPresent(FuzzedSignUps::require);
        SignUpWords.in(text, true).ifPresent(FuzzedSignUps::require);
        SignUpWords.in(text, false).ifPresent(FuzzedSignUps::require);
    }

    private static void require(SignUpWords said) {
        if (said.people() < 0) {
            throw new AssertionError("less than nobody comes");
        }
    }
}
