package org.linli.cases.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.linli.notices.aloud.ReadAloud;
import org.linli.polls.works.Appraisal;
import org.linli.polls.works.Payment;

/// What staff writes to do something with a case, how residents appraise what was built, amounts that were paid, and
/// texts that are read aloud.
public final class FuzzedStaffWords {

    private FuzzedStaffWords() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                "办结 LM-2026-000123 已换灯泡".getBytes(UTF_8),
                "转给 物业 123 归他们修".getBytes(UTF_8),
                "还要两天 123".getBytes(UTF_8),
                "评 3 打五分 常用".getBytes(UTF_8),
                "12000.50".getBytes(UTF_8),
                "2026年3月2日 09:30-11:00 电话 010-12345678 共 1,200 元".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        StaffCommand.read(text).ifPresent(it -> require(!it.more().isNegative(), "a delay into the past"));
        Appraisal.of(text).ifPresent(it -> require(it.score() >= 1 && it.score() <= 5, "a score that nobody can give"));
        Payment.fen(text).ifPresent(it -> require(it != 0, "a payment of nothing"));
        ReadAloud.of(text);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
