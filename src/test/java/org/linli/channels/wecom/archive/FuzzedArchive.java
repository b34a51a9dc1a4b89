package org.linli.channels.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.linli.channels.tencent.CallId;

/// What the archive's process says, and what is in its entries when they are opened.
public final class FuzzedArchive {

    private static final Instant LATEST = CallId.at(Long.MAX_VALUE);

    private FuzzedArchive() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of("""
                {"id":1,"ok":[{"seq":1,"msgid":"m","publickey_ver":1,"encrypt_random_key":"a","encrypt_chat_msg":"b"}]}""".getBytes(UTF_8), """
                {"id":1,"ok":{"bytes":"AAAA","next":"n","last":true}}""".getBytes(UTF_8), """
                {"action":"send","from":"wm1","tolist":["a"],"roomid":"r","msgtime":1767225600000,"msgtype":"mixed",\
                "mixed":{"item":[{"type":"text","content":"{\\"content\\":\\"灯坏了\\"}"}]}}""".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            var answer = ArchiveAnswers.to(1, text);
            ArchiveAnswers.entries(answer);
            ArchiveAnswers.piece(answer);
        } catch (ArchiveFailure refused) {
            // as it should be
        }
        try {
            ReadSaid.from(text).forEach(it -> {
                if (it.at().isAfter(LATEST)) {
                    throw new AssertionError("no database keeps " + it.at());
                }
            });
        } catch (ArchiveFailure refused) {
            // as it should be
        }
        PrivateKeys.isKey(text);
    }
}
