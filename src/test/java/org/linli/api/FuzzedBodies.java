package org.linli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Bodies and cursors of the API: they are read, or refused in words.
public final class FuzzedBodies {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final int MOST = 4_096;

    private static final List<Consumer<String>> READERS = List.of(
            ReadNotice::draft,
            it -> ReadWhistle.call(it, NOW),
            ReadStaff::newcomer,
            ReadStaff::post,
            it -> SentFile.of(ReadBody.json(it), MOST),
            it -> ReadNotice.time(ReadBody.json(it), "at"),
            ReadNotice::time,
            TimeCursor::of,
            TimeCursor::latest,
            FuzzedBodies::cursorComesBack);

    private FuzzedBodies() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                """
                {"kind":"policy","importance":"ordinary","title":"停水","text":"明天停水","audience":"全社区",\
                "from":"2026-03-02T09:00:00+08:00","until":"2026-03-02T17:00:00+08:00","repeat":"week",\
                "repeat_until":"2026-04-01","invites":{"whose":"person","places":5}}""".getBytes(UTF_8),
                """
                {"unit":"street","case":"LM-1","words":"请来","report_by":"2026-03-02T09:00:00+08:00","at":"2026-03-02T09:00:00Z"}""".getBytes(UTF_8),
                """
                {"id":"wu","name":"吴","role":"grid","unit":"desk","file":"AAAA"}""".getBytes(UTF_8),
                TimeCursor.text(NOW, "a").getBytes(UTF_8),
                PageCursor.opaque(TimeCursor.text(NOW, "a")).getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        for (var reader : READERS) {
            try {
                reader.accept(text);
            } catch (Refusal refused) {
                // as it should be
            }
        }
    }

    private static void cursorComesBack(String text) {
        String known = new String(text.getBytes(UTF_8), UTF_8);
        if (!PageCursor.read(PageCursor.opaque(text)).equals(known)) {
            throw new AssertionError("a cursor is not what it was");
        }
    }
}
